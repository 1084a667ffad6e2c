import { foldScripts } from '../../chinese/fold-scripts.js'
import type { Block, Page, Simplified } from '../../core/layers.js'
import type { DropKind } from '../../core/edit.js'
import type { FixedLine, FixedLines } from '../../rule/fixed-lines.js'
import type { LineMatcher, LineRule } from '../../rule/line-rules.js'
import type { NoticeFinder } from '../../rule/notices.js'
import type { FarmFinder } from '../../rule/link-farms.js'
import type { PlacedPart } from './page-parts.js'

/** What a line is by its looks alone. */
export type LineShape =
  | 'empty'
  /** Sentences. */
  | 'prose'
  /** Text cut off: `…近期目标至…`, `...处处长李平参加`. */
  | 'teaser'
  /** Words that are no sentence: a headline, subhead, caption, menu entry. */
  | 'heading'
  /** A heading with a bullet or a number before it. */
  | 'item'
  /** Short words in a row: `微信 微博 QQ好友`. */
  | 'menu'
  /** Nothing but a date or a time. */
  | 'date'
  /** A few words and when they were written: another article, a reader's comment. */
  | 'stamped'
  /** Signs and figures only. */
  | 'mark'

/** What rules and phrase lists know a line as; `below`: it heads a list of such lines; `rest`: all behind is. */
export interface LineMark {
  readonly id: string
  readonly kind: DropKind
  readonly covers: 'line' | 'below' | 'rest'
  /** True for a line known by heart, which may stand in the midst of an article as well. */
  readonly isFixed: boolean
}

/** A line of the simplified page with what the choice of the article goes by. */
export interface PageLine {
  readonly index: number
  /** Without the white space around it; offsets of the simplified text. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly block: Block
  readonly shape: LineShape
  /** The share of the line that stands inside links; 0 for text pages. */
  readonly linkShare: number
  readonly mark: LineMark | null
  /** The part of the page it stands in that is not the article; null for none, and on text pages. */
  readonly part: PlacedPart | null
}

/** Reads the lines of pages, marked by rules and phrase lists. */
export class PageLineReader {
  constructor(
    private readonly matcher: LineMatcher,
    private readonly notices: NoticeFinder,
    private readonly farms: FarmFinder,
    private readonly fixed: FixedLines,
  ) {}

  /** The lines of a page; `lines[i]` is block `i`. */
  read(page: Page, simplified: Simplified): PageLine[] {
    const { text } = simplified.text
    const spans = splitLines(text)
    const rules = this.matcher.match(text, spans)
    const notices = this.notices.find(text, spans)
    const farms = this.farms.find(foldScripts(text), spans)
    const fixed = this.fixed.match(text, spans)
    return spans.map(({ start, end }, index) => {
      const block = page.blocks[index] ?? NO_BLOCK
      const line = text.slice(start, end)
      const linkShare = block.length === 0 ? 0 : Math.min(1, block.linkLength / block.length)
      const mark =
        markOf(farms[index], 'spam') ??
        ruleMark(rules[index]) ??
        markOf(notices[index], 'disclaimer') ??
        fixedMark(fixed[index])
      return {
        index,
        start,
        end,
        text: line,
        block,
        shape: shapeOf(line),
        linkShare,
        mark,
        part: null,
      }
    })
  }
}

function markOf(id: string | null | undefined, kind: DropKind): LineMark | null {
  return id === null || id === undefined ? null : { id, kind, covers: 'line', isFixed: false }
}

function ruleMark(rule: LineRule | null | undefined): LineMark | null {
  return rule === null || rule === undefined ? null : { ...rule, isFixed: false }
}

function fixedMark(line: FixedLine | null | undefined): LineMark | null {
  return line === null || line === undefined ? null : { ...line, covers: 'line', isFixed: true }
}

/** What a line looks like. `line` is without white space around it. */
export function shapeOf(line: string): LineShape {
  if (line === '') return 'empty'
  if (line.length <= LONGEST_DATE && DATE_ONLY.test(line)) return 'date'
  if (!WORDS.test(line)) return 'mark'
  if (CUT_BEFORE.test(line) || CUT_BEHIND.test(line.slice(-8))) return 'teaser'
  if (line.length <= LONGEST_STAMPED && STAMPED.test(line)) return 'stamped'
  if (SENTENCE_END.test(line.slice(-4))) return 'prose'
  if (line.length >= LONG && COMMA.test(line)) return 'prose'
  if (line.length >= WITH_STOP && INNER_STOP.test(line)) return 'prose'
  if (ITEM.test(line)) return 'item'
  if (line.length <= LONGEST_MENU && isMenu(line)) return 'menu'
  return 'heading'
}

function splitLines(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  for (let from = 0; from <= text.length;) {
    const newline = text.indexOf('\n', from)
    const lineEnd = newline === -1 ? text.length : newline
    let start = from
    let end = lineEnd
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    spans.push({ start, end })
    from = lineEnd + 1
  }
  return spans
}

function isSpace(unit: number): boolean {
  return (
    unit === 0x20 ||
    (unit >= 0x09 && unit <= 0x0d) ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    (unit >= 0x2000 && unit <= 0x200b)
  )
}

function isMenu(line: string): boolean {
  const words = line.split(/[\s|｜/·•]+/).filter((word) => word !== '')
  return words.length >= 3 && words.every((word) => word.length <= 6)
}

const NO_BLOCK: Block = { tag: 'line', path: '', name: null, length: 0, linkLength: 0 }
const LONGEST_DATE = 40
const LONGEST_MENU = 60
/** From this length on a line with commas is prose even if its end is missing. */
const LONG = 60
/** From this length on a line with a full stop inside is prose: `…举行。（张三）`. */
const WITH_STOP = 16
const DATE_ONLY =
  /^[^\p{L}\p{N}]{0,3}(?:\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.月]\d{1,2}日?|\d{1,3}(?:秒|分钟|小时|天|周|个月|月|年)前|昨天|今天|前天|刚刚)[\s,T]{0,3}(?:(?:上午|下午|晚上|凌晨)?\s?\d{1,2}[:：时]\d{1,2}(?:[:：分]\d{1,2}秒?)?)?[^\p{L}\p{N}]{0,3}$/u
const LONGEST_STAMPED = 60
const STAMPED = /(?:19|20)\d\d([-/.])\d{1,2}\1\d{1,2}(?:\s\d{1,2}:\d\d(?::\d\d)?)?$/
const WORDS = /\p{L}/u
const CUT_BEFORE = /^(?:\.{2,}|…)[\p{L}\p{N}]/u
/** Dots at the end, but not the …… that ends a sentence. */
const CUT_BEHIND = /(?:[^…]…|\.{2,6})$/
const SENTENCE_END = /[。！？!?…—][”’」』")）\]】》]{0,3}$|[，；,;：:][”’」』"]?$/
const INNER_STOP = /。|[！？!?][（(]/
const COMMA = /[，,。；]/
const ITEM = /^(?:[•·●○■□▪◆◇►▶※\-–—*]|\(?\d{1,3}[)）.、．\s]|[①-⑳])\s*\S/
