import type { FactTime, MarkInfo, QuantityValue } from '../../../src/audit/api.js'
import { nameOf } from '../language/use-texts.js'
import type { Texts } from '../language/english.js'

/** `至少 1,413,300 人次`; a range `20 – 99 个`. */
export function writeQuantity(texts: Texts, quantity: QuantityValue): string {
  const { value, low, high, unit, mod } = quantity
  const amount = value === null ? `${writeNumber(low)} – ${writeNumber(high)}` : writeNumber(value)
  return [nameOf(texts, mod), `${amount} ${unit}`].filter((part) => part !== '').join(' ')
}

/** Digits in groups of three; what no number can hold stays as it is. */
export function writeNumber(value: number | string | null): string {
  if (value === null) return '…'
  return typeof value === 'string'
    ? value
    : value.toLocaleString('en-US', { maximumFractionDigits: 12 })
}

export function writeTime(texts: Texts, { value, mod }: Pick<FactTime, 'value' | 'mod'>): string {
  const named = nameOf(texts, value)
  return mod === null ? named : `${named} ${mod}`
}

/** What a mark stands for, for a tooltip. */
export function writeMark(texts: Texts, mark: MarkInfo): string {
  const { kind, label, entity, quantity, date, rule, entry } = mark
  const value =
    label ??
    entity?.name ??
    (quantity === undefined ? undefined : writeQuantity(texts, quantity)) ??
    (date === undefined ? '' : writeTime(texts, date))
  return [nameOf(texts, kind), value, entry ?? rule].filter((part) => part).join(' · ')
}

/** The class of a kind of mark: institutions of whatever kind look alike. */
export function markClass(kind: string): 'entity' | 'quantity' | 'date' | 'fact' {
  return kind === 'quantity' || kind === 'date' || kind === 'fact' ? kind : 'entity'
}

/** `81.3 %` */
export function writeShare(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
