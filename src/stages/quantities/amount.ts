import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalOfDigits,
  multiplyDecimals,
  negateDecimal,
  toDecimal,
} from '../../core/decimal.js'
import type { QuantityMod } from '../../core/quantity.js'
import type { Numeral } from '../../chinese/numerals.js'
import type { ReadingId } from './rule-schema.js'
import type { Unit, UnitMatch } from './units.js'

/** An amount as read, before the modifiers around it: in the text's offsets and in the unit as written. */
export interface Amount {
  readonly start: number
  readonly end: number
  readonly low: Decimal
  readonly high: Decimal
  readonly mod: QuantityMod
  readonly unit: Unit
  /** The unit's name as records give it, where it is more than the unit's own: 元/吨. */
  readonly unitName: string
  readonly rule: ReadingId
  /**
   * How many characters a round number without digit has (百, 百万), 0 for others. It counts where a
   * modifier says so, or where it is longer and measures (百万元).
   */
  readonly round: number
}

/** What was read at a numeral: an amount or none, and where reading goes on. */
export interface Step {
  readonly amount: Amount | null
  readonly end: number
}

/** A step without amount. */
export function none(end: number): Step {
  return { amount: null, end }
}

/** So many of the unit, before anything else around them is read. */
export function amountOf(numeral: Numeral, { unit, end }: UnitMatch): Amount {
  return {
    start: numeral.start,
    end,
    low: numeral.low,
    high: numeral.high,
    mod: unit.traits.has('order') && numeral.mod === 'exact' ? 'rank' : numeral.mod,
    unit,
    unitName: unit.name,
    rule: unit.traits.has('noun') ? 'quantities/nouns' : 'quantities/number-unit',
    round: numeral.digitless ? numeral.end - numeral.start : 0,
  }
}

const HALF = decimalOfDigits('0', '5', 0)
const MONTHS_OF_YEAR = toDecimal(12)

/** Two and a half: 半 behind the unit. */
export function addHalf(amount: Amount, end: number): Amount {
  const low = addDecimals(amount.low, HALF)
  return {
    ...amount,
    end,
    low,
    high: amount.low === amount.high ? low : addDecimals(amount.high, HALF),
  }
}

/** 4成8: the digit behind 成 counts hundredths, a tenth of the unit as written. */
export function addTenth(amount: Amount, digit: number, end: number): Amount {
  const value = addDecimals(amount.low, decimalOfDigits('', String(digit), 0))
  return { ...amount, end, low: value, high: value, rule: 'quantities/tenths' }
}

/** The age in months of so many years and months. */
export function toMonths(years: Decimal, months: Decimal): Decimal {
  return addDecimals(multiplyDecimals(years, MONTHS_OF_YEAR), months)
}

export function negate(amount: Amount, start: number): Amount {
  return { ...amount, start, low: negateDecimal(amount.high), high: negateDecimal(amount.low) }
}

/** The amount in base units. */
export function toBaseUnits(amount: Amount): { low: Decimal; high: Decimal } {
  const { low, high } = amount
  const { times } = amount.unit
  if (times === null) return { low, high }
  const base = multiplyDecimals(low, times)
  return { low: base, high: low === high ? base : multiplyDecimals(high, times) }
}

/**
 * The bounds that two numbers with a connector between them stand for: in 3至5万 the first shares the
 * second's 万. Null where the first is not the lower.
 */
export function joinBounds(
  first: Bounds,
  second: Bounds,
): { readonly low: Decimal; readonly high: Decimal } | null {
  if (first.scale === 0 && second.scale > 0) {
    const scaled = multiplyDecimals(first.low, decimalOfDigits('1', '', second.scale))
    if (compareDecimals(scaled, second.high) < 0) return { low: scaled, high: second.high }
  }
  return compareDecimals(first.low, second.high) < 0 ? { low: first.low, high: second.high } : null
}

/** Two bounds in their order, the larger number below zero being the lower; null where they are equal. */
export function orderBounds(
  a: Decimal,
  b: Decimal,
): { readonly low: Decimal; readonly high: Decimal } | null {
  const order = compareDecimals(a, b)
  if (order === 0) return null
  return order < 0 ? { low: a, high: b } : { low: b, high: a }
}

interface Bounds {
  readonly low: Decimal
  readonly high: Decimal
  readonly scale: number
}

/** The digits behind the point of a share that no decimal spells: a hundredth of a percent. */
const SHARE_PLACES = 4

/** `numerator / denominator` in percent, as bounds that are equal where a short decimal is exact. */
export function toPercent(
  numerator: Decimal,
  denominator: Decimal,
): { readonly low: Decimal; readonly high: Decimal } | null {
  const tens = /^10+$/.test(denominator) ? denominator.length - 1 : 0
  if (tens > 0) {
    const value = multiplyDecimals(numerator, decimalOfDigits('1', '', 2 - tens))
    return { low: value, high: value }
  }
  const [top, bottom] = [Number(numerator), Number(denominator)]
  if (!Number.isSafeInteger(top) || !Number.isSafeInteger(bottom)) return null
  if (bottom === 0 || top > bottom || bottom > 10_000) return null
  const parts = top * 10 ** SHARE_PLACES
  const down = Math.floor(parts / bottom)
  const low = decimalOfDigits(String(down), '', 2 - SHARE_PLACES)
  if (parts % bottom === 0) return { low, high: low }
  return { low, high: decimalOfDigits(String(down + 1), '', 2 - SHARE_PLACES) }
}
