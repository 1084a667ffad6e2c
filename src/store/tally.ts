import type { DocumentRecords } from '../pipeline/process-document.js'
import type { FactRecord } from '../pipeline/records.js'
import { fromJson } from './json.js'

/** How much an article holds, by name: kept with it, so that totals need not read its records. */
export interface ArticleTally {
  readonly sentences: number
  /** Mentions and facts by kind. */
  readonly mentions: Counts
  readonly facts: Counts
  /** Dropped characters of the source by kind. */
  readonly dropped: Counts
  /** Facts by the name of the institution they are about. */
  readonly subjects: Counts
}

export type Counts = Readonly<Record<string, number>>

export function tallyOf({
  article,
  sentences,
  mentions,
  facts,
}: Pick<DocumentRecords, 'article' | 'sentences' | 'mentions' | 'facts'>): ArticleTally {
  const tally = { mentions: {}, facts: {}, dropped: {}, subjects: {} }
  for (const { kind } of mentions) addCount(tally.mentions, kind, 1)
  for (const { kind, start, end } of article.dropped) addCount(tally.dropped, kind, end - start)
  countFacts(tally, facts)
  return { sentences: sentences.length, ...tally }
}

/** A tally as stored, with those of other facts in place of its own. */
export function withFactCounts(tally: string, facts: readonly FactRecord[]): string {
  const counts = { facts: {}, subjects: {} }
  countFacts(counts, facts)
  return JSON.stringify({ ...fromJson<ArticleTally>(tally), ...counts })
}

function countFacts(
  counts: { readonly facts: Record<string, number>; readonly subjects: Record<string, number> },
  facts: readonly FactRecord[],
): void {
  for (const { kind, subject } of facts) {
    addCount(counts.facts, kind, 1)
    if (subject.kind !== 'region') addCount(counts.subjects, subject.name, 1)
  }
}

/** Adds to a count that is being made. */
export function addCount(counts: Record<string, number>, name: string, amount: number): void {
  counts[name] = (counts[name] ?? 0) + amount
}
