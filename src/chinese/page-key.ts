import { lazily } from '../core/lazily.js'
import { readCompatibilityForms, readSimplifiedForms } from './opencc.js'

/**
 * A text as a key to look words up in: letters and digits only, one form for what differs in script,
 * case or width alone. Each code unit has its form or falls away, whatever stands beside it, so that
 * the key of a text holds the key of every part of it. `pageKey('新聞 | Ａpp') // '新闻app'`
 */
export function pageKey(text: string): string {
  const units = new Uint16Array(text.length)
  const forms = pageForms()
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const form = forms[text.charCodeAt(at)]!
    if (form !== 0) units[length++] = form
  }
  return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le')
}

const LETTER = /[\p{L}\p{N}]/u
const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800

/** By code unit its form; 0 for signs and spaces. */
const pageForms = lazily(() => {
  const forms = new Uint16Array(65536)
  for (let unit = 0; unit < forms.length; unit++) {
    const character = String.fromCharCode(unit)
    if (!isSurrogate(unit) && !LETTER.test(character)) continue
    const lower = character.toLowerCase()
    forms[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit
  }
  for (let unit = 0xff01; unit <= 0xff5e; unit++) forms[unit] = forms[unit - 0xfee0]!
  // Twice over both: a simplified form can be another's traditional one (薴 → 苧 → 苎).
  for (let pass = 0; pass < 2; pass++)
    for (const [from, to] of [...readSimplifiedForms(), ...readCompatibilityForms()])
      if (from.length === 1 && to.length === 1) forms[from.charCodeAt(0)] = forms[to.charCodeAt(0)]!
  return forms
})
