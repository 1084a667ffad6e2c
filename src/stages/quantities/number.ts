import type { Numeral } from '../../chinese/numerals.js'
import type { Decimal } from '../../core/decimal.js'
import type { ReadingId } from './rule-schema.js'

/** A number as read, before 第 and a sign; bounds are equal for a single one. */
export interface ReadNumber {
  readonly start: number
  readonly end: number
  readonly low: Decimal
  readonly high: Decimal
  /** `at-least` where it is written with 多 or 余. */
  readonly mod: Numeral['mod']
  readonly rule: ReadingId
}

/** A number of one value. */
export function single(start: number, end: number, value: Decimal, rule: ReadingId): ReadNumber {
  return { start, end, low: value, high: value, mod: 'exact', rule }
}

/** The numeral as it stands. */
export function plain({ start, end, low, high, mod }: Numeral): ReadNumber {
  return { start, end, low, high, mod, rule: 'numbers/numeral' }
}
