import { endsLikePublisher, type Labels } from './labels.js'
import { readNames } from './names.js'
import type { PageLine } from './page-lines.js'
import { joinNames, readDate } from './read-metadata.js'
import type { Reading } from './reading.js'

/** True for lines that a page's head gives and no reader sees: its title, meta and link elements. */
export function isHeadLine({ block }: PageLine): boolean {
  return block.tag === 'meta' || block.tag === 'title' || block.tag === 'link'
}

/** True for lines of the head that give the page's own address. */
export function isAddressLine(line: PageLine): boolean {
  const { tag, name } = line.block
  return isHeadLine(line) && (tag === 'link' || URL_NAMES.has((name ?? '').toLowerCase()))
}

/** What the meta elements of an HTML page tell, but for its title. */
export function readPageHead(lines: readonly PageLine[], labels: Labels): Reading[] {
  return lines.flatMap((line): Reading[] => {
    if (line.text === '' || !isHeadLine(line)) return []
    const reading = readHeadLine(line, labels)
    return reading === null ? [] : [{ ...reading, basis: 'stated' }]
  })
}

/** The lines that name the page's title, the most reliable first. */
export function titleLinesOfHead(lines: readonly PageLine[]): PageLine[] {
  const named = ({ block }: PageLine): number =>
    TITLE_NAMES.indexOf(block.tag === 'title' ? 'title' : (block.name ?? ''))
  return lines
    .filter((line) => isHeadLine(line) && line.text !== '' && named(line) >= 0)
    .sort((a, b) => named(a) - named(b))
}

function readHeadLine(line: PageLine, labels: Labels): Omit<Reading, 'basis'> | null {
  const { block, text, start, end } = line
  if (block.tag === 'title') return readSite(line, labels)
  if (block.tag === 'link')
    return /^https?:/.test(text)
      ? { field: 'url', value: text, spans: [{ start, end }], trust: 5 }
      : null
  const name = (block.name ?? '').toLowerCase()
  if (DATE_NAMES.has(name)) return readDate(text, start, 2.4)
  if (name === 'script:time') return readTimeStamp(line) ?? readDate(text, start, 1)
  if (URL_NAMES.has(name) && /^https?:/.test(text))
    return { field: 'url', value: text, spans: [{ start, end }], trust: 4 }
  const author = AUTHOR_NAMES.get(name)
  if (author !== undefined) return joinNames('author', readNames(text, start, labels, true), author)
  if (name === 'editor') return joinNames('editor', readNames(text, start, labels, true), 2)
  const trust = SOURCE_NAMES.get(name) ?? 0
  return trust > 0 && text.length <= LONGEST_NAME && /\p{L}/u.test(text)
    ? { field: 'publisher', value: text, spans: [{ start, end }], trust }
    : null
}

/** The site whose name ends the title of a page: `…_海风新闻网`. */
function readSite({ text, end }: PageLine, labels: Labels): Omit<Reading, 'basis'> | null {
  const value = SITE.exec(text)?.[1] ?? ''
  if (!endsLikePublisher(value, labels)) return null
  return { field: 'publisher', value, spans: [{ start: end - value.length, end }], trust: 0.3 }
}

/** Seconds or milliseconds since 1970, as scripts keep times; shown as they pass in China. */
function readTimeStamp({ text, start, end }: PageLine): Omit<Reading, 'basis'> | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(text)) return null
  const milliseconds = Number(text.padEnd(MILLISECOND_DIGITS, '0')) + CHINA_OFFSET
  const value = new Date(milliseconds).toISOString().slice(0, 'YYYY-MM-DDThh:mm:ss'.length)
  return { field: 'published', value, spans: [{ start, end }], trust: 1 }
}

const MILLISECOND_DIGITS = 13
const CHINA_OFFSET = 8 * 3_600_000

/** Names and properties of meta elements, as sites use them (Open Graph, Dublin Core, 政府网站规范). */
const TITLE_NAMES: readonly string[] = [
  'articletitle',
  'headline',
  'og:title',
  'twitter:title',
  'dc.title',
  'title',
  // The object beside the article's may be another article's.
  'script:title',
]
const DATE_NAMES: ReadonlySet<string> = new Set([
  'pubdate',
  'publishdate',
  'publish_date',
  'publish-date',
  'publish_time',
  'publishtime',
  'publishedtime',
  'releasedate',
  'datepublished',
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'og:release_date',
  'bytedance:published_time',
  'weibo:article:create_at',
  'weibo:webpage:create_at',
  'parsely-pub-date',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'firstpublishedtime',
])
const URL_NAMES: ReadonlySet<string> = new Set(['og:url', 'url'])
/** How far each is to be believed. */
const AUTHOR_NAMES: ReadonlyMap<string, number> = new Map([
  ...['author', 'article:author', 'og:article:author', 'dc.creator'].map(
    (name) => [name, 1.5] as const,
  ),
  ['script:author', 1],
])
const SOURCE_NAMES: ReadonlyMap<string, number> = new Map([
  ...['source', 'contentsource', 'mediaid', 'dc.source'].map((name) => [name, 2.5] as const),
  ['script:source', 1],
  ...['og:site_name', 'sitename', 'publisher'].map((name) => [name, 0.5] as const),
])
const SITE = /(?:[_|｜—-]|\s)([^\s_|｜—-]{2,14})$/
const LONGEST_NAME = 20
