import type { AlignedText } from '../../core/aligned-text.js'
import type { Article, Field, Page, Script, Simplified } from '../../core/layers.js'
import type { StageSetup } from '../../core/stage.js'
import { loadPhraseLists } from '../../dictionary/phrase-lists.js'
import { LineMatcher, loadLineRules } from '../../rule/line-rules.js'
import { NOTICE_ROLES, NoticeFinder } from '../../rule/notices.js'
import { findBodyRange, type LineRange, weighLine, weighWords } from './body-range.js'
import { chooseLines, type Verdict } from './choose-lines.js'
import { findContainer, growRange } from './container.js'
import { readSurroundings } from './head-and-tail.js'
import { findHtmlTitle, type FoundTitle } from './html-title.js'
import { keepLines } from './keep-lines.js'
import { LabelReader } from './labelled.js'
import { loadLabels } from './labels.js'
import { FarmFinder } from '../../rule/link-farms.js'
import type { ArticleOptions } from './options.js'
import { type PageLine, PageLineReader } from './page-lines.js'
import type { MetadataField, Reading } from './read-metadata.js'
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
  const boilerplate = loadPhraseLists(dictionaries['boilerplate'] ?? [], ['line', ...NOTICE_ROLES])
  const spam = loadPhraseLists(dictionaries['spam'] ?? [], SPAM_ROLES)
  const lineReader = new PageLineReader(
    new LineMatcher(loadLineRules(setup.rules)),
    new NoticeFinder(boilerplate, options.notice),
    new FarmFinder(spam, options.farm),
    boilerplate,
  )
  const weigh = (line: PageLine): number => weighLine(line, options)
  return (page, simplified) => {
    const lines = lineReader.read(page, simplified)
    const body =
      findBodyRange(lines, weigh) ??
      findBodyRange(lines, (line) => weighWords(line, options)) ??
      NOTHING
    const isHtml = page.format === 'html'
    const container = isHtml ? findContainer(lines, body, weigh, options) : null
    const reach = container === null ? body : growRange(lines, body, container, options)
    const title = isHtml
      ? findHtmlTitle(lines, body, labels, options)
      : findTextTitle(lines, body, reader, options)
    const surroundings = readSurroundings({ lines, body, title, reader, labels, options })
    const findings = { body, reach, container, title, metadata: surroundings.metadata }
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
  reader: LabelReader,
  options: ArticleOptions,
): FoundTitle | null {
  const isMetadata = (line: PageLine): boolean => reader.read(line.text).length > 0
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

/** Where no line speaks for an article, the page has none: the range before its first line. */
const NOTHING: LineRange = { first: 0, last: -1 }
const SPAM_ROLES = [
  'seed',
  'hint',
  'before',
  'house',
  'behind',
  'advert',
  'contact',
  'topic',
  'crime',
  'verb',
  'matter',
  'title',
  'plain',
] as const
