import type { DocumentRecords } from '../pipeline/process-document.js'

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

export function tallyOf({ article, sentences, mentions, facts }: DocumentRecords): ArticleTally {
  const tally = { mentions: {}, facts: {}, dropped: {}, subjects: {} }
  for (const { kind } of mentions) addCount(tally.mentions, kind, 1)
  for (const { kind, start, end } of article.dropped) addCount(tally.dropped, kind, end - start)
  for (const { kind, subject } of facts) {
    addCount(tally.facts, kind, 1)
    if (subject.kind !== 'region') addCount(tally.subjects, subject.name, 1)
  }
  return { sentences: sentences.length, ...tally }
}

/** Adds to a count that is being made. */
export function addCount(counts: Record<string, number>, name: string, amount: number): void {
  counts[name] = (counts[name] ?? 0) + amount
}
