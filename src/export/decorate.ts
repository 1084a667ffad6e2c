import { sliceSpan, type Span } from '../core/span.js'
import type { YuanjuRecord } from '../pipeline/records.js'
import { type DecodedBytes, type OffsetFrames, offsetFrames } from './offset-frames.js'

/** What can be added to each record on request. */
export interface Decoration {
  /** `quote`: the source slices of its spans, joined. */
  readonly quotes: boolean
  /** `offsets`: its spans in code points, and in bytes of the document. */
  readonly allOffsets: boolean
}

/** The records with what was asked for, in the same order. */
export function* decorateRecord(
  records: Iterable<YuanjuRecord>,
  decoded: DecodedBytes,
  { quotes, allOffsets }: Decoration,
): Generator<YuanjuRecord> {
  const frames = allOffsets ? offsetFrames(decoded) : null
  for (const record of records) {
    if (!('spans' in record)) yield record
    else
      yield {
        ...record,
        ...(quotes ? { quote: quoteOf(decoded.text, record.spans) } : {}),
        ...(frames === null ? {} : { offsets: inFrames(record.spans, frames) }),
      }
  }
}

/** What a reader sees in the file: the source slices joined. */
export function quoteOf(source: string, spans: readonly Span[]): string {
  return spans.map((span) => sliceSpan(source, span)).join('')
}

function inFrames(
  spans: readonly Span[],
  { codePoints, bytes }: OffsetFrames,
): { codePoints: readonly Span[]; bytes: readonly Span[] } {
  return {
    codePoints: spans.map((span) => inFrame(span, codePoints)),
    bytes: spans.map((span) => inFrame(span, bytes)),
  }
}

function inFrame({ start, end }: Span, frame: Uint32Array): Span {
  return { start: frame[start] ?? 0, end: frame[end] ?? 0 }
}
