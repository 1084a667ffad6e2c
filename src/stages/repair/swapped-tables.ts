import { buildCharset, type Charset } from '../../chinese/charsets.js'
import { judgePlausibility } from '../../chinese/plausibility.js'
import { type Edit, replaceSpan } from '../../core/edit.js'
import type { Span } from '../../core/span.js'
import { readAcross } from './double-byte-reading.js'
import type { Repairer } from './repairer.js'
import type { ReadPiece } from './utf8-reading.js'
import type { WordJudge } from './word-judge.js'

/** When a line was read with the other table of two. */
export interface SwapLimits {
  /** How many characters beyond ASCII a line must have to be judged. */
  readonly characters: number
  /** The share of everyday characters from which on a line is left alone. */
  readonly plausible: number
  /** The share of what comes out that must be words, or everyday Hanzi. */
  readonly soundness: number
}

/** Lines of Big5 that were read as GBK, and of GBK that were read as Big5: `瓣產 // 國家`. */
export function compileSwappedTables(judge: WordJudge, limits: SwapLimits): Repairer {
  const gbk = buildCharset('gbk')
  const big5 = buildCharset('big5')
  const swaps = [
    { rule: 'repair/big5-as-gbk', from: gbk, to: big5 },
    { rule: 'repair/gbk-as-big5', from: big5, to: gbk },
  ]
  return {
    propose(text) {
      const edits: Edit[] = []
      for (const line of strangeLines(text, limits))
        for (const { rule, from, to } of swaps) {
          const pieces = readLine(text, line, from, to)
          if (!isSound(text, line, pieces, judge, limits)) continue
          const origin = { stage: 'repair', rule, entry: null }
          for (const piece of pieces) edits.push(replaceSpan(piece, piece.characters, origin))
          break
        }
      return edits
    },
  }
}

/** Lines of Hanzi of which hardly any is an everyday one. */
function strangeLines(text: string, { characters, plausible }: SwapLimits): Span[] {
  const lines: Span[] = []
  for (let start = 0; start < text.length;) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (end - start >= characters) {
      const { judged, share } = judgePlausibility(text.slice(start, Math.min(end, start + SAMPLE)))
      if (judged >= characters && share < plausible) lines.push({ start, end })
    }
    start = end + 1
  }
  return lines
}

/** A line is judged by its beginning, in UTF-16 code units. */
const SAMPLE = 400

/** The characters of a line in the other table; what is in neither stays. */
function readLine(text: string, line: Span, from: Charset, to: Charset): ReadPiece[] {
  const pieces: ReadPiece[] = []
  for (let at = line.start; at < line.end;) {
    const read = readAcross(text.slice(at, Math.min(line.end, at + SAMPLE)), 0, from, to)
    if (read.length > 0) {
      const characters = read.map((piece) => piece.characters).join('')
      pieces.push({ start: at, end: at + read.length, characters })
    }
    at += Math.max(1, read.length)
  }
  return pieces
}

function isSound(
  text: string,
  line: Span,
  pieces: readonly ReadPiece[],
  judge: WordJudge,
  { characters, plausible, soundness }: SwapLimits,
): boolean {
  const sample = pieces
    .slice(0, SAMPLE)
    .map((piece) => piece.characters)
    .join('')
    .slice(0, SAMPLE)
  if (sample.length < characters) return false
  if (judgePlausibility(sample).share < plausible * 2) return false
  const before = judge.soundness(text.slice(line.start, Math.min(line.end, line.start + SAMPLE)))
  const after = judge.soundness(sample) ?? 0
  return after >= soundness && after > 2 * (before ?? 0)
}
