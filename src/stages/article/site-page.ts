import { findBodyRange, type LineRange, weighLine } from './body-range.js'
import { isInside } from './container.js'
import type { FoundTitle } from './html-title.js'
import type { Labels } from './labels.js'
import type { BodyPlace } from './locate-body.js'
import type { ArticleOptions } from './options.js'
import { isAddressLine, isHeadLine } from './page-head.js'
import type { PageLine } from './page-lines.js'
import { readUrl } from './read-metadata.js'
import { elementFinder } from './selector.js'
import type { Site, SiteField, SiteFinder } from './sites.js'

/** A page of a known site, laid out as the site's selectors expect. */
export class SitePage {
  private readonly bodyOf: (path: string) => string | null
  private readonly dropOf: (path: string) => string | null

  constructor(
    readonly site: Site,
    private readonly options: ArticleOptions,
  ) {
    this.bodyOf = elementFinder(site.body)
    this.dropOf = elementFinder(site.drop)
  }

  /**
   * True where the selectors of the body find prose, and not just a little of what the page has; and
   * for a site without such selectors. Else the site has changed its layout since.
   */
  knows(lines: readonly PageLine[]): boolean {
    if (this.site.body.length === 0) return true
    const own = lines.filter((line) => elementAt(line, this.bodyOf) !== null)
    const weigh = (line: PageLine): number => weighLine(line, this.options)
    const most = findBodyRange(lines, weigh)?.weight ?? 0
    const prose = own.reduce((sum, line) => sum + Math.max(0, weigh(line)), 0)
    return own.length > 0 && prose >= most * this.options.siteShare
  }

  /** The lines, those of elements to drop placed in a part of the page that is not the article. */
  withDrops(lines: readonly PageLine[]): readonly PageLine[] {
    if (this.site.drop.length === 0) return lines
    return lines.map((line) => {
      const path = elementAt(line, this.dropOf)
      return path === null ? line : this.dropped(line, path)
    })
  }

  /** The place of the article as the selectors of the body tell; `found` for a site without any. */
  place(found: BodyPlace): BodyPlace {
    const elements = found.lines.map((line) => elementAt(line, this.bodyOf))
    const first = elements.findIndex((element) => element !== null)
    if (first < 0) return found
    const reach = { first, last: elements.findLastIndex((element) => element !== null) }
    const lines = found.lines.map((line, index) => {
      const element = elements[index] ?? null
      if (element === null)
        return line.part === null && isWithin(index, reach)
          ? this.dropped(line, line.block.path)
          : line
      const { part } = line
      if (part === null || part.part.id === this.site.id) return line
      // Parts in the article are left out of it; what the element itself or one around it is called
      // says nothing here.
      return isInside(part.path, element) && part.path !== element ? line : { ...line, part: null }
    })
    // What is not the article's has a part, so nothing depends on one element that holds it all.
    return { lines, body: proseIn(lines, reach), reach, container: '' }
  }

  /** The title where the site shows it: the lines of the first element that holds one. */
  title(lines: readonly PageLine[]): FoundTitle | null {
    for (const selector of this.site.title) {
      const shown = firstElement(lines, elementFinder([selector]))
      const [first] = shown
      const value = shown.map(({ text }) => text).join(' ')
      if (first === undefined || value.length > this.options.longestTitle) continue
      const span = { start: first.start, end: shown[shown.length - 1]!.end }
      return { value, span, lines: shown }
    }
    return null
  }

  /** The lines in the elements of a field, those of earlier selectors first. */
  linesOf(field: SiteField, lines: readonly PageLine[]): PageLine[] {
    return this.site[field].flatMap((selector) => {
      const find = elementFinder([selector])
      return lines.filter((line) => elementAt(line, find) !== null)
    })
  }

  private dropped(line: PageLine, path: string): PageLine {
    return { ...line, part: { part: { id: this.site.id, kind: 'navigation' }, path } }
  }
}

/**
 * The page, if it is one of a known site: by the addresses that its head gives as its own, else by
 * those that it shows. Null for other sites, and where the site's selectors find no article.
 */
export function findSitePage(
  lines: readonly PageLine[],
  sites: SiteFinder,
  labels: Labels,
  options: ArticleOptions,
): SitePage | null {
  const inHead = lines.filter((line) => isAddressLine(line) && line.text !== '')
  const addresses =
    inHead.length > 0 ? inHead.map(({ text }) => text) : shownAddresses(lines, labels)
  for (const address of addresses) {
    const site = sites.find(address)
    if (site === null) continue
    const page = new SitePage(site, options)
    return page.knows(lines) ? page : null
  }
  return null
}

/** The path of the element around a line that `find` finds; null for none, and in the head. */
function elementAt(line: PageLine, find: (path: string) => string | null): string | null {
  return line.text === '' || isHeadLine(line) ? null : find(line.block.path)
}

/** The lines of the first element found that stand one behind the other. */
function firstElement(
  lines: readonly PageLine[],
  find: (path: string) => string | null,
): PageLine[] {
  const shown: PageLine[] = []
  let element: string | null = null
  for (const line of lines) {
    const own = elementAt(line, find)
    if (shown.length > 0 && own !== element) break
    if (own !== null) shown.push(line)
    element = own
  }
  return shown
}

function shownAddresses(lines: readonly PageLine[], labels: Labels): string[] {
  return lines.flatMap((line) => {
    const url = line.text.includes('http') ? readUrl(line, labels) : null
    return url === null ? [] : [url.value]
  })
}

function isWithin(index: number, { first, last }: LineRange): boolean {
  return index >= first && index <= last
}

/** From the first to the last paragraph of the article; all of `reach` where it has none. */
function proseIn(lines: readonly PageLine[], reach: LineRange): LineRange {
  const isOwn = ({ index, shape, mark, part }: PageLine): boolean =>
    isWithin(index, reach) && shape === 'prose' && mark === null && part === null
  const first = lines.findIndex(isOwn)
  return first < 0 ? reach : { first, last: lines.findLastIndex(isOwn) }
}
