import type { FactRecord, MentionRecord, QuantityValue } from '../pipeline/records.js'

/** A fact in one line, without its subject: `门急诊量 1413300 人次 at-least (2024)` */
export function formatFact(fact: FactRecord): string {
  const time = fact.time === null ? '' : ` (${fact.time.value})`
  return `${contentOf(fact)}${time}${fact.modality === 'actual' ? '' : ` · ${fact.modality}`}`
}

/** `1413300 人次 at-least`, `20–99 个 approx`, `16 位 rank`; exact is not said. */
export function formatQuantity({ value, low, high, unit, mod }: QuantityValue): string {
  const amount = value === null ? `${low ?? '…'}–${high ?? '…'}` : String(value)
  return `${amount} ${unit}${mod === 'exact' ? '' : ` ${mod}`}`
}

/** What a mention stands for: a name, an amount, a date with its interval and anchor. */
export function formatMention({ entity, quantity, date }: MentionRecord): string {
  if (quantity !== undefined) return formatQuantity(quantity)
  if (date !== undefined) {
    const { type, value, mod, start, end, anchor } = date
    const interval = start === null && end === null ? '' : ` [${start ?? '…'}, ${end ?? '…'})`
    const from =
      anchor === null
        ? ''
        : `, resolved against ${anchor.mention ?? 'the publication date'} (${anchor.value})`
    return `${type} ${value}${mod === null ? '' : ` ${mod}`}${interval}${from}`
  }
  if (entity === undefined) return ''
  const open = entity.candidates.length === 0 ? '' : `, or ${entity.candidates.join(', ')}`
  return `${entity.name} (${entity.id ?? 'not in the gazetteer'}${open})`
}

function contentOf({ kind, metric, quantity, relation, object, event }: FactRecord): string {
  switch (kind) {
    case 'measure':
      return `${metric?.text ?? ''} ${quantity === undefined ? '' : formatQuantity(quantity)}`.trim()
    case 'relation':
      return `${relation ?? ''} ${object?.name ?? ''}`.trim()
    case 'event':
      return event ?? ''
  }
}
