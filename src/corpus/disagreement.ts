import type { FactRecord, QuantityValue } from '../pipeline/records.js'
import type { ConflictOptions } from './options.js'

/** A value that a claim gives, and the words of its metric. */
export interface ClaimedValue {
  readonly quantity: QuantityValue
  readonly metric: NonNullable<FactRecord['metric']>
}

/**
 * True where two claims of one topic cannot both hold. Words that narrow the metric (国家级重点专科
 * beside 重点专科) make it another; a rounded, approximate or bounded value leaves room for others.
 */
export function disagree(a: ClaimedValue, b: ClaimedValue, options: ConflictOptions): boolean {
  if (!isSameMetric(a.metric.text, b.metric.text, options)) return false
  const one = roomOf(a.quantity, options)
  const other = roomOf(b.quantity, options)
  if (one === null || other === null) return false
  return one.high < other.low || other.high < one.low
}

/** Two wordings of one metric are different words; with the same last word one of them is narrower. */
function isSameMetric(a: string, b: string, { sharedEnd }: ConflictOptions): boolean {
  return a === b || a.slice(-sharedEnd) !== b.slice(-sharedEnd)
}

interface Room {
  readonly low: number
  readonly high: number
}

/** The values that what was said leaves open; null where there is no single value. */
function roomOf({ value, mod }: QuantityValue, options: ConflictOptions): Room | null {
  if (value === null) return null
  const number = Number(value)
  switch (mod) {
    case 'at-least':
      return { low: number, high: Infinity }
    case 'at-most':
      return { low: -Infinity, high: number }
    case 'approx': {
      const approximate = Math.abs(number) * options.approximate
      const margin = Math.max(approximate, roundingOf(number, options))
      return { low: number - margin, high: number + margin }
    }
    default: {
      const margin = mod === 'rank' ? 0 : roundingOf(number, options)
      return { low: number - margin, high: number + margin }
    }
  }
}

/** 36万 stands for 35.5万 to 36.5万. One digit alone (2000) is as likely to be the exact value. */
function roundingOf(number: number, { roundedDigits }: ConflictOptions): number {
  const digits = String(Math.abs(number))
  if (!/^\d+0+$/.test(digits)) return 0
  const zeros = /0+$/.exec(digits)?.[0].length ?? 0
  return digits.length - zeros < roundedDigits ? 0 : 10 ** zeros / 2
}
