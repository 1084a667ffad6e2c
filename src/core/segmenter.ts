/** A word of a text with its part of speech (ICTCLAS tag set, as jieba gives: n, v, ns, m …). */
export interface TaggedWord {
  readonly word: string
  readonly tag: string
}

/** Cuts text into words; joined, the words are the text. */
export interface Segmenter {
  /** What its answers depend on: library and dictionary, by name and version. */
  readonly identity: string
  cut(text: string): readonly string[]
  tag(text: string): readonly TaggedWord[]
  /** The same for many short texts at once, which is much faster than one by one. */
  tagAll(texts: readonly string[]): readonly (readonly TaggedWord[])[]
  /** How often its dictionary counts a word, of some sixty million; 0 for one it does not hold. */
  frequency(word: string): number
}
