import { sliceSpan, type Span } from '../../core/span.js'

/**
 * The sentences of a line and the brackets behind its last one, each on its own: what a site puts
 * before or behind an article's text is one of these. `本文转自某网。正文。（责任编辑：张三）`
 */
export function segmentsOf(text: string, line: Span): Span[] {
  const segments: Span[] = []
  const words = sliceSpan(text, line)
  let from = 0
  const push = (to: number): void => {
    const segment = words.slice(from, to)
    const start = line.start + to - segment.trimStart().length
    const end = line.start + from + segment.trimEnd().length
    if (start < end) segments.push({ start, end })
    from = to
  }
  for (const end of words.matchAll(ENDS)) push(end.index + end[0].length)
  push(words.length)
  return segments
}

/** The end of a sentence, with the signs that close it. */
const ENDS = /[。！？!?][。！？!?”’」』"]*/g
