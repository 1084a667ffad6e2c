import type { Span } from '../core/span.js'
import type { ArticleRecord } from '../pipeline/records.js'
import type { Gold } from './gold.js'
import type { Miss } from './report.js'
import { NO_SCORE, type Score } from './score.js'

/**
 * Scores the body by characters of the source, white space left out. What the annotation lists as
 * junk inside its body (injected words) does not belong to it.
 */
export function scoreBody(source: string, spans: readonly Span[], gold: Gold): Score {
  if (gold.body === undefined) return NO_SCORE
  const isExpected = coverOf(source.length, gold.body)
  for (const { start, end } of gold.junk ?? []) isExpected.fill(0, start, end)
  const isFound = coverOf(source.length, spans)
  let right = 0
  let found = 0
  let expected = 0
  for (let at = 0; at < source.length; at++) {
    if (isSpace(source.charCodeAt(at))) continue
    const wanted = isExpected[at] ?? 0
    const given = isFound[at] ?? 0
    right += wanted & given
    found += given
    expected += wanted
  }
  return { right, found, expected }
}

/** Scores what the article says of itself; a field that the annotation leaves out is not scored. */
export function scoreMetadata(
  article: Pick<ArticleRecord, 'title' | 'published' | 'publisher' | 'author'>,
  gold: Gold,
  document: string,
): { scores: Readonly<Record<string, Score>>; misses: readonly Miss[] } {
  const fields = {
    title: [gold.title, article.title],
    published: [gold.published, article.published],
    source: [gold.source, article.publisher],
    author: [gold.author, article.author],
  } as const
  const scores: Record<string, Score> = {}
  const misses: Miss[] = []
  for (const [kind, [expected, found]] of Object.entries(fields)) {
    if (expected === undefined) continue
    const isRight = kind === 'published' ? sameDay(expected, found) : sameText(expected, found)
    scores[kind] = { right: isRight ? 1 : 0, found: 1, expected: 1 }
    if (!isRight) misses.push({ document, kind, sentence: '', expected, found, junk: null })
  }
  return { scores, misses }
}

function coverOf(length: number, spans: readonly Span[]): Uint8Array {
  const cover = new Uint8Array(length)
  for (const { start, end } of spans) cover.fill(1, start, end)
  return cover
}

function isSpace(unit: number): boolean {
  return unit <= 0x20 || unit === 0xa0 || unit === 0x3000 || unit === 0xfeff
}

/** As precise as the annotation is: a day agrees with any minute of it. */
function sameDay(expected: string | null, found: string | null): boolean {
  if (expected === null || found === null) return expected === found
  return found === expected || found.startsWith(`${expected}T`)
}

function sameText(expected: string | null, found: string | null): boolean {
  return normal(expected) === normal(found)
}

function normal(text: string | null): string | null {
  return text === null ? null : text.replace(/\s+/g, ' ').trim()
}
