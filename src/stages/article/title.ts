import type { LineRange } from './body-range.js'
import type { ArticleOptions } from './options.js'
import { isHeadLine } from './page-head.js'
import type { PageLine } from './page-lines.js'
import { exactKey } from '../../rule/line-key.js'

/**
 * The title line of a text page: a line above the article that stands near its dateline, is
 * repeated, or directly heads the text. Null where nothing above the article looks like one.
 * `isMetadata` knows the lines that tell source, date and author.
 */
export function findTitleLine(
  lines: readonly PageLine[],
  body: LineRange,
  options: ArticleOptions,
  isMetadata: (line: PageLine) => boolean,
): PageLine | null {
  const from = Math.max(0, body.first - options.headLines)
  const head = lines.slice(from, body.first).filter(({ shape }) => shape !== 'empty')
  const pageTitle = exactKey(lines.find(({ shape }) => shape !== 'empty')?.text ?? '')
  const text = lines
    .slice(body.first, body.last + 1)
    .map((line) => line.text)
    .join('\n')
  let copies: ReadonlyMap<string, number> | null = null
  let best: PageLine | null = null
  let bestScore = 0
  for (const [at, line] of head.entries()) {
    if (!isTitleLike(line, options) || isMetadata(line)) continue
    copies ??= countCopies(lines, options)
    const key = exactKey(line.text)
    const near = [head[at - 1], head[at + 1], head[at + 2]].some(
      (other) => other !== undefined && (other.shape === 'date' || isMetadata(other)),
    )
    const distance = head.length - at
    // Of the first line, the page's own title, it is all but the name of the site.
    const isNamed = key.length < pageTitle.length && pageTitle.startsWith(key)
    const score =
      ((copies.get(key) ?? 0) > 1 || isNamed ? 4 : 0) +
      (isAbout(key, text) ? 2 : 0) +
      (near ? 3 : 0) +
      (distance <= 3 ? 1 : 0) +
      Math.min(1, key.length / 20)
    if (score > bestScore && score > 1) {
      bestScore = score
      best = line
    }
  }
  return best
}

/** True where a text speaks of what a title names; a section's or a site's name it does not. */
export function isAbout(key: string, text: string): boolean {
  if (key.length < 2) return false
  let shared = 0
  for (let at = 0; at + 2 <= key.length; at++) if (text.includes(key.slice(at, at + 2))) shared++
  return shared >= (key.length - 1) * ABOUT_SHARE
}

/** The share of a title's pairs of characters that its text holds. */
const ABOUT_SHARE = 0.2

function isTitleLike(line: PageLine, options: ArticleOptions): boolean {
  const { length } = line.text
  if (
    isHeadLine(line) ||
    line.mark !== null ||
    length < options.shortestTitle ||
    length > options.longestTitle
  )
    return false
  if (line.linkShare >= options.linkShare) return false
  return line.shape === 'heading' || line.shape === 'menu' || /[！？!?]”?$/.test(line.text)
}

/** How often each line short enough for a title stands in the page, by its key. */
function countCopies(lines: readonly PageLine[], options: ArticleOptions): Map<string, number> {
  const copies = new Map<string, number>()
  for (const { text } of lines) {
    if (text.length < options.shortestTitle || text.length > options.longestTitle) continue
    const key = exactKey(text)
    copies.set(key, (copies.get(key) ?? 0) + 1)
  }
  return copies
}
