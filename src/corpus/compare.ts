import type { Segmenter } from '../core/segmenter.js'
import type { Span } from '../core/span.js'
import { alignTokens, type Run } from './align.js'
import { containment, shinglesOf } from './containment.js'
import { differingFigures, type Gap, replacementsOf, sharedFigures } from './gaps.js'
import type { CorpusOptions } from './options.js'
import { judgeSpun, type SpunSide, type Swap, tallySwaps } from './spun.js'
import type { SpinningLexicon } from './spinning.js'
import { spanOf, type WordedBody, wordStartsOf, wordSwaps, type WordSwap } from './swaps.js'
import { tokensOf } from './tokens.js'

/** A body made ready to be compared with others. */
export interface ComparableBody extends WordedBody {
  readonly shingles: Uint32Array
}

/** A figure of an article and the other that the root has in its place; spans in each body. */
export interface Conflict {
  readonly text: string
  readonly other: string
  readonly spans: readonly Span[]
  readonly otherSpans: readonly Span[]
}

/** How an article's body stands to the body of the root that it reprints. */
export interface Comparison {
  /** The share of the shorter body's shingles that the longer one holds, to three decimals. */
  readonly similarity: number
  /** The one of the two whose words were swapped mechanically; null if neither. */
  readonly spun: SpunSide | null
  /** Those swaps, from the root's word to the article's; empty where neither is spun. */
  readonly swaps: readonly Swap[]
  readonly conflicts: readonly Conflict[]
}

/** Compares bodies two by two, from their text alone. */
export class BodyComparer {
  constructor(
    private readonly options: CorpusOptions,
    private readonly spinning: SpinningLexicon,
    private readonly segmenter: Segmenter,
  ) {}

  prepare(text: string): ComparableBody {
    const tokens = tokensOf(text)
    const { segmenter } = this
    let wordStarts: Uint8Array | null = null
    return {
      ...tokens,
      text,
      shingles: shinglesOf(tokens, this.options.reprint.shingle),
      // Cutting words is slow, and few comparisons come to ask for them.
      get wordStarts() {
        return (wordStarts ??= wordStartsOf(text, segmenter))
      },
    }
  }

  /** True where one is a reprint of the other: nearly the same, and no other report of its kind. */
  isReprint(a: ComparableBody, b: ComparableBody): boolean {
    if (a.text === b.text) return true
    const { shortest, leastLength, leastContainment, aligned, ...limits } = this.options.reprint
    const shorter = Math.min(a.codes.length, b.codes.length)
    if (shorter < shortest || shorter < leastLength * Math.max(a.codes.length, b.codes.length))
      return false
    const similarity = containment(a.shingles, b.shingles)
    if (similarity < leastContainment) return false
    const runs = alignTokens(a.codes, b.codes)
    const inOrder = runs.reduce((sum, { length }) => sum + length, 0)
    if (similarity < limits.containment && inOrder < aligned * shorter) return false
    return !this.isOtherReport(runs, a, b)
  }

  /** What an article has otherwise than its root. */
  compare(root: ComparableBody, article: ComparableBody): Comparison {
    const similarity = Math.round(containment(root.shingles, article.shingles) * 1000) / 1000
    if (root.text === article.text) return { similarity: 1, spun: null, swaps: [], conflicts: [] }
    const gaps = replacementsOf(alignTokens(root.codes, article.codes))
    const swaps = this.swapsIn(gaps, root, article)
    const spun = judgeSpun(swaps, { root, article }, this.spinning, this.options.spun)
    return {
      similarity,
      spun,
      swaps: spun === null ? [] : tallySwaps(swaps),
      conflicts: conflictsIn(gaps, root, article),
    }
  }

  /**
   * Reports by one template (weather, stock, epidemic bulletins) differ in their figures. A spinner
   * changes figures too, but words before all.
   */
  private isOtherReport(runs: readonly Run[], a: ComparableBody, b: ComparableBody): boolean {
    const { share, least, short } = this.options.template
    const gaps = replacementsOf(runs)
    const differing = differingFigures(gaps, a, b).length
    const total = differing + sharedFigures(runs, a)
    if (differing === 0 || differing <= share * total) return false
    if (differing < least && Math.min(a.codes.length, b.codes.length) > short) return false
    const swaps = this.swapsIn(gaps, a, b)
    return judgeSpun(swaps, { root: a, article: b }, this.spinning, this.options.spun) === null
  }

  private swapsIn(gaps: readonly Gap[], a: ComparableBody, b: ComparableBody): WordSwap[] {
    return gaps.length === 0 ? [] : wordSwaps(gaps, a, b)
  }
}

/** Figures that differ, equal pairs together, in order of the first. */
function conflictsIn(
  gaps: readonly Gap[],
  root: ComparableBody,
  article: ComparableBody,
): Conflict[] {
  const conflicts = new Map<string, { spans: Span[]; otherSpans: Span[] }>()
  for (const { a, b } of differingFigures(gaps, root, article)) {
    const otherSpan = spanOf(a, root)
    const span = spanOf(b, article)
    const text = article.text.slice(span.start, span.end)
    const key = `${text}\n${root.text.slice(otherSpan.start, otherSpan.end)}`
    const known = conflicts.get(key)
    if (known === undefined) conflicts.set(key, { spans: [span], otherSpans: [otherSpan] })
    else {
      known.spans.push(span)
      known.otherSpans.push(otherSpan)
    }
  }
  return [...conflicts].map(([key, spans]) => {
    const [text = '', other = ''] = key.split('\n')
    return { text, other, ...spans }
  })
}
