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
import type { Site, SiteFinder, SitePart } from './sites.js'

/** A page of a known site, laid out as the site's selectors expect. */
export class SitePage {
  private readonly finders = new Map<SitePart, (path: string) => string | null>()

  constructor(
    readonly site: Site,
    private readonly options: ArticleOptions,
  ) {}

  /** The path of the outermost element that a part's selectors mean around a line; null for none. */
  elementOf(part: SitePart, line: PageLine): string | null {
    if (line.text === '' || isHeadLine(line)) return null
    let find = this.finders.get(part)
    if (find === undefined) this.finders.set(part, (find = elementFinder(this.site[part])))
    return find(line.block.path)
  }

  /**
   * True where what the selectors of the body find holds a fair share of the page's prose, and for a
   * site without such selectors. If it is not, the site has changed its layout since.
   */
  knows(lines: readonly PageLine[]): boolean {
    if (this.site.body.length === 0) return true
    const own = lines.filter((line) => this.elementOf('body', line) !== null)
    const weigh = (line: PageLine): number => weighLine(line, this.options)
    const most = findBodyRange(lines, weigh)?.weight ?? 0
    const prose = own.reduce((sum, line) => sum + Math.max(0, weigh(line)), 0)
    return own.length > 0 && prose >= most * this.options.namedShare
  }

  /** The lines, those of elements to drop placed in a part of the page that is not the article. */
  withDrops(lines: readonly PageLine[]): readonly PageLine[] {
    if (this.site.drop.length === 0) return lines
    return lines.map((line) => {
      const path = this.elementOf('drop', line)
      return path === null ? line : this.dropped(line, path)
    })
  }

  /** The place of the article as the selectors of the body tell; `found` for a site without any. */
  place(found: BodyPlace): BodyPlace {
    const elements = found.lines.map((line) => this.elementOf('body', line))
    const first = elements.findIndex((element) => element !== null)
    if (first < 0) return found
    const reach = { first, last: elements.findLastIndex((element) => element !== null) }
    const lines = found.lines.map((line, index) => {
      const element = elements[index] ?? null
      if (element === null)
        return line.part === null && isWithin(index, reach)
          ? this.dropped(line, line.block.path)
          : line
      // A part is one of the article only if it lies in it; what lies around it is the page's.
      const isPart = line.part !== null && isInside(line.part.path, element)
      return isPart || line.part?.part.id === this.site.id ? line : { ...line, part: null }
    })
    // What is not the article's has a part, so nothing depends on one element that holds it all.
    return { lines, body: proseIn(lines, reach), reach, container: '' }
  }

  /** The title where the site shows it: the lines of the first element that holds one. */
  title(lines: readonly PageLine[]): FoundTitle | null {
    const shown: PageLine[] = []
    let element: string | null = null
    for (const line of lines) {
      const own = this.elementOf('title', line)
      const last = shown[shown.length - 1]
      if (own === null) continue
      if (last !== undefined && (own !== element || line.index > last.index + 1)) break
      element = own
      shown.push(line)
    }
    const [first] = shown
    const value = shown.map(({ text }) => text).join(' ')
    if (first === undefined || value.length > this.options.longestTitle) return null
    return { value, span: { start: first.start, end: shown[shown.length - 1]!.end }, lines: shown }
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
