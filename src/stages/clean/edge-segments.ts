import type { Span } from '../../core/span.js'

/**
 * The sentences of a line and the brackets behind its last one, each on its own: what a site puts
 * before or behind an article's text is one of these. `本文转自某网。正文。（责任编辑：张三）`
 */
export function segmentsOf(text: string, line: Span): Span[] {
  const segments: Span[] = []
  let start = line.start
  const push = (end: number): void => {
    let from = start
    let to = end
    while (from < to && SPACE.test(text.charAt(from))) from++
    while (to > from && SPACE.test(text.charAt(to - 1))) to--
    if (from < to) segments.push({ start: from, end: to })
    start = end
  }
  for (let at = line.start; at < line.end; at++) {
    if (!END.test(text.charAt(at))) continue
    let end = at + 1
    while (end < line.end && CLOSER.test(text.charAt(end))) end++
    push(end)
    at = end - 1
  }
  push(line.end)
  return segments
}

const END = /[。！？!?]/
const CLOSER = /[。！？!?”’」』"]/
const SPACE = /\s/
