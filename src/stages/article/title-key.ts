/** Letters and digits only, so that copies of a title that differ in signs and spaces are equal. */
export function titleKey(text: string): string {
  return isAllPlain(text) ? text : text.replace(SIGNS, '')
}

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
