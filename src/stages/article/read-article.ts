import type { AlignedText } from '../../core/aligned-text.js'
import type { Article, Field, Page, Script, Simplified } from '../../core/layers.js'
import type { StageSetup } from '../../core/stage.js'
import { FixedLines } from '../../rule/fixed-lines.js'
import { LineMatcher, loadLineRules } from '../../rule/line-rules.js'
import { NoticeFinder } from '../../rule/notices.js'
import { loadPageDictionaries } from '../../rule/page-dictionaries.js'
import { chooseLines, type Verdict } from './choose-lines.js'
import type { LineRange } from './body-range.js'
import { locateInPage, locateInText } from './locate-body.js'
import { readSurroundings } from './head-and-tail.js'
import { findHtmlTitle, type FoundTitle } from './html-title.js'
import { keepLines } from './keep-lines.js'
import { LabelReader } from './labelled.js'
import { loadLabels } from './labels.js'
import { FarmFinder } from '../../rule/link-farms.js'
import type { ArticleOptions } from './options.js'
import { readByline } from './names.js'
import { type PageLine, PageLineReader } from './page-lines.js'
import { PartFinder } from './page-parts.js'
import type { MetadataField, Reading } from './reading.js'
import { readSiteFields, type SiteFields } from './site-fields.js'
import { findSitePage } from './site-page.js'
import { SiteFinder } from './sites.js'
import { findTitleLine } from './title.js'

/**
 * Compiles rules and dictionaries to a function that finds the article of a page.
 * @throws {ConfigError} with what is wrong in them
 */
export function compileArticleReader(
  setup: StageSetup<ArticleOptions>,
): (page: Page, simplified: Simplified) => Article {
  const { options, dictionaries } = setup
  const labels = loadLabels(dictionaries['labels'] ?? [])
  const reader = new LabelReader(labels)
  const { boilerplate, spam } = loadPageDictionaries(dictionaries)
  const lineReader = new PageLineReader(
    new LineMatcher(loadLineRules(setup.rules)),
    new NoticeFinder(boilerplate, options.notice),
    new FarmFinder(spam, options.farm),
    new FixedLines(boilerplate),
  )
  const isMetadata = (line: PageLine): boolean =>
    reader.read(line.text).length > 0 || readByline(line.text, 0, labels).length > 0
  const isSignOff = (line: PageLine): boolean =>
    line.mark?.kind === 'disclaimer' || line.mark?.kind === 'metadata' || isMetadata(line)
  const parts = new PartFinder(dictionaries['page-parts'] ?? [])
  const sites = new SiteFinder(dictionaries['sites'] ?? [])
  return (page, simplified) => {
    const isHtml = page.format === 'html'
    const read = lineReader.read(page, simplified)
    const site = isHtml ? findSitePage(read, sites, labels, options) : null
    const found = isHtml
      ? locateInPage(site?.withDrops(read) ?? read, parts, options)
      : locateInText(read, isSignOff, options)
    const place = site?.place(found) ?? found
    const { lines, body } = place
    const shown = isHtml
      ? findHtmlTitle(lines, body, labels, options, isMetadata)
      : findTextTitle(lines, body, options, isMetadata)
    const title = site?.title(lines) ?? shown
    const own = site === null ? NOTHING_OWN : readSiteFields(site, lines, { reader, labels })
    const told = own.readings
    const surroundings = readSurroundings({ lines, body, title, told, reader, labels, options })
    const metadata = new Map([...surroundings.metadata, ...own.metadata])
    const findings = { ...place, title, metadata }
    const verdicts = chooseLines(lines, findings, options)
    return {
      text: keepLines(simplified.text, lines, verdicts),
      title: titleField(simplified.text, title),
      ...fieldsOf(simplified.text, surroundings.readings),
      script: scriptOf(simplified, verdicts),
      region: null,
    }
  }
}

function findTextTitle(
  lines: readonly PageLine[],
  body: LineRange,
  options: ArticleOptions,
  isMetadata: (line: PageLine) => boolean,
): FoundTitle | null {
  const line = findTitleLine(lines, body, options, isMetadata)
  return line === null ? null : { value: line.text, span: line, lines: [line] }
}

function titleField(text: AlignedText, title: FoundTitle | null): Field | null {
  if (title === null) return null
  const { start, end } = title.span
  return { value: title.value, sourceSpans: text.toSource({ start, end }), basis: 'stated' }
}

function fieldsOf(
  text: AlignedText,
  readings: ReadonlyMap<MetadataField, Reading>,
): Readonly<Record<MetadataField, Field | null>> {
  const field = (name: MetadataField): Field | null => {
    const reading = readings.get(name)
    if (reading === undefined) return null
    const sourceSpans = reading.spans.flatMap((span) => text.toSource(span))
    return { value: reading.value, sourceSpans, basis: reading.basis }
  }
  return {
    published: field('published'),
    publisher: field('publisher'),
    author: field('author'),
    editor: field('editor'),
    url: field('url'),
  }
}

/** The script of the kept lines; lines in neither (figures, names in Latin letters) do not count. */
function scriptOf(simplified: Simplified, verdicts: readonly Verdict[]): Script {
  const seen = new Set(simplified.scripts.filter((_, index) => verdicts[index]?.keep === true))
  seen.delete('other')
  const [only] = seen
  if (only === undefined) return 'other'
  return seen.size === 1 ? only : 'mixed'
}

const NOTHING_OWN: SiteFields = { readings: [], metadata: new Map() }
