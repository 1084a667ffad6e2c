import type { Edit } from '../core/edit.js'
import type {
  ArticleRecord,
  FactRecord,
  Location,
  MentionRecord,
  QuarantineRecord,
  SentenceRecord,
  SourceRecord,
} from '../pipeline/records.js'
import type { Connection } from './database.js'
import { unpackScript } from './edit-script.js'
import { type ClaimReader, openClaimReader } from './claim-reader.js'
import { openPageVersions, type PageVersions } from './page-versions.js'
import { openReprintReader, type ReprintReader } from './reprint-reader.js'
import { fromJson } from './json.js'
import {
  toArticle,
  toFact,
  toMention,
  toSentence,
  type ArticleRow,
  type FactRow,
  type MentionRow,
  type SentenceRow,
} from './record-rows.js'

/** A document whose records can be read: where it lay, and the keys to the rest. */
export interface StoredSource {
  readonly document: number
  readonly result: number
  /** The run whose work the result is. */
  readonly madeBy: number
  readonly source: SourceRecord
}

/** The records that were current when a run had finished. All lists are in the order of `export`. */
export interface RecordReader extends ReprintReader, ClaimReader, PageVersions {
  /** Documents with an article, by path, item and article id. */
  sources(): Iterable<StoredSource>
  /** The source of the document that `result` came of; null for an unknown key. */
  source(result: number): StoredSource | null
  article(source: StoredSource): ArticleRecord
  sentences(result: number): readonly SentenceRecord[]
  mentions(result: number): readonly MentionRecord[]
  facts(result: number): readonly FactRecord[]
  /** Failed documents and unreadable inputs, by path and item. */
  quarantine(): readonly QuarantineRecord[]
  /** The edits that made the article's body of its decoded source, one list a pass, oldest first. */
  script(result: number): readonly (readonly Edit[])[]
  /** The result that holds a mention or fact with this public id; null if there is none. */
  findRecord(kind: 'mention' | 'fact', id: string): number | null
}

/** Reads the records as of `run`, the number of a finished run. */
export function openRecordReader(connection: Connection, run: number): RecordReader {
  const sources = connection.prepare<[{ run: number }], SourceRow>(
    `${SOURCES} JOIN articles a ON a.result = v.result
     WHERE ${VALID} ORDER BY path, item, a.id`,
  )
  const source = connection.prepare<[{ run: number; result: number }], SourceRow>(
    `${SOURCES_OF_ONE} LEFT JOIN articles a ON a.result = v.result WHERE v.result = @result LIMIT 1`,
  )
  const article = connection.prepare<[number], ArticleRow>(
    'SELECT * FROM articles WHERE result = ?',
  )
  const sentences = connection.prepare<[number], SentenceRow>(rowsOf('sentences'))
  const mentions = connection.prepare<[number], MentionRow>(rowsOf('mentions'))
  const facts = connection.prepare<[number], FactRow>(rowsOf('facts'))
  const failures = connection.prepare<[{ run: number }], SourceRow & FailureRow>(
    `${SOURCES.replace('SELECT', 'SELECT f.stage, f.code, f.message,')}
     JOIN failures f ON f.result = v.result LEFT JOIN articles a ON a.result = v.result
     WHERE ${VALID} ORDER BY path, item, d.sha256`,
  )
  const unreadable = connection.prepare<[{ run: number }], FailureRow & { path: string }>(
    `SELECT v.path, 'ingest' AS stage, v.code, v.message FROM unreadable v
     WHERE ${VALID} ORDER BY v.path`,
  )
  const script = connection.prepare<[number], { changes: Uint8Array }>(
    'SELECT changes FROM articles WHERE result = ?',
  )
  const finders = {
    mention: connection.prepare<[string, { run: number }], { result: number }>(
      recordById('mentions'),
    ),
    fact: connection.prepare<[string, { run: number }], { result: number }>(recordById('facts')),
  }
  const articleIds = connection.prepare<[number], { id: string }>(
    'SELECT id FROM articles WHERE result = ?',
  )
  const articleId = (result: number): string => articleIds.get(result)?.id ?? ''
  const reprints = openReprintReader(connection, run)
  const versions = openPageVersions(connection, run)
  return {
    ...reprints,
    ...versions,
    ...openClaimReader(connection, run),
    *sources() {
      for (const row of sources.iterate({ run })) yield toSource(row)
    },
    source(result) {
      const row = source.get({ run, result })
      return row === undefined ? null : toSource(row)
    },
    article({ result, source, document }) {
      const row = article.get(result)
      if (row === undefined) throw new RangeError(`Result ${result} has no article.`)
      const ties = { reprint: reprints.reprint(document), earlier: versions.earlierThan(row) }
      return toArticle(row, source, ties)
    },
    sentences(result) {
      const article = articleId(result)
      return sentences.all(result).map((row) => toSentence(row, article))
    },
    mentions(result) {
      const article = articleId(result)
      return mentions.all(result).map((row) => toMention(row, article))
    },
    facts(result) {
      const article = articleId(result)
      return facts.all(result).map((row) => toFact(row, article))
    },
    quarantine() {
      const failed = failures.all({ run }).map((row) => toQuarantine(row, toSource(row).source))
      const unread = unreadable.all({ run }).map((row) => toQuarantine(row, sourceAt(row.path)))
      return [...failed, ...unread].sort((a, b) => (a.source.path < b.source.path ? -1 : 1))
    },
    script(result) {
      const row = script.get(result)
      return row === undefined ? [] : unpackScript(row.changes)
    },
    findRecord: (kind, id) => finders[kind].get(id, { run })?.result ?? null,
  }
}

