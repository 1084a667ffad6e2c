import { foldScripts } from '../../chinese/fold-scripts.js'
import { dropSpan, type Edit } from '../../core/edit.js'
import type { Article, Body } from '../../core/layers.js'
import type { Span } from '../../core/span.js'
import type { StageSetup } from '../../core/stage.js'
import { FixedLines } from '../../rule/fixed-lines.js'
import { FarmFinder } from '../../rule/link-farms.js'
import { LineMatcher, loadLineRules } from '../../rule/line-rules.js'
import { NoticeFinder } from '../../rule/notices.js'
import { loadPageDictionaries } from '../../rule/page-dictionaries.js'
import type { Drop } from './drop.js'
import { dropCopies } from './drop-copies.js'
import { dropEdges, type KnownLines } from './drop-edges.js'
import { segmentsOf } from './edge-segments.js'
import { InjectionFinder } from './injected.js'
import type { CleanOptions } from './options.js'
import { hasUndecodable } from './residue.js'
import { SpamLexicon } from './spam-lexicon.js'

/**
 * Compiles rules and dictionaries to a function that cleans an article's text.
 * @throws {ConfigError} with what is wrong in them
 */
export function compileCleaner(setup: StageSetup<CleanOptions>): (article: Article) => Body {
  const { options, dictionaries, services } = setup
  const rules = loadLineRules(setup.rules)
  const adverts = new LineMatcher(rules.filter(({ kind }) => kind === 'spam'))
  const { boilerplate, spam } = loadPageDictionaries(dictionaries)
  const known: KnownLines = {
    rules: new LineMatcher(rules),
    notices: new NoticeFinder(boilerplate, options.notice),
    fixed: new FixedLines(boilerplate),
  }
  const farms = new FarmFinder(spam, options.farm)
  const lexicon = new SpamLexicon(spam)
  const injections = new InjectionFinder(lexicon, services.segmenter, options.injected)
  return ({ text: aligned }) => {
    // Words are looked up in one script; every offset stays.
    const text = foldScripts(aligned.text)
    const lines = linesOf(text)
    const sentences = lines.flatMap((line) => segmentsOf(text, line))
    const copies = dropCopies(text, lines, sentences, lexicon, options)
    const titles = dropFarms(text, lines, farms)
    const injected = [
      ...copies.injected,
      ...injections.find(text, inOrder([...copies.injected, ...titles])),
    ].map((phrase): Drop => ({ ...phrase, kind: 'injected' }))
    const contacts = adverts.match(text, sentences).flatMap((rule, index): Drop[] => {
      if (rule === null) return []
      return [{ ...sentences[index]!, kind: rule.kind, rule: rule.id, entry: null }]
    })
    const edges = dropEdges(text, lines, known, options).filter(
      (edge) => !injected.some(({ start, end }) => start < edge.end && end > edge.start),
    )
    const flags = [
      ...(copies.isDoubled ? ['body-doubled'] : []),
      ...(injected.length + titles.length + contacts.length > 0 ? ['spam-injected'] : []),
    ]
    const drops = [...copies.dropped, ...titles, ...injected, ...edges, ...contacts]
    const body = aligned.edit(toEdits(text, lines, drops))
    if (hasUndecodable(body.text)) flags.push('undecodable-text')
    return { text: body, flags }
  }
}

/** Titles of link farms: lines of them, and runs of them before or behind the sentences of a line. */
function dropFarms(text: string, lines: readonly Span[], farms: FarmFinder): Drop[] {
  const verdicts = farms.judge(text, lines)
  const drops = lines.flatMap((line, index): Drop[] => {
    const entry = verdicts[index]?.entry ?? null
    if (entry === null || line.start === line.end) return []
    return [{ ...line, kind: 'spam', rule: 'spam/link-farm-titles', entry }]
  })
  const rest = lines.filter((_, index) => {
    const verdict = verdicts[index]
    return verdict !== undefined && verdict.entry === null && verdict.titleWords > 1
  })
  const segments = rest.flatMap((line) => segmentsOf(text, line))
  const runs = farms
    .findRuns(text, segments)
    .map((run): Drop => ({ ...run, kind: 'spam', rule: 'spam/link-farm-titles' }))
  return inOrder([...drops, ...runs])
}

function inOrder<T extends Span>(spans: readonly T[]): T[] {
  return [...spans].sort((a, b) => a.start - b.start)
}

/** Edits for the drops, the earlier of two that overlap; a line left empty goes with its break. */
function toEdits(text: string, lines: readonly Span[], drops: readonly Drop[]): Edit[] {
  const sorted = [...drops].sort((a, b) => a.start - b.start || b.end - a.end)
  const edits: Edit[] = []
  let next = 0
  let keepsAny = false
  for (const line of lines) {
    let at = line.start
    let kept = ''
    const inLine: Drop[] = []
    for (; next < sorted.length && sorted[next]!.start < line.end; next++) {
      const found = sorted[next]!
      if (found.end <= at && found.start < at) continue
      const drop = { ...found, start: Math.max(at, found.start) }
      kept += text.slice(at, drop.start)
      inLine.push(drop)
      at = drop.end
    }
    kept += text.slice(at, line.end)
    const isGone = kept.trim() === ''
    const first = inLine[0]
    if (isGone && first !== undefined) {
      const start = keepsAny ? line.start - 1 : line.start
      const end = keepsAny ? line.end : Math.min(text.length, line.end + 1)
      edits.push(toEdit({ ...first, start, end }))
    } else {
      for (const drop of inLine) edits.push(toEdit(drop))
      keepsAny = true
    }
  }
  return edits
}

function toEdit({ start, end, kind, rule, entry }: Drop): Edit {
  return dropSpan({ start, end }, kind, { stage: 'clean', rule, entry })
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}
