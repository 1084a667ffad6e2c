/** Letters and digits only, so that lines that differ in signs and spaces are equal. */
export function exactKey(line: string): string {
  return isAllPlain(line) ? line : line.replace(SIGNS, '')
}

/** As `exactKey`, with `#` for every number. `slotKey('阅读(1,203)') // '阅读#'` */
export function slotKey(line: string): string {
  return exactKey(line).replace(NUMBERS, SLOT)
}

/** The key of a phrase from a dictionary, in which `#` stands for a number that varies. */
export function phraseKey(phrase: string): string {
  return phrase.includes(SLOT) ? slotKey(phrase.replaceAll(SLOT, '0')) : exactKey(phrase)
}

/** Stands for a number, in phrases and in keys. */
export const SLOT = '#'

/** True for a text of the commonest letters and digits only; most short lines are one. */
function isAllPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    const isPlain = (unit >= 0x4e00 && unit <= 0x9fa5) || (unit >= 0x30 && unit <= 0x39)
    if (!isPlain) return false
  }
  return true
}

const SIGNS = /[^\p{L}\p{N}]+/gu
const NUMBERS = /\p{Nd}+/gu
