import type { Span } from '../core/span.js'
import type { FactRecord, MentionRecord } from '../pipeline/records.js'

/** A record that a diff compares. */
export type ComparedRecord = MentionRecord | FactRecord

/**
 * What became of a record between two runs: `value`, same place but another value or link; `span`,
 * the same said of other words; `rule`, the same found by another rule or entry.
 */
export const CHANGE_KINDS = ['new', 'gone', 'value', 'span', 'rule'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** Two states of one record; of `new` and `gone` one is null. */
export interface RecordPair {
  readonly change: ChangeKind
  readonly before: ComparedRecord | null
  readonly after: ComparedRecord | null
}

/**
 * What a change is put down to: the rule or dictionary entry that makes the record or made it, the
 * cleaning rule that dropped its words, or its document's coming or going.
 */
export interface Cause {
  readonly kind: 'rule' | 'entry' | 'cleaning' | 'document'
  /** `measure/staff-posted`, `hospitals/anhui-childrens-hospital`, `spam/adverts`, `new`. */
  readonly name: string
}

/** A change of one record with where it stands. */
export interface RecordChange extends RecordPair {
  readonly cause: Cause
  readonly article: { readonly id: string; readonly path: string; readonly title: string | null }
  /** The sentence as it reads after, or before where the record is gone. */
  readonly sentence: string
  /** The record's words in it. */
  readonly marked: readonly Span[]
}
