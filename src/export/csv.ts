import type { RecordReader, StoredSource } from '../store/record-reader.js'
import {
  articleRow,
  type Cell,
  factRow,
  HEADERS,
  mentionRow,
  quarantineRow,
  type RowContext,
  sentenceRow,
} from './csv-tables.js'
import type { ProvinceOf } from './provinces.js'
import type { RecordKind } from './record-stream.js'
import type { TextSink } from './text-sink.js'

/** Writes one kind of records as CSV (RFC 4180, UTF-8), a header first; gives how many. Closes the sink. */
export async function writeCsv(
  reader: RecordReader,
  kind: RecordKind,
  provinceOf: ProvinceOf,
  sink: TextSink,
): Promise<number> {
  let count = 0
  await sink.write(toLine(HEADERS[kind]))
  for (const row of rowsOf(reader, kind, provinceOf)) {
    count++
    if (!(await sink.write(toLine(row)))) break
  }
  await sink.close()
  return count
}

function* rowsOf(
  reader: RecordReader,
  kind: RecordKind,
  provinceOf: ProvinceOf,
): Generator<readonly Cell[]> {
  if (kind === 'quarantine') {
    yield* reader.quarantine().map(quarantineRow)
    return
  }
  for (const source of reader.sources())
    yield* articleRows(reader, source, kind, contextOf(reader, source, provinceOf))
}

function articleRows(
  reader: RecordReader,
  { result }: StoredSource,
  kind: Exclude<RecordKind, 'quarantine'>,
  context: RowContext,
): readonly (readonly Cell[])[] {
  switch (kind) {
    case 'article':
      return [articleRow(context.article, context)]
    case 'sentence':
      return reader.sentences(result).map((record) => sentenceRow(record, context))
    case 'mention':
      return reader.mentions(result).map((record) => mentionRow(record, context))
    case 'fact':
      return reader.facts(result).map((record) => factRow(record, context))
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

function toLine(cells: readonly Cell[]): string {
  return `${cells.map(toField).join(',')}\r\n`
}

function toField(cell: Cell): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
