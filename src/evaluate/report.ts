import type { Score } from './score.js'

/** What was expected and not found, found and not expected, or found in the right place but wrong. */
export interface Miss {
  readonly document: string
  /** A mention kind, `measure`, `relation`, `event`, `title` and so on. */
  readonly kind: string
  /** The sentence it stands in, where it stands in one. */
  readonly sentence: string
  readonly expected: string | null
  readonly found: string | null
  /** The kind of junk that a false hit stands in, if it does. */
  readonly junk: string | null
}

/** The scores of one document or of all. Names are kinds and measures, in the order of printing. */
export interface Scores {
  /** Mentions: a kind (`hospital`), whether it was located (`hospital located`), its mod. */
  readonly mentions: Readonly<Record<string, Score>>
  readonly facts: Readonly<Record<string, Score>>
  /** Characters of the body. */
  readonly body: Score
  /** Title, published, source and author: 1 right or 0. */
  readonly metadata: Readonly<Record<string, Score>>
}

export interface DocumentEvaluation {
  readonly document: string
  readonly scores: Scores
  readonly misses: readonly Miss[]
}

export interface Evaluation extends Scores {
  readonly documents: readonly DocumentEvaluation[]
}
