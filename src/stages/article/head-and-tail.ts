import { parsePublished } from '../../chinese/published.js'
import type { LineRange } from './body-range.js'
import type { FoundTitle } from './html-title.js'
import type { LabelReader, Labelled } from './labelled.js'
import type { Labels } from './labels.js'
import { readByline } from './names.js'
import type { ArticleOptions } from './options.js'
import { readOutlet } from './outlet.js'
import { isHeadLine, readPageHead } from './page-head.js'
import type { PageLine } from './page-lines.js'
import { readTextBylines } from './text-bylines.js'
import { joinNames, readAccount, readLabelled, readUrl } from './read-metadata.js'
import type { MetadataField, Reading } from './reading.js'

/** What the lines around an article tell of it, and which lines do nothing else. */
export interface Surroundings {
  /** The surest reading of each field. */
  readonly readings: ReadonlyMap<MetadataField, Reading>
  /** Lines that are metadata, by index, with the rule that says so. */
  readonly metadata: ReadonlyMap<number, string>
}

/** A page, as far as it is understood when its metadata is read. */
export interface PageReading {
  readonly lines: readonly PageLine[]
  readonly body: LineRange
  readonly title: FoundTitle | null
  /** What is known before the lines are read. */
  readonly told: readonly Reading[]
  readonly reader: LabelReader
  readonly labels: Labels
  readonly options: ArticleOptions
}

/** Reads the lines above, in and below the article; lists of other articles are left alone. */
export function readSurroundings(page: PageReading): Surroundings {
  const { lines, body, labels, options } = page
  const found: Reading[] = [...page.told]
  const metadata = new Map<number, string>()
  const titleAt = page.title?.lines[0]?.index ?? body.first
  const first = Math.max(0, Math.min(titleAt - ABOVE_TITLE, body.first - options.headLines))
  for (const line of lines) {
    const url = line.text.includes('http') && !isHeadLine(line) ? readUrl(line, labels) : null
    if (url !== null) found.push({ ...url, basis: 'stated' })
  }
  const last = endOfTail(lines, body, options)
  const told: ToldLine[] = []
  for (let index = first; index <= last; index++) {
    const line = lines[index]!
    if (line.shape === 'empty' || isHeadLine(line) || isSentence(line)) continue
    if (page.title?.lines.includes(line) === true) continue
    if (line.mark !== null && line.mark.kind !== 'metadata') continue
    if (line.part?.part.kind === 'related') continue
    const isBelow = index > body.last
    const place = index < titleAt ? 'above' : isBelow ? 'below' : 'near'
    const isInside = index >= body.first && !isBelow
    const following = index < last ? lines[index + 1] : undefined
    const read = readLine(page, line, following, isInside)
    if (read !== null) told.push({ ...read, index, place, isInside })
  }
  for (const { index, place, isInside, readings, rule, takesNext } of withoutLists(told)) {
    const nearness = isInside || place === 'above' ? -1 : place === 'below' ? -0.2 : 0.5
    for (const reading of readings) {
      const trust = reading.trust + nearness
      if (reading.field === 'published' || trust >= LEAST_TRUST) found.push({ ...reading, trust })
    }
    metadata.set(index, rule)
    if (takesNext) metadata.set(index + 1, rule)
  }
  found.push(...readTextBylines(lines, body, labels), ...readNeighbours(lines, body, options))
  const head = readPageHead(lines, labels).filter((reading) => agrees(reading, found, page))
  return { readings: surest([...head, ...found]), metadata }
}

/**
 * False for an author whom only the page's head names: there sites put their editors, and themselves.
 * One whom the page shows too, and not as its editor, is believed.
 */
function agrees(reading: Reading, found: readonly Reading[], { lines }: PageReading): boolean {
  if (reading.field !== 'author' || reading.trust <= SCRIPT_TRUST) return true
  const names = reading.value.split('、')
  const isEditor = found.some(
    ({ field, value }) => field === 'editor' && names.some((name) => value.includes(name)),
  )
  const isShown = (name: string): boolean =>
    lines.some((line) => !isHeadLine(line) && line.text.includes(name))
  return !isEditor && names.every(isShown)
}

/** What a metadata line says. */
interface LineReadings {
  readonly readings: readonly Reading[]
  readonly rule: string
  /** True for a date without a label, which may be another article's. */
  readonly isLoose: boolean
  /** True where the line behind holds the value of this line's last label. */
  readonly takesNext: boolean
}

interface ToldLine extends LineReadings {
  readonly index: number
  readonly place: 'above' | 'near' | 'below'
  readonly isInside: boolean
}

/** Several dates without labels above the title or below the text are those of a list of others. */
function withoutLists(told: readonly ToldLine[]): ToldLine[] {
  const isListed = (place: ToldLine['place']): boolean =>
    told.filter((line) => line.isLoose && line.place === place).length > 1
  const listed = { above: isListed('above'), near: false, below: isListed('below') }
  return told.filter(({ isLoose, place }) => !isLoose || !listed[place])
}

