import type { Span } from '../core/span.js'
import type { Cause, ChangeKind } from '../diff/changes.js'
import type { ChangeCounts } from '../diff/totals.js'
import type { FactSummary, MarkInfo } from './api.js'
import type { RunLine } from './review-api.js'

/** What differs between two runs, as JSON. */
export type { Cause, ChangeCounts, ChangeKind }

/** One state of a record that differs: a fact by what it says, a mention by its words and value. */
export interface ComparedInfo {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly fact: FactSummary | null
  readonly mark: MarkInfo | null
  /** The rule, or the dictionary's entry, that found it. */
  readonly by: string
}

export interface ChangeInfo {
  readonly change: ChangeKind
  readonly before: ComparedInfo | null
  readonly after: ComparedInfo | null
  readonly article: string
  readonly title: string | null
  readonly sentence: string
  readonly marked: readonly Span[]
}

export interface CauseInfo {
  readonly cause: Cause
  readonly facts: ChangeCounts
  readonly mentions: ChangeCounts
  readonly articles: number
  /** The first of them. */
  readonly changes: readonly ChangeInfo[]
}

export interface DiffInfo {
  readonly before: RunLine
  readonly after: RunLine
  readonly facts: ChangeCounts
  readonly mentions: ChangeCounts
  readonly articles: number
  /** The causes of most changes first. */
  readonly causes: readonly CauseInfo[]
  readonly kinds: readonly string[]
  /** Documents that differ, and how many of them were looked at: ask again until these are all. */
  readonly documents: number
  readonly compared: number
}
