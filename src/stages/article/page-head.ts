import type { Labels } from './labels.js'
import { readNames } from './names.js'
import type { PageLine } from './page-lines.js'
import { joinNames, readDate, type Reading } from './read-metadata.js'

/** True for lines that a page's head gives and no reader sees: its title, meta and link elements. */
export function isHeadLine({ block }: PageLine): boolean {
  return block.tag === 'meta' || block.tag === 'title' || block.tag === 'link'
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
  const named = (line: PageLine): number =>
    line.block.tag === 'title' ? TITLE_NAMES.length : TITLE_NAMES.indexOf(line.block.name ?? '')
  return lines
    .filter((line) => isHeadLine(line) && line.text !== '' && named(line) >= 0)
    .sort((a, b) => named(a) - named(b))
}

function readHeadLine(line: PageLine, labels: Labels): Omit<Reading, 'basis'> | null {
  const { block, text, start, end } = line
  if (block.tag === 'link')
    return /^https?:/.test(text)
      ? { field: 'url', value: text, spans: [{ start, end }], trust: 5 }
      : null
  const name = (block.name ?? '').toLowerCase()
  if (DATE_NAMES.has(name)) return readDate(text, start, 2.4)
  if (URL_NAMES.has(name) && /^https?:/.test(text))
    return { field: 'url', value: text, spans: [{ start, end }], trust: 4 }
  if (AUTHOR_NAMES.has(name)) return joinNames('author', readNames(text, start, labels, true), 1.5)
  if (name === 'editor') return joinNames('editor', readNames(text, start, labels, true), 2)
  const trust = SOURCE_NAMES.has(name) ? 2.5 : SITE_NAMES.has(name) ? 0.5 : 0
  return trust > 0 && text.length <= LONGEST_NAME && /\p{L}/u.test(text)
    ? { field: 'publisher', value: text, spans: [{ start, end }], trust }
    : null
}

/** Names and properties of meta elements, as sites use them (Open Graph, Dublin Core, 政府网站规范). */
const TITLE_NAMES: readonly string[] = [
  'articletitle',
  'headline',
  'og:title',
  'twitter:title',
  'dc.title',
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
const AUTHOR_NAMES: ReadonlySet<string> = new Set([
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
])
const SOURCE_NAMES: ReadonlySet<string> = new Set([
  'source',
  'contentsource',
  'mediaid',
  'dc.source',
])
const SITE_NAMES: ReadonlySet<string> = new Set(['og:site_name', 'sitename', 'publisher'])
const LONGEST_NAME = 20
