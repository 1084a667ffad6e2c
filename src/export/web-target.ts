import { codePointOffsets } from '../core/code-points.js'
import { sliceSpan, type Span } from '../core/span.js'

/** A decoded source that annotations point into. */
export interface WebSource {
  /** Names the bytes by their hash (RFC 6920). */
  readonly iri: string
  readonly text: string
  /** The code points before each UTF-16 code unit of `text`. */
  readonly codePoints: Uint32Array
}

export function webSource(sha256: string, text: string): WebSource {
  const hash = Buffer.from(sha256, 'hex').toString('base64url')
  return { iri: `ni:///sha-256;${hash}`, text, codePoints: codePointOffsets(text) }
}

/**
 * Places in a source as targets of a Web Annotation: a SpecificResource a piece, each found by its
 * position in code points and by its words. Several selectors of one resource stand for the same
 * text, so that what is split by junk has several resources, as the standard's model has it.
 */
export function quotedTargets(spans: readonly Span[], source: WebSource): object {
  const targets = spans.map((span) => ({
    type: 'SpecificResource',
    source: source.iri,
    selector: [positionSelector(span, source), quoteSelector(span, source.text)],
  }))
  return targets.length === 1 ? { ...targets[0] } : targets
}

/** The same without the words: for long texts. */
export function placedTargets(spans: readonly Span[], source: WebSource): object {
  return spans.map((span) => ({
    type: 'SpecificResource',
    source: source.iri,
    selector: positionSelector(span, source),
  }))
}

function positionSelector({ start, end }: Span, { codePoints }: WebSource): object {
  return { type: 'TextPositionSelector', start: codePoints[start], end: codePoints[end] }
}

function quoteSelector(span: Span, text: string): object {
  const before = Math.max(0, span.start - CONTEXT)
  const after = Math.min(text.length, span.end + CONTEXT)
  return {
    type: 'TextQuoteSelector',
    exact: sliceSpan(text, span),
    prefix: text.slice(isInsidePair(text, before) ? before + 1 : before, span.start),
    suffix: text.slice(span.end, isInsidePair(text, after) ? after - 1 : after),
  }
}

/** Code units on either side by which a quote is told from others of the same words. */
const CONTEXT = 32

function isInsidePair(text: string, at: number): boolean {
  return at > 0 && (text.codePointAt(at - 1) ?? 0) > 0xffff
}
