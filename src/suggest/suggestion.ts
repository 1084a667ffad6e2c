import type { PhraseListHead } from '../dictionary/add-phrase.js'
import type { SiteCount } from '../store/line-index.js'

/** The dictionaries that entries are proposed for, by the name stages know them under. */
export type SuggestedDictionary = 'boilerplate' | 'spam'

/** A proposed entry of a dictionary, with what speaks for it. */
export interface Suggestion {
  /** Short, and the same for the same words: `b_3fa2c1`. */
  readonly id: string
  /** The list of the dictionary it would go to. */
  readonly list: PhraseListHead
  /** The entry as it would be written: `#` stands for a number, `\n` parts the lines of a block. */
  readonly text: string
  /** How many different articles hold it; reprints of one count once. */
  readonly articles: number
  /** Sites by how many pages of them hold it, the most first; a site without a name is ''. */
  readonly sites: readonly SiteCount[]
  /** Kinds of mention and fact that would go with it, in the first sample. */
  readonly holds: readonly string[]
  readonly samples: readonly Sample[]
}

/** Where an entry was seen: the article, and the words as they stand, in offsets of its body. */
export interface Sample {
  /** The key of the article's result in the store. */
  readonly result: number
  readonly article: string
  readonly path: string
  readonly start: number
  readonly end: number
  readonly text: string
}

/** True where a person should look before it is accepted: facts would go with it. */
export function needsCare({ holds }: Suggestion): boolean {
  return holds.some((kind) => kind !== 'quantity' && kind !== 'date')
}
