import type { Span } from '../core/span.js'
import type { CorpusOptions } from './options.js'
import type { Collocation, SpinningLexicon } from './spinning.js'
import type { WordedBody, WordSwap } from './swaps.js'

/** Which of a root and an article that reprints it. */
export type SpunSide = 'root' | 'article'

/** A swap with all its places: `from` in the root's body, `to` in the article's. */
export interface Swap {
  readonly from: string
  readonly to: string
  readonly count: number
  /** Where `to` stands in the article. */
  readonly spans: readonly Span[]
  /** Where `from` stands in the root. */
  readonly otherSpans: readonly Span[]
}

/** Equal swaps together, the most frequent first, then in order of the text. */
export function tallySwaps(swaps: readonly WordSwap[]): Swap[] {
  const places = new Map<string, WordSwap[]>()
  for (const swap of swaps) {
    const key = `${swap.from}→${swap.to}`
    const known = places.get(key)
    if (known === undefined) places.set(key, [swap])
    else known.push(swap)
  }
  return [...places.values()]
    .map((all) => ({
      from: all[0]!.from,
      to: all[0]!.to,
      count: all.length,
      spans: all.map(({ b }) => b),
      otherSpans: all.map(({ a }) => a),
    }))
    .sort((a, b) => b.count - a.count || (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
}

/**
 * Which of two near-copies a spinner wrote; null if none did. An editor changes a word here and
 * there; a spinner makes swaps known of spinners, or many different ones again and again. It is the
 * side that has the spinner's words, else the unnatural collocations, else the later one.
 */
export function judgeSpun(
  swaps: readonly WordSwap[],
  { root, article }: { readonly root: WordedBody; readonly article: WordedBody },
  spinning: SpinningLexicon,
  { knownSwaps, recurringSwaps, density }: CorpusOptions['spun'],
): SpunSide | null {
  const tally = tallySwaps(swaps)
  const inArticle = tally.filter(({ from, to }) => spinning.isKnown(from, to)).length
  const inRoot = tally.filter(({ from, to }) => spinning.isKnown(to, from)).length
  const recurring = tally.filter(({ count }) => count > 1).length
  const length = Math.min(root.codes.length, article.codes.length)
  const isDense = swaps.length >= (density * length) / 100
  const known = Math.max(inArticle, inRoot)
  // Names differ again and again between pages by one template: without a known swap that says nothing.
  const isSpun = known >= knownSwaps || (known > 0 && recurring >= recurringSwaps)
  if (!isSpun || !isDense) return null
  const difference =
    inArticle - inRoot || spinning.find(article.text).length - spinning.find(root.text).length
  return difference < 0 ? 'root' : 'article'
}

/** The collocations on a page that show it to be spun, whatever else there is; empty if too few. */
export function loneEvidence(
  text: string,
  spinning: SpinningLexicon,
  { entries, collocations }: CorpusOptions['spun'],
): readonly Collocation[] {
  const found = spinning.find(text)
  const swaps = new Set(found.map(({ from, to }) => `${from}→${to}`))
  return swaps.size >= entries && found.length >= collocations ? found : []
}
