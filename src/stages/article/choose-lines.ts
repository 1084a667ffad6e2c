import type { DropKind } from '../../core/edit.js'
import { isInCell, type LineRange } from './body-range.js'
import { isInside } from './container.js'
import type { FoundTitle } from './html-title.js'
import type { ArticleOptions } from './options.js'
import { isHeadLine } from './page-head.js'
import type { PageLine } from './page-lines.js'
import { exactKey } from '../../rule/line-key.js'

/** What becomes of a line: it is the article's, or it is dropped as `kind` for `rule`. */
export type Verdict =
  { readonly keep: true } | { readonly keep: false; readonly kind: DropKind; readonly rule: string }

/** What is known of a page when its lines are judged. */
export interface PageFindings {
  /** From the first paragraph to the last. */
  readonly body: LineRange
  /** All lines that may be the article's; for a text page those of `body`. */
  readonly reach: LineRange
  /** The path of the element that holds the article; null for a text page. */
  readonly container: string | null
  readonly title: FoundTitle | null
  /** Lines that are metadata and nothing else, by index, with the rule that says so. */
  readonly metadata: ReadonlyMap<number, string>
}

/** Judges every line of a page; the result is by line. */
export function chooseLines(
  lines: readonly PageLine[],
  findings: PageFindings,
  options: ArticleOptions,
): Verdict[] {
  const { body, title, metadata } = findings
  const key = title === null ? '' : exactKey(title.value)
  const titleLines = new Set(title?.lines)
  const extent = extentOf(lines, findings)
  let inList = false
  return lines.map((line) => {
    const { index, mark } = line
    if (line.shape === 'empty') return EMPTY
    if (isHeadLine(line))
      return drop(line.block.tag === 'title' ? 'title' : 'metadata', 'article/page-head')
    if (mark?.kind === 'spam') return drop('spam', mark.id)
    if (titleLines.has(line)) return drop('title', 'article/title')
    if (key.length >= options.shortestTitle && repeatsTitle(line.text, key))
      return drop(index < body.first ? 'title' : 'duplicate', 'article/title-repeated')
    if (mark !== null) {
      inList = mark.covers !== 'line'
      return drop(mark.kind, mark.id)
    }
    const rule = metadata.get(index)
    if (rule !== undefined && !isSignedDate(line, findings)) return drop('metadata', rule)
    if (index < extent.first) return drop('navigation', 'article/above-text')
    if (index > extent.last) return belowText(line)
    if (endsList(line) && index <= body.last) inList = false
    if (inList) return drop('related', 'article/listed')
    return insideText(line, findings, options)
  })
}

/** A paragraph, or a subhead that links nowhere, is the article's again. */
function endsList({ shape, block }: PageLine): boolean {
  return shape === 'prose' || (/^h[2-6]$/.test(block.tag) && block.linkLength === 0)
}

function repeatsTitle(text: string, key: string): boolean {
  return text.length >= key.length && text.length <= key.length * 2 && exactKey(text) === key
}

/** The lines that may be kept, the first and the last included. */
function extentOf(lines: readonly PageLine[], findings: PageFindings): LineRange {
  const { reach, title, container } = findings
  if (container === null) return { first: startOfLead(lines, findings), last: findings.reach.last }
  const titleEnd = title?.lines[title.lines.length - 1]?.index ?? -1
  const isAbove = titleEnd < findings.body.first
  return { first: isAbove ? Math.max(reach.first, titleEnd + 1) : reach.first, last: reach.last }
}

function insideText(line: PageLine, findings: PageFindings, options: ArticleOptions): Verdict {
  const { body, container } = findings
  const isSentence = line.shape === 'prose' && line.text.length >= options.shortestProse
  const isFigure = container !== null && isInCell(line.block.path)
  if (line.shape === 'date' && !isFigure && !isSignedDate(line, findings))
    return drop('metadata', 'article/date-line')
  if (line.shape === 'stamped') return drop('related', 'article/stamped-line')
  if (line.linkShare >= options.linkShare && !isSentence) return drop('related', 'article/link')
  if (container === null) {
    const isNumber = line.shape === 'mark' && /\d/.test(line.text)
    return isNumber ? drop('navigation', 'article/number-line') : KEEP
  }
  if (!isInside(line.block.path, container)) return drop('navigation', 'article/other-container')
  if (line.part !== null && !isInside(container, line.part.path))
    return drop(line.part.part.kind, line.part.part.id)
  const isBeside = line.index < body.first || line.index > body.last
  if (isBeside && (line.shape === 'menu' || line.shape === 'mark' || line.shape === 'teaser'))
    return drop('navigation', 'article/beside-text')
  return KEEP
}

/** The day below a notice's signature, written as its text is: `2024年1月22日`. */
function isSignedDate(line: PageLine, { container, body }: PageFindings): boolean {
  const isWritten = /^[^\d]*\d{4}年\d{1,2}月\d{1,2}日$/.test(line.text)
  const isOwn = container !== null && isInside(line.block.path, container)
  return isWritten && isOwn && line.index > body.first && line.block.tag === 'p'
}

function belowText({ shape }: PageLine): Verdict {
  return shape === 'menu' || shape === 'mark'
    ? drop('navigation', 'article/below-text')
    : drop('related', 'article/below-text')
}

/**
 * Where the article's lines begin: captions and subheads between the dateline and the first
 * paragraph are its own; without title or dateline above, nothing tells them from a menu.
 */
function startOfLead(lines: readonly PageLine[], findings: PageFindings): number {
  const { body, metadata, title } = findings
  let start = body.first
  for (let index = body.first - 1; index >= 0 && body.first - index <= LEAD_REACH; index--) {
    const line = lines[index]!
    if (line.shape === 'empty' || line.mark !== null) continue
    if (metadata.has(index) || title?.lines.includes(line)) return start
    if (line.shape !== 'heading' || line.text.length < SHORTEST_CAPTION) return body.first
    start = index
  }
  return body.first
}

function drop(kind: DropKind, rule: string): Verdict {
  return { keep: false, kind, rule }
}

const KEEP: Verdict = { keep: true }
const EMPTY: Verdict = { keep: false, kind: 'space', rule: 'article/empty-line' }
const SHORTEST_CAPTION = 8
const LEAD_REACH = 12
