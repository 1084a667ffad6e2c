import { parsePublished } from '../../chinese/published.js'
import type { LineRange } from './body-range.js'
import type { LabelReader, Labelled } from './labelled.js'
import type { Labels } from './labels.js'
import { readByline } from './names.js'
import type { ArticleOptions } from './options.js'
import type { PageLine } from './page-lines.js'
import { joinNames, type MetadataField, readLabelled, readUrl, type Reading } from './read-metadata.js'

/** What the lines around an article tell of it, and which lines do nothing else. */
export interface Surroundings {
  /** The surest reading of each field. */
  readonly readings: ReadonlyMap<MetadataField, Reading>
  /** Lines that are metadata, by index, with the rule that says so. */
  readonly metadata: ReadonlyMap<number, string>
}

/** Reads the lines above, in and below the article; lists of other articles are left alone. */
export function readSurroundings(
  lines: readonly PageLine[],
  body: LineRange,
  reader: LabelReader,
  labels: Labels,
  options: ArticleOptions,
): Surroundings {
  const found: Reading[] = []
  const metadata = new Map<number, string>()
  const first = Math.max(0, body.first - options.headLines)
  const last = endOfTail(lines, body, options)
  for (const line of lines.slice(first, last + 1)) {
    if (line.shape === 'empty' || isSentence(line)) continue
    const inside = line.index >= body.first && line.index <= body.last
    if (line.rule === null || line.rule.kind === 'metadata') {
      const items = reader.read(line.text)
      if (items.length > 0 && (!inside || isCertain(items))) {
        metadata.set(line.index, 'article/labelled-line')
        found.push(...nearer(readLabelled(line, items, labels), line.index <= body.last))
        continue
      }
      const names = readByline(line.text, line.start, labels)
      const byline = joinNames('author', names, inside ? 2 : 3)
      if (byline !== null) {
        metadata.set(line.index, 'article/byline')
        found.push({ ...byline, basis: 'stated' })
      }
    }
  }
  for (const line of lines.slice(first, last + 1)) {
    const url = line.text.includes('http') ? readUrl(line, labels) : null
    if (url !== null) found.push({ ...url, basis: 'stated' })
  }
  found.push(...readNeighbours(lines, body, options))
  return { readings: surest(found), metadata }
}

/** Above the article comes before below it: a sign-off repeats the byline, or tells of the next. */
function nearer(readings: readonly Reading[], above: boolean): Reading[] {
  return readings.map((reading) => (above ? reading : { ...reading, trust: reading.trust - 0.2 }))
}

/** In the midst of an article `时间:3月5日` may be its own text; 来源 and 责编 are not. */
function isCertain(items: readonly Labelled[]): boolean {
  return items.some(
    ({ field, label }) =>
      field === 'publisher' ||
      field === 'editor' ||
      (field === 'author' && label.length > 1) ||
      (field === 'published' && label.length > 2),
  )
}

function isSentence({ shape, text }: PageLine): boolean {
  return shape === 'prose' && /[。！？!?]/.test(text)
}

/** The last line below the article that may still be about it: a list of others ends the search. */
function endOfTail(
  lines: readonly PageLine[],
  body: LineRange,
  options: ArticleOptions,
): number {
  let seen = 0
  let index = body.last + 1
  for (; index < lines.length && seen < options.tailLines; index++) {
    const line = lines[index]!
    if (line.shape === 'empty') continue
    seen++
    if (line.rule?.covers === 'below' || line.shape === 'teaser') return index - 1
  }
  return index - 1
}

/**
 * A date that only the links to the articles before and behind show: the day both share, else that
 * of the one before, which was published last before this one.
 */
function readNeighbours(
  lines: readonly PageLine[],
  body: LineRange,
  options: ArticleOptions,
): Reading[] {
  const dates: { readonly day: string; readonly start: number; readonly end: number }[] = []
  for (const line of lines.slice(body.last + 1, body.last + 1 + options.tailLines)) {
    if (line.rule?.kind !== 'navigation') continue
    const date = parsePublished(line.text)
    if (date === null) continue
    const start = line.start + date.start
    dates.push({ day: date.value.slice(0, 10), start, end: line.start + date.end })
  }
  const [before] = dates
  if (before === undefined) return []
  const spans = dates
    .filter(({ day }) => day === before.day)
    .map(({ start, end }) => ({ start, end }))
  return [{ field: 'published', value: before.day, spans, trust: 0, basis: 'inferred' }]
}

function surest(found: readonly Reading[]): Map<MetadataField, Reading> {
  const best = new Map<MetadataField, Reading>()
  for (const reading of found) {
    const other = best.get(reading.field)
    if (other === undefined || reading.trust > other.trust) best.set(reading.field, reading)
  }
  return best
}
