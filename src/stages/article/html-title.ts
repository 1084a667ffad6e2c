import type { Span } from '../../core/span.js'
import type { LineRange } from './body-range.js'
import type { Labels } from './labels.js'
import type { ArticleOptions } from './options.js'
import { isHeadLine, titleLinesOfHead } from './page-head.js'
import type { PageLine } from './page-lines.js'
import { findTitleLine, isAbout } from './title.js'
import { exactKey } from '../../rule/line-key.js'

/** A title as found: its words, and the lines of the page body that show it (none if only the head). */
export interface FoundTitle {
  readonly value: string
  readonly span: Span
  readonly lines: readonly PageLine[]
}

/**
 * The title of an HTML page: the line shown on the page whose words the page's head repeats (so no
 * suffix with the site's name), else the first heading, else the head's title without its suffix.
 */
export function findHtmlTitle(
  lines: readonly PageLine[],
  body: LineRange,
  labels: Labels,
  options: ArticleOptions,
  isMetadata: (line: PageLine) => boolean,
): FoundTitle | null {
  const heads = titleLinesOfHead(lines)
  const keys = heads.map(({ text }) => exactKey(text))
  let best: PageLine | null = null
  let bestScore = 0
  for (const line of lines.slice(0, body.last + 1)) {
    const score = scoreTitle(line, keys, body, options)
    if (score > bestScore) {
      bestScore = score
      best = line
    }
  }
  if (best !== null) return joinTitleLines(lines, best, keys)
  // Of what the head says, that is surest which another of its lines holds with a suffix.
  const head = heads.find((_, at) => isHeld(keys, at)) ?? heads[0]
  const named = head === undefined ? null : withoutSuffix(head, labels)
  const text = lines
    .slice(body.first, body.last + 1)
    .filter(({ shape }) => shape === 'prose')
    .map((line) => line.text)
    .join('\n')
  if (named !== null && isAbout(exactKey(named.value), text)) return named
  const line = findTitleLine(lines, body, options, isMetadata)
  return line === null ? named : { value: line.text, span: line, lines: [line] }
}

function isHeld(keys: readonly string[], at: number): boolean {
  const key = keys[at] ?? ''
  return key !== '' && keys.some((other, index) => index !== at && other.includes(key))
}

function scoreTitle(
  line: PageLine,
  keys: readonly string[],
  body: LineRange,
  options: ArticleOptions,
): number {
  const { text, block } = line
  if (text.length < options.shortestTitle || text.length > options.longestTitle) return 0
  if (isHeadLine(line) || line.mark !== null || line.shape === 'date') return 0
  const rank = HEADING.exec(block.tag)?.[1]
  const heading = rank === undefined ? 0 : Math.max(0, 4 - Number(rank))
  const key = exactKey(text)
  const repeated = keys.some((other) => other.includes(key))
  if (!repeated) {
    const isNear = line.index < body.first && body.first - line.index <= options.headLines
    return heading > 1 && isNear && line.linkShare < options.linkShare ? heading : 0
  }
  const share = Math.max(
    ...keys.map((other) => (other.includes(key) ? key.length / other.length : 0)),
  )
  // A section's name is in the head's title too, but is a small part of it.
  if (share < SMALLEST_SHARE && key.length < SURE_LENGTH) return 0
  const linked = line.linkShare >= options.linkShare ? 6 : 0
  const below = line.index > body.first ? 4 : 0
  return Math.max(0.1, 10 + key.length + heading * 4 - linked - below)
}

/** A title broken into lines: neighbours in the same element that go on with the head's words. */
function joinTitleLines(
  lines: readonly PageLine[],
  best: PageLine,
  keys: readonly string[],
): FoundTitle {
  let joined = [best]
  for (const step of [-1, 1] as const) {
    const other = lines[(step === 1 ? joined[joined.length - 1]! : joined[0]!).index + step]
    if (other === undefined || other.block.path !== best.block.path || other.text === '') continue
    const both = step === 1 ? [...joined, other] : [other, ...joined]
    const key = both.map(({ text }) => exactKey(text)).join('')
    if (exactKey(other.text) !== exactKey(best.text) && keys.some((k) => k.includes(key)))
      joined = both
  }
  const span = { start: joined[0]!.start, end: joined[joined.length - 1]!.end }
  return { value: joined.map(({ text }) => text).join(' '), span, lines: joined }
}

/** The head's title up to the first sign that sets off section and site. */
function withoutSuffix(line: PageLine, labels: Labels): FoundTitle {
  const { text } = line
  let end = text.search(SEPARATOR)
  if (end < 0) {
    const dash = text.lastIndexOf('-')
    const suffix = text.slice(dash + 1).trim()
    const isSite = labels.publisherEndings.some((ending) => suffix.endsWith(ending))
    end = dash > 0 && suffix.length <= LONGEST_SITE && isSite ? dash : text.length
  }
  if (end < SHORTEST_TITLE) end = text.length
  const value = text.slice(0, end).trim()
  // A script may hold the title as a string in a string.
  const [, inner] = /^"([^"]+)"$/.exec(value) ?? []
  const start = line.start + (inner === undefined ? 0 : 1)
  const words = inner ?? value
  return { value: words, span: { start, end: start + words.length }, lines: [] }
}

const HEADING = /^h([1-6])$/
const SMALLEST_SHARE = 0.4
const SURE_LENGTH = 10
const SEPARATOR = /[_|｜]|\s[-–—]+\s|[-–—]{2,}/
const LONGEST_SITE = 14
const SHORTEST_TITLE = 5
