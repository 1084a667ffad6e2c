import type { Dropped, NetEdit } from '../core/net-effect.js'
import type { Attribution, FactTime, Modality, Party, RoleBasis, RoleName } from '../core/fact.js'
import type { Script } from '../core/layers.js'
import type { QuantityMod } from '../core/quantity.js'
import type { Span } from '../core/span.js'
import type { TimexMod, TimexType } from '../core/timex.js'

/** The records as they leave the program (one JSON line each). All offsets are in decoded text. */
export type YuanjuRecord =
  | ArticleRecord
  | SentenceRecord
  | MentionRecord
  | FactRecord
  | ReprintRecord
  | ClaimRecord
  | QuarantineRecord

export interface Location {
  readonly path: string
  /** The row or record number inside the file; null for a file that is one document. */
  readonly item: number | null
}

export interface SourceRecord extends Location {
  readonly sha256: string
  readonly encoding: string | null
  readonly bytes: number
  /** Every place where these bytes were found, in order of path and item. */
  readonly locations: readonly Location[]
}

export interface FieldRecord {
  readonly spans: readonly Span[]
  readonly basis: 'stated' | 'inferred'
}

export interface ArticleRecord {
  readonly record: 'article'
  readonly id: string
  readonly source: SourceRecord
  readonly title: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly author: string | null
  readonly editor: string | null
  readonly url: string | null
  readonly metadata: Readonly<Record<string, FieldRecord>>
  readonly script: Script
  readonly text: string
  readonly spans: readonly Span[]
  readonly edits: readonly NetEdit[]
  readonly dropped: readonly Dropped[]
  readonly duplicateOf: string | null
  /** The version of the same page (URL) before this one: an article of other bytes. */
  readonly earlier: string | null
  readonly similarity: number | null
  readonly flags: readonly string[]
}

export interface SentenceRecord {
  readonly record: 'sentence'
  readonly id: string
  readonly article: string
  readonly index: number
  readonly text: string
  readonly spans: readonly Span[]
}

export interface EntityValue {
  readonly id: string | null
  readonly name: string
  readonly candidates: readonly string[]
}

export interface QuantityValue {
  readonly value: number | string | null
  readonly low: number | string | null
  readonly high: number | string | null
  readonly unit: string
  readonly mod: QuantityMod
}

/** A bare number; only where lines are asked for numbers. */
export interface NumberRecordValue {
  readonly value: number | string | null
  readonly low: number | string | null
  readonly high: number | string | null
  readonly ordinal: boolean
}

export interface DateValue {
  readonly type: TimexType
  readonly value: string
  readonly mod: TimexMod | null
  readonly start: string | null
  readonly end: string | null
  readonly anchor: { readonly value: string; readonly mention: string | null } | null
}

/** A mention; of `entity`, `quantity`, `date` and `number` it has the one that its kind calls for. */
export interface MentionRecord {
  readonly record: 'mention'
  readonly id: string
  readonly article: string
  readonly sentence: string
  readonly kind: string
  readonly text: string
  readonly spans: readonly Span[]
  readonly rule: string | null
  readonly entry: string | null
  readonly entity?: EntityValue
  readonly quantity?: QuantityValue
  readonly date?: DateValue
  readonly number?: NumberRecordValue
}

export interface RoleRecord {
  readonly mention: string | null
  readonly basis: RoleBasis
}

/** A fact; `metric` and `quantity` for a measure, `relation` and `object` for a relation, `event` for an event. */
export interface FactRecord {
  readonly record: 'fact'
  readonly id: string
  readonly article: string
  readonly sentence: string
  readonly kind: 'measure' | 'relation' | 'event'
  readonly rule: string
  readonly spans: readonly Span[]
  readonly roles: Readonly<Partial<Record<RoleName, RoleRecord>>>
  readonly subject: Party
  readonly metric?: { readonly id: string | null; readonly text: string }
  readonly quantity?: QuantityValue
  readonly relation?: string
  readonly object?: Party
  readonly event?: string
  readonly time: FactTime | null
  readonly modality: Modality
  readonly attribution: Attribution | null
}

/**
 * An article that reprints another one, or whose words were swapped mechanically. `spans` are in the
 * article's source, `otherSpans` in the root's.
 */
export interface ReprintRecord {
  readonly record: 'reprint'
  readonly article: string
  /** Null where the article reprints none and is known to be spun. */
  readonly root: string | null
  readonly similarity: number | null
  /** The one whose words were swapped; null if neither. */
  readonly spun: 'root' | 'article' | null
  readonly swaps: readonly SwapRecord[]
  readonly conflicts: readonly ConflictRecord[]
  /** What no unspun text has, where that alone shows the article to be spun. */
  readonly collocations: readonly CollocationRecord[]
}

/** A word of the root and the one that the article has in its place, the most frequent first. */
export interface SwapRecord {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly spans: readonly Span[]
  readonly otherSpans: readonly Span[]
}

/** A figure of the article and the other that the root has in its place. */
export interface ConflictRecord {
  readonly text: string
  readonly other: string
  readonly spans: readonly Span[]
  readonly otherSpans: readonly Span[]
}

export interface CollocationRecord {
  readonly text: string
  readonly from: string
  readonly to: string
  readonly spans: readonly Span[]
}

/** What one or several facts of the store say alike, and what cannot hold beside it. */
export interface ClaimRecord {
  readonly record: 'claim'
  readonly id: string
  readonly kind: FactRecord['kind']
  readonly subject: Omit<Party, 'text'>
  readonly metric?: { readonly id: string | null; readonly text: string }
  readonly relation?: string
  readonly event?: string
  /** As the plainest of the facts has it: exact before approximate. */
  readonly quantity?: QuantityValue
  readonly object?: Omit<Party, 'text'>
  readonly time: FactTime | null
  readonly modality: Modality
  /** The facts that support it, by id. */
  readonly facts: readonly string[]
  readonly articles: number
  /** How many of the articles do not repeat another of them. */
  readonly independent: number
  /** Claims that give another value of the same thing, by id. */
  readonly conflicts: readonly string[]
}

/** An input that could not be processed; `source.sha256` is empty where no bytes could be read. */
export interface QuarantineRecord {
  readonly record: 'quarantine'
  readonly source: SourceRecord
  readonly stage: string
  readonly code: string
  readonly message: string
}
