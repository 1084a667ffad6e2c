import type { Decimal } from './decimal.js'

export const QUANTITY_MODS = ['exact', 'approx', 'at-least', 'at-most', 'rank'] as const
export type QuantityMod = (typeof QUANTITY_MODS)[number]

/**
 * An amount with its unit, in base units: 万 and 亿 multiplied out, money in 元 or the currency's unit.
 * A single amount has `value`; a range or a vague amount has `low` and `high`, and `value` null.
 */
export interface Quantity {
  readonly value: Decimal | null
  readonly low: Decimal | null
  readonly high: Decimal | null
  /** The classifier or unit, simplified, without 多 or 余: 人次, 元, %, 位. */
  readonly unit: string
  readonly mod: QuantityMod
}
