import type { AlignedText } from '../core/aligned-text.js'
import type { Span } from '../core/span.js'
import type { ReprintRecord } from '../pipeline/records.js'
import type { RecordReader, StoredSource } from '../store/record-reader.js'
import { alignedBody } from '../store/aligned-body.js'

/** What a reprint's record draws on: the records as of a run, and the bytes of documents by key. */
export interface ReprintSources {
  readonly reader: RecordReader
  readonly bytes: (document: number) => Uint8Array
}

/** The record of an article that reprints another or is spun; null for any other. */
export function reprintRecord(
  { reader, bytes }: ReprintSources,
  stored: StoredSource,
): ReprintRecord | null {
  const reprint = reader.reprint(stored.document)
  if (reprint === null) return null
  const { swaps, conflicts, collocations, spun } = reprint.evidence
  const own = bodyIfAsked(swaps.length + conflicts.length + collocations.length > 0, stored)
  const root =
    reprint.root === null
      ? null
      : bodyIfAsked(swaps.length + conflicts.length > 0, storedOf(reader, reprint.root))
  return {
    record: 'reprint',
    article: reader.article(stored).id,
    root: reprint.rootId,
    similarity: reprint.similarity,
    spun: spun ?? (collocations.length > 0 ? 'article' : null),
    swaps: swaps.map(({ from, to, count, spans, otherSpans }) => ({
      from,
      to,
      count,
      spans: toSource(own, spans),
      otherSpans: toSource(root, otherSpans),
    })),
    conflicts: conflicts.map(({ text, other, spans, otherSpans }) => ({
      text,
      other,
      spans: toSource(own, spans),
      otherSpans: toSource(root, otherSpans),
    })),
    collocations: collocations.map(({ from, to, start, end }) => ({
      text: own?.text.slice(start, end) ?? '',
      from,
      to,
      spans: toSource(own, [{ start, end }]),
    })),
  }

  /** Aligning a body takes its bytes and edits; most reprints have nothing to show. */
  function bodyIfAsked(isAsked: boolean, source: StoredSource | null): AlignedText | null {
    if (!isAsked || source === null) return null
    return alignedBody(reader, source, bytes(source.document))
  }
}

/** Where a document's result as of the run is kept; null if it has none. */
export function storedOf(reader: RecordReader, document: number): StoredSource | null {
  const result = reader.resultOf(document)
  return result === null ? null : reader.source(result)
}

function toSource(body: AlignedText | null, spans: readonly Span[]): Span[] {
  return body === null ? [] : spans.flatMap((span) => body.toSource(span))
}
