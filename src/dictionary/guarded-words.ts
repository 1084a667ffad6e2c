import { PhraseTrie } from './phrase-trie.js'

/** A word with what it means; `null` for a longer word that only looks like it (最近 for 近). */
export interface GuardedWord<T> {
  readonly word: string
  readonly means: T | null
}

/** What a word found at a place means, and how long it is. */
export interface WordMatch<T> {
  readonly means: T
  readonly length: number
}

/**
 * Words with a meaning, guarded by longer ones without: the longest that stands at a place decides.
 * Where one spelling is both a word and a guard, it is the word.
 */
export class GuardedWords<T> {
  private readonly trie: PhraseTrie
  private readonly matches: readonly (WordMatch<T> | null)[]

  /** `forward` words begin at the place asked for, `backward` ones end there. */
  constructor(words: readonly GuardedWord<T>[], direction: 'forward' | 'backward' = 'forward') {
    const sorted = [
      ...words.filter(({ means }) => means !== null),
      ...words.filter(({ means }) => means === null),
    ]
    this.trie = new PhraseTrie(
      sorted.map(({ word }) => word),
      direction,
    )
    this.matches = sorted.map(({ word, means }) =>
      means === null ? null : { means, length: word.length },
    )
  }

  /**
   * The meaning of the longest word at `at` that does not reach beyond `edge`; null if there is none
   * or a guard is longer.
   */
  match(text: string, at: number, edge?: number): WordMatch<T> | null {
    const phrase = this.trie.longest(text, at, edge)
    return phrase < 0 ? null : this.matches[phrase]!
  }
}

/** Words that all mean the same, with their guards. */
export function guard<T>(
  words: readonly string[],
  means: T,
  unless: readonly string[] = [],
): GuardedWord<T>[] {
  return [
    ...words.map((word) => ({ word, means })),
    ...unless.map((word) => ({ word, means: null })),
  ]
}
