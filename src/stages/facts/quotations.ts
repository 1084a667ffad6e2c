import type { Span } from '../../core/span.js'

/**
 * The outermost quotations of a body with their marks, in text order, disjoint. One that is not closed
 * before its line ends is none.
 */
export function quotationsIn(body: string): Span[] {
  const quotations: Span[] = []
  let depth = 0
  let start = 0
  for (const { index, 0: mark } of body.matchAll(/[“”\n]/g)) {
    if (mark === '\n') depth = 0
    else if (mark === '“') {
      if (depth === 0) start = index
      depth++
    } else if (depth > 0 && --depth === 0) quotations.push({ start, end: index + 1 })
  }
  return quotations
}
