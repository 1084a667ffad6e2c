import type { DropKind } from '../../core/edit.js'
import type { LineRange } from './body-range.js'
import type { ArticleOptions } from './options.js'
import type { PageLine } from './page-lines.js'
import { titleKey } from './title.js'

/** What becomes of a line: it is the article's, or it is dropped as `kind` for `rule`. */
export type Verdict =
  | { readonly keep: true }
  | { readonly keep: false; readonly kind: DropKind; readonly rule: string }

/** What is known of a page when its lines are judged. */
export interface PageFindings {
  readonly body: LineRange
  readonly titleLine: PageLine | null
  /** The title's words, from whatever place; null if there is none. */
  readonly title: string | null
  /** Lines that are metadata and nothing else, by index, with the rule that says so. */
  readonly metadata: ReadonlyMap<number, string>
  /** The phrase list that makes a line spam, by index of the line. */
  readonly spam: ReadonlyMap<number, string>
}

/** Judges every line of a page; the result is by line. */
export function chooseLines(
  lines: readonly PageLine[],
  findings: PageFindings,
  options: ArticleOptions,
): Verdict[] {
  const { body, title } = findings
  const key = title === null ? null : titleKey(title)
  const lead = startOfLead(lines, findings)
  const end = endOfArticle(lines, findings)
  let inList = false
  return lines.map((line) => {
    if (line.shape === 'empty') return EMPTY
    const spam = findings.spam.get(line.index)
    if (spam !== undefined) return drop('spam', spam)
    if (line.index === findings.titleLine?.index) return drop('title', 'article/title')
    if (key !== null && key.length >= options.shortestTitle && titleKey(line.text) === key)
      return drop(line.index < body.first ? 'title' : 'duplicate', 'article/title-repeated')
    if (line.rule !== null) {
      inList = line.rule.covers === 'below'
      return drop(line.rule.kind, line.rule.id)
    }
    const metadata = findings.metadata.get(line.index)
    if (metadata !== undefined) return drop('metadata', metadata)
    if (line.index < lead) return drop('navigation', 'article/above-text')
    if (line.index > end) return belowText(line)
    if (line.shape === 'prose') inList = false
    if (inList) return drop('related', 'article/listed')
    return insideText(line, options)
  })
}

function insideText(line: PageLine, options: ArticleOptions): Verdict {
  if (line.shape === 'date') return drop('metadata', 'article/date-line')
  const sentence = line.shape === 'prose' && line.text.length >= options.shortestProse
  if (line.linkShare >= options.linkShare && !sentence) return drop('related', 'article/link')
  const isText = line.block.tag === 'line'
  if (isText && line.shape === 'mark' && /\d/.test(line.text))
    return drop('navigation', 'article/number-line')
  return KEEP
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
  const { body, metadata, titleLine } = findings
  let start = body.first
  for (let index = body.first - 1; index >= 0; index--) {
    const line = lines[index]!
    if (line.shape === 'empty') continue
    const isAnchor = metadata.has(index) || index === titleLine?.index
    if (isAnchor) return start
    if (line.rule !== null) continue
    if (line.shape !== 'heading' || line.text.length < SHORTEST_CAPTION) return body.first
    if (body.first - index > LEAD_REACH) return body.first
    start = index
  }
  return body.first
}

/** Where the article's lines end: a caption between the last paragraph and the sign-off is its own. */
function endOfArticle(lines: readonly PageLine[], findings: PageFindings): number {
  const { body, metadata } = findings
  let end = body.last
  let captions = 0
  for (let index = body.last + 1; index < lines.length; index++) {
    const line = lines[index]!
    if (line.shape === 'empty') continue
    const signsOff = metadata.has(index) || line.rule?.kind === 'disclaimer'
    if (signsOff) return end
    const isCaption = line.rule === null && line.shape === 'heading'
    if (!isCaption || ++captions > MOST_CAPTIONS) return body.last
    end = index
  }
  return body.last
}

function drop(kind: DropKind, rule: string): Verdict {
  return { keep: false, kind, rule }
}

const KEEP: Verdict = { keep: true }
const EMPTY: Verdict = { keep: false, kind: 'space', rule: 'article/empty-line' }
const SHORTEST_CAPTION = 8
const LEAD_REACH = 12
const MOST_CAPTIONS = 2
