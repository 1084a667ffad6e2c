/** A half-open range `[start, end)` in UTF-16 code units, never inside a surrogate pair. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The characters of `text` that `span` covers. `sliceSpan('十五家', { start: 0, end: 2 }) // '十五'` */
export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** True where the two share at least one character. */
export function spansOverlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** True where `inner` lies wholly within `outer`; an empty span at an edge counts. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** Text order: by start, then the shorter first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end
}

/** The smallest span that covers all of `spans`, which must not be empty. */
export function hullOf(spans: readonly Span[]): Span {
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const span of spans) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  return { start, end }
}

/** Joins spans that touch or overlap. Input in text order; the result is disjoint and in text order. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of spans) {
    const last = merged[merged.length - 1]
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}
