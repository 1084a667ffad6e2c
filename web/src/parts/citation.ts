import type { FactDetail } from '../../../src/audit/api.js'

/** A citation that can be checked without this program: quote, article, and the place in hashed bytes. */
export function citationOf({ line, place }: FactDetail): string {
  const { title, publisher, published, url } = line
  const spans = place.spans.map(({ start, end }) => `${start}–${end}`).join(', ')
  const about = [publisher, title === null ? null : `《${title}》`, published?.slice(0, 10)]
  return [
    `“${place.quote.trim()}”`,
    about.filter((part) => part != null).join(', '),
    url,
    `sha256:${place.sha256}, UTF-16 ${spans}`,
  ]
    .filter((part) => part !== null && part !== '')
    .join('\n')
}
