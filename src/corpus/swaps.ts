import type { Segmenter } from '../core/segmenter.js'
import type { Span } from '../core/span.js'
import type { Gap, TokenRange } from './gaps.js'
import { isFigureCode, type Tokens } from './tokens.js'

/** One word of a body in the place of another's; spans in the one body and in the other. */
export interface WordSwap {
  readonly from: string
  readonly to: string
  readonly a: Span
  readonly b: Span
}

/** A body with the places where its words begin. */
export interface WordedBody extends Tokens {
  readonly text: string
  /** 1 where a word begins, by offset; one longer than the text, which ends with a 1. */
  readonly wordStarts: Uint8Array
}

/** Where the words of a text begin, as `WordedBody` needs it. */
export function wordStartsOf(text: string, segmenter: Segmenter): Uint8Array {
  const starts = new Uint8Array(text.length + 1)
  let at = 0
  for (const line of text.split('\n')) {
    starts[at] = 1
    for (const word of segmenter.cut(line)) {
      starts[at] = 1
      at += word.length
    }
    starts[at] = 1
    at++
  }
  return starts
}

/**
 * Reads replaced characters as swapped words: 中[心→央] as 中心 → 中央. Each replacement is widened
 * by what both bodies have alike until it begins and ends between words of both. In order.
 */
export function wordSwaps(gaps: readonly Gap[], a: WordedBody, b: WordedBody): WordSwap[] {
  const swaps: WordSwap[] = []
  let last: Gap | null = null
  for (const gap of gaps) {
    if (hasFigure(gap.a, a) || hasFigure(gap.b, b)) continue
    const wide = widen(gap, a, b)
    // Two replacements in one word (资源 → 物资) are one swap.
    if (last !== null && wide.a.start < last.a.end) {
      swaps.pop()
      last = { a: join(last.a, wide.a), b: join(last.b, wide.b) }
    } else last = wide
    swaps.push(toSwap(last, a, b))
  }
  return swaps.filter(({ from, to }) => isWord(from) && isWord(to) && from !== to)
}

/** Tokens that a replacement is widened by on either side, at most. */
const WIDEST = 3

/** Hanzi only: a swapped Latin word is no spinner's work. */
function isWord(text: string): boolean {
  return WORD.test(text)
}

const WORD = /^[\u3400-\u9fff]{1,8}$/

function hasFigure({ start, end }: TokenRange, { codes }: Tokens): boolean {
  for (let at = start; at < end; at++) if (isFigureCode(codes[at]!)) return true
  return false
}

function widen(gap: Gap, a: WordedBody, b: WordedBody): Gap {
  let left = 0
  let right = 0
  const beginsWord = (body: WordedBody, at: number): boolean =>
    body.wordStarts[body.starts[at]!] === 1
  const endsWord = (body: WordedBody, at: number): boolean => body.wordStarts[body.ends[at]!] === 1
  while (
    left < WIDEST &&
    !(beginsWord(a, gap.a.start - left) && beginsWord(b, gap.b.start - left)) &&
    agreeAt(a, gap.a.start - left - 1, b, gap.b.start - left - 1)
  )
    left++
  while (
    right < WIDEST &&
    !(endsWord(a, gap.a.end + right - 1) && endsWord(b, gap.b.end + right - 1)) &&
    agreeAt(a, gap.a.end + right, b, gap.b.end + right)
  )
    right++
  return {
    a: { start: gap.a.start - left, end: gap.a.end + right },
    b: { start: gap.b.start - left, end: gap.b.end + right },
  }
}

function agreeAt(a: Tokens, inA: number, b: Tokens, inB: number): boolean {
  return inA >= 0 && inB >= 0 && inA < a.codes.length && a.codes[inA] === b.codes[inB]
}

function join(a: TokenRange, b: TokenRange): TokenRange {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

function toSwap({ a, b }: Gap, left: WordedBody, right: WordedBody): WordSwap {
  const inA = spanOf(a, left)
  const inB = spanOf(b, right)
  return {
    from: left.text.slice(inA.start, inA.end),
    to: right.text.slice(inB.start, inB.end),
    a: inA,
    b: inB,
  }
}

/** The characters that a range of tokens covers. */
export function spanOf({ start, end }: TokenRange, { starts, ends }: Tokens): Span {
  return { start: starts[start]!, end: ends[end - 1]! }
}
