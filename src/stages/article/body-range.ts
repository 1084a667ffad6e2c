import type { ArticleOptions } from './options.js'
import { isHeadLine } from './page-head.js'
import type { LineMark, PageLine } from './page-lines.js'

/** The lines from `first` to `last`, both included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

export interface WeighedRange extends LineRange {
  readonly weight: number
}

/**
 * The run of lines that speaks loudest for being the article: that with the largest sum of weights
 * (the earlier of equals). Null where no line speaks for it.
 */
export function findBodyRange(
  lines: readonly PageLine[],
  weigh: (line: PageLine) => number,
): WeighedRange | null {
  let best: WeighedRange | null = null
  let bestSum = 0
  let sum = 0
  let first = 0
  for (const line of lines) {
    const weight = weigh(line)
    if (sum <= 0) {
      sum = 0
      first = line.index
    }
    sum += weight
    if (sum > bestSum) {
      bestSum = sum
      best = { first, last: line.index, weight: sum }
    }
  }
  return best
}

/**
 * As `weighLine`, for a page without a sentence (captions under pictures, a list): what it has of
 * words that are no links speaks for the article.
 */
export function weighWords(line: PageLine, options: ArticleOptions): number {
  const isWords = line.shape === 'heading' && line.mark === null && !isHeadLine(line)
  if (!isWords || line.linkShare >= options.linkShare) return weighLine(line, options)
  return Math.min(line.text.length, options.shortestProse) * WORDS_SHARE
}

/** What a line weighs, in characters of prose; below 0 it speaks against being in an article. */
export function weighLine(line: PageLine, options: ArticleOptions): number {
  const { mark, text } = line
  if (isHeadLine(line)) return 0
  if (mark !== null) return -ruledCost(mark, options)
  const prose = Math.min(text.length, options.longestParagraph)
  if (line.linkShare >= options.linkShare) return -Math.min(prose, options.date)
  // The cells of a table in the midst of an article say nothing of where it ends.
  if (line.shape !== 'prose' && isInCell(line.block.path)) return 0
  switch (line.shape) {
    case 'empty':
      return 0
    case 'prose':
      return prose * (1 - line.linkShare)
    case 'teaser':
      return -Math.max(prose * options.teaser, options.heading)
    case 'date':
    case 'stamped':
      return -options.date
    case 'heading':
      return -options.heading
    case 'item':
    case 'menu':
    case 'mark':
      return -options.listItem
  }
}

function ruledCost(mark: LineMark, { ruled }: ArticleOptions): number {
  if (mark.covers !== 'line') return ruled.below
  if (mark.isFixed) return ruled.fixed
  switch (mark.kind) {
    case 'metadata':
    case 'disclaimer':
    case 'related':
    case 'advert':
    case 'spam':
      return ruled[mark.kind]
    default:
      return ruled.navigation
  }
}

/** True for a block in a cell of a table. */
export function isInCell(path: string): boolean {
  return path.includes('/t') && CELL.test(path)
}

const CELL = /\/t[dh](?:[.#:/]|$)/
/** Of a line of words without a sentence so much of its length counts. */
const WORDS_SHARE = 0.25
