import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import { findBrackets } from './brackets.js'

/**
 * The sentences of a body, in order. A sentence ends at 。！？!?…… with the closers behind, inside
 * quotations too, and at the end of a line; not at ；, nor inside brackets. A quotation that its
 * speaker follows ends with him: `“…。”孔维鹏表示。` is one sentence. Linear in the text.
 */
export function splitSentences(text: string): Sentence[] {
  const brackets = findBrackets(text)
  const sentences: Sentence[] = []
  let paragraph = 0
  for (let start = 0; start < text.length; paragraph++) {
    const lineEnd = text.indexOf('\n', start)
    const line = { start, end: lineEnd === -1 ? text.length : lineEnd }
    for (const part of splitLine(text, line, brackets)) {
      const span = trimSpan(text, part)
      if (span.start < span.end) sentences.push({ index: sentences.length, paragraph, span })
    }
    start = line.end + 1
  }
  return sentences
}

/**
 * How a quotation is tied to the words around it: `led` in by a colon or comma (it may end the
 * sentence), `opening` it (its speaker follows), `embedded` in it as a name or title.
 */
type Tie = 'led' | 'opening' | 'embedded'

function splitLine(text: string, line: Span, brackets: ReadonlyMap<number, number>): Span[] {
  const spans: Span[] = []
  let start = line.start
  // A closing mark whose opener stands in a line before ends a quotation that opened that line.
  let tie: Tie = 'opening'
  let straightOpen = false
  MARK.lastIndex = line.start
  for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
    const at = match.index
    if (at >= line.end) break
    const mark = match[0]
    const bracketEnd = brackets.get(at)
    if (bracketEnd !== undefined) MARK.lastIndex = bracketEnd
    else if (mark === '"') {
      straightOpen = !straightOpen
      if (straightOpen) tie = tieOf(text, start, at)
    } else if (OPENING_QUOTE.test(mark)) tie = tieOf(text, start, at)
    else if (TERMINATORS.test(mark)) {
      if (start + leadingSpace(text, start) === at || isInsideWord(text, at)) continue
      const end = endOfClosers(text, at + mark.length, straightOpen)
      if (text.slice(at, end).includes('"')) straightOpen = false
      MARK.lastIndex = end
      const quoted = end > at + mark.length
      if (quoted ? !endsQuotation(text, end, tie) : CONTINUING.test(text.charAt(end))) continue
      spans.push({ start, end })
      start = end
    }
  }
  spans.push({ start, end: line.end })
  return spans
}

function tieOf(text: string, start: number, at: number): Tie {
  if (start + leadingSpace(text, start) === at) return 'opening'
  return LEADING_IN.test(text.charAt(at - 1)) ? 'led' : 'embedded'
}

/** False for `…。”孔维鹏表示`, `“…！”的口号` and `…吗？”，`: the sentence goes on behind the quotation. */
function endsQuotation(text: string, end: number, tie: Tie): boolean {
  const next = text.charAt(end + leadingSpace(text, end))
  if (next === '' || next === '\n' || OPENING_QUOTE.test(next)) return true
  return tie === 'led' && !CONTINUING.test(next) && next !== '的'
}

/** True for the marks of `https://a.cn/?id=1` and `Yahoo!Japan`. */
function isInsideWord(text: string, at: number): boolean {
  return WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at + 1))
}

function endOfClosers(text: string, from: number, straightOpen: boolean): number {
  let end = from
  let mayTakeStraight = straightOpen
  for (;;) {
    const unit = text.charAt(end)
    if (unit === '"' && mayTakeStraight) mayTakeStraight = false
    else if (!CLOSER.test(unit)) return end
    end++
  }
}

function leadingSpace(text: string, from: number): number {
  let at = from
  while (SPACE.test(text.charAt(at))) at++
  return at - from
}

function trimSpan(text: string, span: Span): Span {
  const start = Math.min(span.end, span.start + leadingSpace(text, span.start))
  let end = span.end
  while (end > start && SPACE.test(text.charAt(end - 1))) end--
  return { start, end }
}

/**
 * A run of terminators (a single … is a pause, not an end), a mark that opens a quotation (the
 * inner ones ‘ and 『 say nothing of the sentence around), or an opening bracket.
 */
const MARK = /(?:[。！？!?]|…{2,})+|["“「(（[［【〔《〈]/g
const TERMINATORS = /^[。！？!?…]/
const OPENING_QUOTE = /^[“「『]$/
const CLOSER = /^[”’」』)）\]］】〕》〉]$/
/** What leads in a quotation, and what goes on behind one. */
const LEADING_IN = /^[:：,，]$/
const CONTINUING = /^[,，、;；:：]$/
const WORD = /^[A-Za-z0-9/=&]$/
/** White space within a line. */
const SPACE = /^[^\S\n]$/
