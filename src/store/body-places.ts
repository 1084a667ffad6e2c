import type { AlignedText } from '../core/aligned-text.js'
import { hullOf, type Span } from '../core/span.js'

/** Where the source ranges of one record stand in the body: one span for ranges that join there. */
export function bodySpans(body: AlignedText, spans: readonly Span[]): Span[] {
  const found = spans.flatMap((span) => body.fromSource(span))
  const joined: Span[] = []
  for (const span of found) {
    const last = joined[joined.length - 1]
    if (last !== undefined && span.start <= last.end)
      joined[joined.length - 1] = hullOf([last, span])
    else joined.push(span)
  }
  return joined
}

/** The source ranges of a record in the offsets of its sentence, whose own source ranges are `outer`. */
export function spansWithin(
  body: AlignedText,
  spans: readonly Span[],
  outer: readonly Span[],
): Span[] {
  const from = outer.flatMap((span) => body.fromSource(span))[0]?.start ?? 0
  return bodySpans(body, spans).map(({ start, end }) => ({ start: start - from, end: end - from }))
}
