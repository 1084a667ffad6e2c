import type { YuanjuRecord } from '../pipeline/records.js'
import type { RecordReader, StoredSource } from '../store/record-reader.js'
import { decorateRecord, type Decoration } from './decorate.js'
import { reprintRecord } from './reprint-record.js'
import { decodeSource } from '../store/decode-source.js'

/** The kinds of records, in the order in which an article's records are exported. */
export const RECORD_KINDS = [
  'article',
  'sentence',
  'mention',
  'fact',
  'reprint',
  'claim',
  'quarantine',
] as const

export type RecordKind = (typeof RECORD_KINDS)[number]

export interface StreamOptions extends Decoration {
  readonly kinds: readonly RecordKind[]
  /** The bytes of a document, by its key: needed for quotes, offsets and spans of reprints. */
  readonly bytes: (document: number) => Uint8Array
}

/**
 * Every record in the contract's order: articles by path, item and id, each followed by its
 * sentences, mentions and facts in text order and what it reprints; at the end claims by id, and what
 * is in quarantine.
 */
export function* streamRecords(
  reader: RecordReader,
  options: StreamOptions,
): Generator<YuanjuRecord> {
  for (const source of reader.sources()) {
    const records = recordsOf(reader, source, options)
    if (options.quotes || options.allOffsets) {
      const bytes = options.bytes(source.document)
      const encoding = source.source.encoding ?? 'utf-8'
      const decoded = { text: decodeSource(bytes, encoding), encoding, bytes }
      yield* decorateRecord(records, decoded, options)
    } else yield* records
  }
  if (options.kinds.includes('claim')) yield* reader.claims()
  if (options.kinds.includes('quarantine')) yield* reader.quarantine()
}

function* recordsOf(
  reader: RecordReader,
  source: StoredSource,
  { kinds, bytes }: StreamOptions,
): Generator<YuanjuRecord> {
  if (kinds.includes('article')) yield reader.article(source)
  if (kinds.includes('sentence')) yield* reader.sentences(source.result)
  if (kinds.includes('mention')) yield* reader.mentions(source.result)
  if (kinds.includes('fact')) yield* reader.facts(source.result)
  const reprint = kinds.includes('reprint') ? reprintRecord({ reader, bytes }, source) : null
  if (reprint !== null) yield reprint
}
