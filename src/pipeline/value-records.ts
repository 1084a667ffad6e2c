import { type Decimal, decimalToJson } from '../core/decimal.js'
import type { NumberValue } from '../core/mention.js'
import type { Quantity } from '../core/quantity.js'
import type { NumberRecordValue, QuantityValue } from './records.js'

/** The quantity as records give it: JSON numbers where exact. */
export function toQuantityValue({ value, low, high, unit, mod }: Quantity): QuantityValue {
  return { value: toJson(value), low: toJson(low), high: toJson(high), unit, mod }
}

/** The number as lines give it, likewise. */
export function toNumberValue({ value, low, high, ordinal }: NumberValue): NumberRecordValue {
  return { value: toJson(value), low: toJson(low), high: toJson(high), ordinal }
}

function toJson(decimal: Decimal | null): number | string | null {
  return decimal === null ? null : decimalToJson(decimal)
}
