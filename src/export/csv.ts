import type { RecordReader, StoredSource } from '../store/record-reader.js'
import {
  articleRow,
  claimRow,
  type Cell,
  factRow,
  HEADERS,
  mentionRow,
  quarantineRow,
  reprintRow,
  type RowContext,
  sentenceRow,
} from './csv-tables.js'
import type { ProvinceOf } from './provinces.js'
import type { RecordKind } from './record-stream.js'
import { reprintRecord, type ReprintSources } from './reprint-record.js'
import type { TextSink } from './text-sink.js'

/** What a table is written from. */
export interface CsvSources extends ReprintSources {
  readonly provinceOf: ProvinceOf
}

/** Writes one kind of records as CSV (RFC 4180, UTF-8), a header first; gives how many. Closes the sink. */
export async function writeCsv(
  { reader, provinceOf, bytes }: CsvSources,
  kind: RecordKind,
  sink: TextSink,
): Promise<number> {
  let count = 0
  await sink.write(toCsvLine(HEADERS[kind]))
  for (const row of rowsOf({ reader, provinceOf, bytes }, kind)) {
    count++
    if (!(await sink.write(toCsvLine(row)))) break
  }
  await sink.close()
  return count
}

function* rowsOf(sources: CsvSources, kind: RecordKind): Generator<readonly Cell[]> {
  const { reader } = sources
  if (kind === 'quarantine') {
    yield* reader.quarantine().map(quarantineRow)
    return
  }
  if (kind === 'claim') {
    for (const claim of reader.claims()) yield claimRow(claim)
    return
  }
  for (const source of reader.sources())
    yield* articleRows(sources, source, kind, contextOf(reader, source, sources.provinceOf))
}

function articleRows(
  sources: CsvSources,
  source: StoredSource,
  kind: Exclude<RecordKind, 'claim' | 'quarantine'>,
  context: RowContext,
): readonly (readonly Cell[])[] {
  const { reader } = sources
  const { result } = source
  switch (kind) {
    case 'article':
      return [articleRow(context.article, context)]
    case 'sentence':
      return reader.sentences(result).map((record) => sentenceRow(record, context))
    case 'mention':
      return reader.mentions(result).map((record) => mentionRow(record, context))
    case 'fact':
      return reader.facts(result).map((record) => factRow(record, context))
    case 'reprint': {
      const record = reprintRecord(sources, source)
      return record === null ? [] : [reprintRow(record, context)]
    }
  }
}

function contextOf(reader: RecordReader, source: StoredSource, provinceOf: ProvinceOf): RowContext {
  let texts: ReadonlyMap<string, string> | null = null
  return {
    article: reader.article(source),
    provinceOf,
    sentence(id) {
      texts ??= new Map(reader.sentences(source.result).map((record) => [record.id, record.text]))
      return texts.get(id) ?? ''
    },
  }
}

/** One line of RFC 4180, with its end. */
export function toCsvLine(cells: readonly Cell[]): string {
  return `${cells.map(toField).join(',')}\r\n`
}

function toField(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
