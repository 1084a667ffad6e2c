import { readCompatibilityForms, readSimplifiedForms } from './opencc.js'

/**
 * A text as a key to look words up in: letters and digits only, one form for what differs in script,
 * case or width alone. Each code unit has its form or falls away, whatever stands beside it, so that
 * the key of a text holds the key of every part of it. `pageKey('新聞 | Ａpp') // '新闻app'`
 */
export function pageKey(text: string): string {
  const units = new Uint16Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const form = FORMS[text.charCodeAt(at)]!
    if (form !== 0) units[length++] = form
  }
  return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le')
}

const LETTER = /[\p{L}\p{N}]/u
const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800

/** By code unit its form; 0 for signs and spaces. */
const FORMS = new Uint16Array(65536)
for (let unit = 0; unit < FORMS.length; unit++) {
  const character = String.fromCharCode(unit)
  if (!isSurrogate(unit) && !LETTER.test(character)) continue
  const lower = character.toLowerCase()
  FORMS[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit
}
for (let unit = 0xff01; unit <= 0xff5e; unit++) FORMS[unit] = FORMS[unit - 0xfee0]!
// Twice over both: a simplified form can be another's traditional one (薴 → 苧 → 苎).
for (let pass = 0; pass < 2; pass++)
  for (const [from, to] of [...readSimplifiedForms(), ...readCompatibilityForms()])
    if (from.length === 1 && to.length === 1) FORMS[from.charCodeAt(0)] = FORMS[to.charCodeAt(0)]!
