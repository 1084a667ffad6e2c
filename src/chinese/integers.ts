import { readChineseNumeral } from './chinese-numeral.js'
import { digitValue, isArabicAt, numeralClass, NumeralClass } from './numeral-characters.js'

/** A small non-negative integer, as calendars count. */
export interface SmallInteger {
  readonly value: number
  readonly end: number
  /** How many digits were written one by one: 4 in 2024 and 二〇二四, 0 in 二十四. */
  readonly digits: number
  readonly script: 'arabic' | 'chinese'
}

const MOST_DIGITS = 6

/**
 * Reads the integer that starts at `at`, without separators, fraction or 万; null if none stands there
 * or it has more than six digits. `readSmallInteger('十二月', 0) // 12`
 */
export function readSmallInteger(text: string, at: number): SmallInteger | null {
  const kind = numeralClass[text.charCodeAt(at)]
  if (kind === NumeralClass.arabic) {
    let value = 0
    let end = at
    while (isArabicAt(text, end) && end - at < MOST_DIGITS) {
      value = value * 10 + digitValue[text.charCodeAt(end)]!
      end++
    }
    return isArabicAt(text, end) ? null : { value, end, digits: end - at, script: 'arabic' }
  }
  if (kind !== NumeralClass.digit && kind !== NumeralClass.power) return null
  const read = readChineseNumeral(text, at)
  if (read === null || read.spread !== 'none' || read.bare) return null
  const value = Number(read.value)
  if (value >= 10 ** MOST_DIGITS) return null
  const digits = read.positional ? read.end - at : value < 10 && read.end === at + 1 ? 1 : 0
  return { value, end: read.end, digits, script: 'chinese' }
}