/** What a line tells; null where it is no metadata line. */
function readLine(
  { reader, labels }: PageReading,
  line: PageLine,
  following: PageLine | undefined,
  inside: boolean,
): LineReadings | null {
  const items = reader.read(line.text)
  if (items.length > 0 && (!inside || isCertain(items))) {
    const readings = readLabelled(line, items, labels)
    if (inside && readings.length === 0) return null
    const last = items[items.length - 1]!
    const isOpen = last.value.start >= last.value.end && !inside && last.label !== ''
    if (isOpen && following !== undefined && following.text.length <= LONGEST_VALUE) {
      const value = { start: 0, end: following.text.length }
      if (following.mark === null && reader.read(following.text).length === 0)
        readings.push(...readLabelled(following, [{ ...last, value }], labels))
    }
    const takesNext = readings.some(
      ({ spans }) => (spans[0]?.start ?? 0) >= (following?.start ?? Infinity),
    )
    const isLoose = items.some(({ field }) => field === 'date')
    return { readings, rule: 'article/labelled-line', isLoose, takesNext }
  }
  const names = readByline(line.text, line.start, labels)
  const byline = joinNames('author', names, 3) ?? readHolder(line, labels, inside)
  if (byline === null) return null
  const outlet = readOutlet(line.text, line.start, labels)
  const readings = [byline, ...(outlet === null ? [] : [outlet])].map((reading): Reading => ({
    ...reading,
    basis: 'stated',
  }))
  return { readings, rule: 'article/byline', isLoose: false, takesNext: false }
}

/** A line in an element that is made for the name of an author or an account. */
function readHolder(
  { text, start, block, shape }: PageLine,
  labels: Labels,
  inside: boolean,
): Omit<Reading, 'basis'> | null {
  if (inside || shape !== 'heading' || text.length > LONGEST_HOLDER) return null
  const step = block.path.slice(block.path.lastIndexOf('/') + 1)
  const words = step.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/)
  const isHolder = words.some((word) => labels.nameHolders.has(word.toLowerCase()))
  return isHolder ? readAccount(text, start, labels) : null
}

/** In the midst of an article `时间:3月5日` may be its own text; 来源 and 责编 are not. */
function isCertain(items: readonly Labelled[]): boolean {
  return items.some(
    ({ field, label }) =>
      field === 'publisher' ||
      field === 'editor' ||
      (field === 'author' && (label.length > 1 || items.length === 1)) ||
      (field === 'published' && label.length > 2),
  )
}

function isSentence({ shape, text }: PageLine): boolean {
  return shape === 'prose' && /[。！？!?]/.test(text)
}

/** The last line below the article that may still be about it: a list of others ends the search. */
function endOfTail(lines: readonly PageLine[], body: LineRange, options: ArticleOptions): number {
  let seen = 0
  let index = body.last + 1
  for (; index < lines.length && seen < options.tailLines; index++) {
    const line = lines[index]!
    if (line.shape === 'empty') continue
    seen++
    const isOver = (line.mark?.covers ?? 'line') !== 'line' || line.part?.part.id === REPLY_ID
    if (isOver || line.shape === 'teaser')
      return line.part?.part.id === REPLY_ID ? body.last : index - 1
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
    if (line.mark?.kind !== 'navigation') continue
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
  const author = best.get('author')
  if (author !== undefined) best.set('author', withFurtherNames(author, found))
  const published = best.get('published')
  if (published !== undefined) best.set('published', withClock(published, found))
  return best
}

/** The names that are sure, with those that another place gives beside all of them. */
function withFurtherNames(author: Reading, found: readonly Reading[]): Reading {
  const names = author.value.split('、')
  let most = author
  for (const reading of found) {
    if (reading.field !== 'author') continue
    const others = reading.value.split('、')
    const isMore = others.length > most.value.split('、').length
    if (isMore && names.every((name) => others.includes(name))) most = reading
  }
  return most
}

/** A day that is sure, with the clock time that another place gives for the same day. */
function withClock(published: Reading, found: readonly Reading[]): Reading {
  if (published.value.includes('T') || published.basis === 'inferred') return published
  let finer = published
  let trust = 0
  for (const reading of found) {
    const isFiner = reading.field === 'published' && reading.value.startsWith(`${published.value}T`)
    if (!isFiner || reading.trust <= trust) continue
    finer = reading
    trust = reading.trust
  }
  return finer
}

/** What the object that holds the article says of its author is said of no editor. */
const SCRIPT_TRUST = 1
const REPLY_ID = 'article/reply'
/** How far above the title source and date may stand, in lines. */
const ABOVE_TITLE = 8
const LONGEST_VALUE = 40
const LONGEST_HOLDER = 16
/** What is less sure than this is not said of the article. */
const LEAST_TRUST = 1
