import { findBodyRange, type LineRange, weighLine, weighWords } from './body-range.js'
import { findContainer, growRange, isInside } from './container.js'
import { findReplies } from './replies.js'
import { findSignedEnd } from './signed-end.js'
import type { ArticleOptions } from './options.js'
import { isHeadLine } from './page-head.js'
import type { PageLine } from './page-lines.js'
import type { PartFinder, PlacedPart } from './page-parts.js'

/** Where the article of a page lies. */
export interface BodyPlace {
  /** The lines, those of an HTML page with the part that each stands in. */
  readonly lines: readonly PageLine[]
  /** From the first paragraph to the last. */
  readonly body: LineRange
  /** All lines that may be the article's; for a text page those of `body`. */
  readonly reach: LineRange
  /** The path of the element that holds the article; null for a text page. */
  readonly container: string | null
}

/**
 * Finds the article among the lines of a text page: the run of them that is most like prose, and what
 * stands between it and the sign-off. `isSignOff` knows the lines that say who wrote and edited.
 */
export function locateInText(
  lines: readonly PageLine[],
  isSignOff: (line: PageLine) => boolean,
  options: ArticleOptions,
): BodyPlace {
  const range = findRange(lines, (line) => weighLine(line, options), options)
  const end = findSignedEnd(lines, range, isSignOff, options.signedEnd)
  const body = { first: range.first, last: end.prose }
  return { lines, body, reach: { first: body.first, last: end.line }, container: null }
}

/**
 * Finds the article of an HTML page: the run of lines most like prose that stands in none of the
 * parts which pages name as something else; then the element that holds it, and all of its prose.
 */
export function locateInPage(
  unplaced: readonly PageLine[],
  finder: PartFinder,
  options: ArticleOptions,
): BodyPlace {
  const weights = unplaced.map((line) => weighLine(line, options))
  const lines = placeParts(unplaced, weights, finder, options)
  const anywhere = ({ index }: PageLine): number => weights[index] ?? 0
  const weigh = (line: PageLine): number =>
    line.part === null ? anywhere(line) : -options.listItem
  const outside = findBodyRange(lines, weigh)
  const most = findBodyRange(lines, anywhere)
  // Where almost all prose stands in such parts, their names mean something else on this page.
  const isTold = (outside?.weight ?? 0) >= (most?.weight ?? 0) * options.namedShare
  const range = (isTold ? outside : most) ?? findRange(lines, anywhere, options)
  const container = findContainer(lines, range, isTold ? weigh : anywhere, options)
  const reach = beforeRest(lines, range, growRange(lines, range, container, options))
  return { lines, body: proseIn(lines, range, reach, container), reach, container }
}

function findRange(
  lines: readonly PageLine[],
  weigh: (line: PageLine) => number,
  options: ArticleOptions,
): LineRange {
  return (
    findBodyRange(lines, weigh) ??
    findBodyRange(lines, (line) => weighWords(line, options)) ??
    NOTHING
  )
}

/**
 * Gives each line that has none yet the outermost part it stands in; a part that holds most of all
 * prose is none.
 */
function placeParts(
  lines: readonly PageLine[],
  weights: readonly number[],
  finder: PartFinder,
  options: ArticleOptions,
): readonly PageLine[] {
  const partsOf = finder.forPage()
  const replies = findReplies(lines, weights)
  const prose = new Map<string, number>()
  let total = 0
  for (const line of lines) {
    const weight = weights[line.index] ?? 0
    if (weight <= 0) continue
    total += weight
    for (const { path } of partsOf(line.block.path))
      prose.set(path, (prose.get(path) ?? 0) + weight)
  }
  const isPart = ({ path }: PlacedPart): boolean =>
    (prose.get(path) ?? 0) <= total * options.wholeShare
  return lines.map((line) => {
    if (line.part !== null) return line
    const { path } = line.block
    const part = replyAt(path, replies) ?? partsOf(path).find(isPart)
    return part === undefined || isHeadLine(line) ? line : { ...line, part }
  })
}

function replyAt(path: string, replies: ReadonlySet<string>): PlacedPart | undefined {
  if (replies.size === 0) return undefined
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const outer = path.slice(0, end)
    if (replies.has(outer)) return { part: REPLY, path: outer }
  }
  return undefined
}

/** The reach up to a line behind which nothing is the article's, if one stands below its text. */
function beforeRest(
  lines: readonly PageLine[],
  range: LineRange,
  { first, last }: LineRange,
): LineRange {
  for (let index = range.last + 1; index <= last; index++)
    if (lines[index]!.mark?.covers === 'rest') return { first, last: index - 1 }
  return { first, last }
}

/** From the first to the last paragraph that the container has within reach. */
function proseIn(
  lines: readonly PageLine[],
  range: LineRange,
  reach: LineRange,
  container: string,
): LineRange {
  const isOwn = ({ shape, mark, part, block }: PageLine): boolean =>
    shape === 'prose' && mark === null && part === null && isInside(block.path, container)
  let { first, last } = range
  for (let index = reach.first; index < first; index++) if (isOwn(lines[index]!)) first = index
  for (let index = reach.last; index > last; index--) if (isOwn(lines[index]!)) last = index
  return { first, last }
}

const REPLY: PlacedPart['part'] = { id: 'article/reply', kind: 'related' }
/** Where no line speaks for an article, the page has none: the range before its first line. */
const NOTHING: LineRange = { first: 0, last: -1 }
