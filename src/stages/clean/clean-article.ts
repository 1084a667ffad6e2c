import { dropSpan, type DropKind, type Edit } from '../../core/edit.js'
import type { Article, Body } from '../../core/layers.js'
import { sliceSpan, type Span } from '../../core/span.js'
import type { StageSetup } from '../../core/stage.js'
import { loadPhraseLists } from '../../dictionary/phrase-lists.js'
import { LineMatcher, loadLineRules } from '../../rule/line-rules.js'
import { NOTICE_ROLES, NoticeFinder } from '../../rule/notices.js'
import { compareCopies } from './align-copies.js'
import { type Copies, findCopies } from './copies.js'
import { segmentsOf } from './edge-segments.js'
import { type Injected, InjectionFinder } from './injected.js'
import type { CleanOptions } from './options.js'
import { hasUndecodable } from './residue.js'

/** A stretch of the article's text that is not its own. */
interface Drop extends Span {
  readonly kind: DropKind
  readonly rule: string
  readonly entry: string | null
}

/**
 * Compiles rules and dictionaries to a function that cleans an article's text.
 * @throws {ConfigError} with what is wrong in them
 */
export function compileCleaner(setup: StageSetup<CleanOptions>): (article: Article) => Body {
  const { options, dictionaries, services } = setup
  const matcher = new LineMatcher(loadLineRules(setup.rules))
  const boilerplate = loadPhraseLists(dictionaries['boilerplate'] ?? [], ['line', ...NOTICE_ROLES])
  const spam = loadPhraseLists(dictionaries['spam'] ?? [], SPAM_ROLES)
  const notices = new NoticeFinder(boilerplate, options.notice)
  const injections = new InjectionFinder(spam, services.segmenter, options.injected)
  const { longest } = options.injected
  const isSame = (a: string, b: string): boolean => {
    if (a === b) return true
    const { onlyInA, onlyInB, isOtherwiseEqual } = compareCopies(a, b, longest)
    if (!isOtherwiseEqual) return false
    const hasSeed = (words: string) => (span: Span) =>
      injections.seedIn(sliceSpan(words, span)) !== null
    return onlyInA.every(hasSeed(a)) && onlyInB.every(hasSeed(b))
  }
  return ({ text: aligned }) => {
    const { text } = aligned
    const lines = linesOf(text)
    const copies = findCopies(text, lines, options, isSame)
    const repeated = copies.pairs.map(({ copy }) => ({
      ...lines[copy]!,
      kind: 'duplicate' as const,
      rule: copies.doubled ? 'clean/second-copy' : 'clean/repeated-line',
      entry: null,
    }))
    const fromCopies = injectedByCopies(text, lines, copies, injections, options)
    const found = injections.find(text, fromCopies)
    const injected = [...fromCopies, ...found].map((phrase): Drop => ({
      ...phrase,
      kind: 'injected',
    }))
    const edges = dropEdges(text, lines, matcher, notices, options)
    const flags = [
      ...(copies.doubled ? ['body-doubled'] : []),
      ...(injected.length > 0 ? ['spam-injected'] : []),
    ]
    const body = aligned.edit(toEdits(text, lines, [...repeated, ...injected, ...edges]))
    if (hasUndecodable(body.text)) flags.push('undecodable-text')
    return { text: body, flags }
  }
}

/** What one copy of a paragraph has more than the other and looks injected; offsets of the text. */
function injectedByCopies(
  text: string,
  lines: readonly Span[],
  { pairs }: Copies,
  injections: InjectionFinder,
  { injected }: CleanOptions,
): Injected[] {
  const inOrder = [...pairs].sort((a, b) => a.original - b.original)
  const found = inOrder.flatMap(({ original, copy }) => {
    const line = lines[original]!
    const a = text.slice(line.start, line.end)
    const b = text.slice(lines[copy]!.start, lines[copy]!.end)
    return compareCopies(a, b, injected.longest).onlyInA.flatMap(({ start, end }): Injected[] => {
      const entry = injections.seedIn(a.slice(start, end))
      if (entry === null) return []
      const span = { start: line.start + start, end: line.start + end }
      return [{ ...span, entry, rule: 'clean/only-in-one-copy' }]
    })
  })
  // A line with several copies is compared with each of them.
  return found.filter(({ start }, index) => index === 0 || start >= found[index - 1]!.end)
}

/** Sentences of the first and last lines that are notices, promotion or metadata. */
function dropEdges(
  text: string,
  lines: readonly Span[],
  matcher: LineMatcher,
  notices: NoticeFinder,
  { edgeLines }: CleanOptions,
): Drop[] {
  const edge = lines.filter((_, index) => index < edgeLines || index >= lines.length - edgeLines)
  const segments = edge.flatMap((line) => segmentsOf(text, line))
  const rules = matcher.match(text, segments)
  const found = notices.find(text, segments)
  return segments.flatMap((segment, index): Drop[] => {
    const rule = rules[index]
    if (rule !== null && rule !== undefined)
      return [{ ...segment, kind: rule.kind, rule: rule.id, entry: null }]
    const notice = found[index]
    if (notice === null || notice === undefined) return []
    return [{ ...segment, kind: 'disclaimer', rule: 'clean/notice', entry: notice }]
  })
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
      const drop = sorted[next]!
      if (drop.start < at) continue
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

const SPAM_ROLES: readonly string[] = ['seed', 'before', 'behind', 'topic', 'title']