interface SourceRow {
  readonly document: number
  readonly result: number
  readonly madeBy: number
  readonly sha256: string
  readonly bytes: number
  readonly encoding: string | null
  readonly locations: string
}

interface FailureRow {
  readonly stage: string
  readonly code: string
  readonly message: string
}

const VALID = 'v.from_run <= @run AND (v.to_run IS NULL OR v.to_run > @run)'

const COLUMNS = `
SELECT v.document, v.result, r.run AS madeBy, d.sha256, d.bytes, a.encoding, l.locations,
  l.locations ->> '$[0].path' AS path, l.locations ->> '$[0].item' AS item
FROM validity v
JOIN results r ON r.key = v.result
JOIN documents d ON d.key = v.document`

/** Every place of every document (or of one), as of the run; the first is the document's own. */
const locationsJoin = (which: string): string => `
JOIN (
  SELECT document, json_group_array(json_object('path', path, 'item', item)) AS locations
  FROM (SELECT document, path, item FROM locations
        WHERE +run <= @run AND (to_run IS NULL OR to_run > @run) ${which}
        ORDER BY document, path, item)
  GROUP BY document
) l ON l.document = v.document`

const SOURCES = COLUMNS + locationsJoin('')
const SOURCES_OF_ONE =
  COLUMNS + locationsJoin('AND document = (SELECT document FROM results WHERE key = @result)')

function rowsOf(table: string): string {
  return `SELECT * FROM ${table} WHERE result = ? ORDER BY position`
}

function recordById(table: string): string {
  return `SELECT t.result FROM ${table} t JOIN validity v ON v.result = t.result WHERE t.id = ? AND ${VALID}`
}

function toSource(row: SourceRow): StoredSource {
  const locations = fromJson<readonly Location[]>(row.locations)
  const { path, item } = locations[0] ?? { path: '', item: null }
  const { sha256, bytes, encoding } = row
  return {
    document: row.document,
    result: row.result,
    madeBy: row.madeBy,
    source: { path, item, sha256, encoding, bytes, locations },
  }
}

/** The source of an input that could not be read: only its place is known. */
function sourceAt(path: string): SourceRecord {
  const locations = [{ path, item: null }]
  return { path, item: null, sha256: '', encoding: null, bytes: 0, locations }
}

function toQuarantine(row: FailureRow, source: SourceRecord): QuarantineRecord {
  const { stage, code, message } = row
  return { record: 'quarantine', source, stage, code, message }
}
