import type { LabelReader } from './labelled.js'
import type { Labels } from './labels.js'
import { readByline, readNames } from './names.js'
import type { PageLine } from './page-lines.js'
import { joinNames, readDate, readLabelled, readPublisher } from './read-metadata.js'
import type { Reading } from './reading.js'
import type { SitePage } from './site-page.js'
import type { SiteField } from './sites.js'

/** What a site's own places for metadata say, and which lines do nothing else. */
export interface SiteFields {
  readonly readings: readonly Reading[]
  /** By index, with the entry of the dictionary that says so. */
  readonly metadata: ReadonlyMap<number, string>
}

/**
 * Reads date, author and publisher from the lines that a site's selectors name, of each
 * the first that gives a value. A selector says where to look; what is a date or a name, the readers decide.
 */
export function readSiteFields(
  page: SitePage,
  lines: readonly PageLine[],
  { reader, labels }: { readonly reader: LabelReader; readonly labels: Labels },
): SiteFields {
  const readings: Reading[] = []
  const metadata = new Map<number, string>()
  for (const field of FIELDS)
    for (const line of page.linesOf(field, lines)) {
      const items = reader.read(line.text)
      const reading =
        items.length > 0
          ? surestOf(field, readLabelled(line, items, labels))
          : readField(field, line, labels)
      if (reading === null) continue
      readings.push({ ...reading, trust: SITE_TRUST, basis: 'stated' })
      if (line.shape !== 'prose') metadata.set(line.index, page.site.id)
      break
    }
  return { readings, metadata }
}

function surestOf(field: SiteField, readings: readonly Reading[]): Reading | null {
  let best: Reading | null = null
  for (const reading of readings)
    if (reading.field === field && reading.trust > (best?.trust ?? 0)) best = reading
  return best
}

/** What a line that has no labels says as a whole. */
function readField(
  field: SiteField,
  { text, start }: PageLine,
  labels: Labels,
): Omit<Reading, 'basis'> | null {
  switch (field) {
    case 'published':
      return readDate(text, start, SITE_TRUST)
    case 'publisher':
      return readPublisher(text, start, labels, SITE_TRUST)
    case 'author': {
      const names = readByline(text, start, labels)
      return joinNames(
        'author',
        names.length > 0 ? names : readNames(text, start, labels, true),
        SITE_TRUST,
      )
    }
  }
}

const FIELDS: readonly SiteField[] = ['published', 'author', 'publisher']
/** More than anything else on a page is believed. */
const SITE_TRUST = 6
