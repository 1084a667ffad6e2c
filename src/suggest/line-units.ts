import { sliceSpan, type Span } from '../core/span.js'
import { exactKey } from '../rule/line-key.js'
import { segmentsOf } from '../stages/clean/edge-segments.js'

/** A line of a body, or a sentence of one of its first and last lines; `key` as `exactKey` gives it. */
export interface LineUnit extends Span {
  readonly key: string
  /** From 0 for lines with words, one more for each; below 0 for a sentence. */
  readonly position: number
}

/**
 * What of a body may be a fixed line: its lines, and the sentences of the first and last, since a
 * site's own words are often put behind the last sentence of an article without a break.
 */
export function unitsOf(text: string): LineUnit[] {
  const lines = linesOf(text)
  const sentences = lines
    .filter((_, index) => index < EDGE_LINES || index >= lines.length - EDGE_LINES)
    .flatMap((line) => sentencesOf(text, line))
  return [...lines, ...sentences]
}

/** The position of the line that a sentence is part of. */
export function lineOfSentence(position: number): number {
  return Math.floor((-position - 2) / (2 * SENTENCES))
}

function linesOf(text: string): LineUnit[] {
  const lines: LineUnit[] = []
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const key = end - start > LONGEST ? '' : exactKey(text.slice(start, end))
    if (key !== '') lines.push({ start, end, key, position: lines.length })
    start = end + 1
  }
  return lines
}

/** Positions of sentences are two apart, so that none seems to follow another. */
function sentencesOf(text: string, line: LineUnit): LineUnit[] {
  const segments = segmentsOf(text, line)
  if (segments.length < 2) return []
  return segments.slice(0, SENTENCES).map((segment, index) => ({
    ...segment,
    key: exactKey(sliceSpan(text, segment)),
    position: -2 * (line.position * SENTENCES + index + 1),
  }))
}

const EDGE_LINES = 3
/** A line that is longer is no fixed line. */
const LONGEST = 400
/** The most sentences of a line. */
const SENTENCES = 50
