import { sliceSpan, type Span } from '../../core/span.js'
import type { CleanOptions } from './options.js'

/** A line that says what another line of the text says too. */
export interface RepeatedLine {
  /** The number of the line. */
  readonly line: number
  /** `lead`: it stands above the body and gives its beginning. */
  readonly as: 'repeated' | 'lead'
}

/**
 * Single long lines that stand twice: the later of two that are equal to the letter, and a lead at
 * the top that is the (beginning of the) paragraph below it: `摘要:…`. In text order.
 */
export function findRepeatedLines(
  text: string,
  lines: readonly Span[],
  { copies }: CleanOptions,
): RepeatedLine[] {
  const repeated: RepeatedLine[] = []
  const earlier = new Set<string>()
  for (const [index, line] of lines.entries()) {
    if (line.end - line.start < copies.repeatedLine) continue
    const words = sliceSpan(text, line)
    if (index < copies.leadLines && isLead(text, lines, index, copies))
      repeated.push({ line: index, as: 'lead' })
    else if (earlier.has(words)) repeated.push({ line: index, as: 'repeated' })
    else earlier.add(words)
  }
  return repeated
}

function isLead(
  text: string,
  lines: readonly Span[],
  index: number,
  copies: CleanOptions['copies'],
): boolean {
  const words = sliceSpan(text, lines[index]!).trim()
  const lead = words.replace(LABEL, '')
  const isCut = CUT_OFF.test(lead)
  const beginning = lead.replace(CUT_OFF, '')
  if (beginning.length < copies.repeatedLine) return false
  const below = lines.slice(index + 1, index + 1 + copies.leadLines)
  return below.some((line) => {
    const start = line.start + (/^\s*/.exec(text.slice(line.start, line.end))?.[0].length ?? 0)
    if (!text.startsWith(beginning, start)) return false
    // Two equal lines are a line repeated, unless one says that it is a summary.
    return isCut || lead !== words || line.end - start > beginning.length
  })
}

const LABEL =
  /^[【[(（]?(?:摘要|导读|导语|核心提示|内容提要|内容摘要|提要|简介|文章摘要)[】\])）]?\s?[:：]?\s?/
const CUT_OFF = /(?:\.{2,6}|…{1,2})$/
