import { canonicalJson } from '../core/fingerprint.js'
import type { ComparedRecord } from './changes.js'

/** What a record says, apart from where it stands and what found it; equal for equal statements. */
export function contentOf(record: ComparedRecord): string {
  if (record.record === 'mention') {
    const { kind, entity, quantity, date, number } = record
    // The mention a date was resolved against may move; the date it gives is what counts.
    const anchored =
      date === undefined ? undefined : { ...date, anchor: date.anchor?.value ?? null }
    return canonicalJson({ kind, entity, quantity, date: anchored, number })
  }
  const { kind, subject, metric, quantity, relation, object, event } = record
  const { time, modality, attribution } = record
  return canonicalJson({
    kind,
    subject,
    metric,
    quantity,
    relation,
    object,
    event,
    time,
    modality,
    attribution,
  })
}

/** What found a record: its rule and, of a mention, the entry. */
export function originOf(record: ComparedRecord): string {
  return record.record === 'mention' ? `${record.rule ?? ''} ${record.entry ?? ''}` : record.rule
}

/** Records of one class may be two states of one: mentions of a kind, facts of a kind and name. */
export function classOf(record: ComparedRecord): string {
  if (record.record === 'mention') return record.kind
  return `${record.kind} ${record.relation ?? record.event ?? ''}`
}
