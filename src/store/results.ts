import type {
  DocumentFailure,
  DocumentRecords,
  DocumentResult,
} from '../pipeline/process-document.js'
import type { FactRecord, MentionRecord, SentenceRecord } from '../pipeline/records.js'
import type { Connection } from './database.js'
import { packScript } from './edit-script.js'
import { lossRow, LOSS_COLUMNS } from './losses.js'
import { packNetEdits } from './net-edits.js'
import type { OpenRun } from './runs.js'
import { tallyOf } from './tally.js'

/** What one state of the pipeline made of one document. */
export interface ResultState {
  readonly result: number
  /** True where it is what readers see, false where only an unfinished run has made it. */
  readonly current: boolean
  readonly failure: { readonly code: string; readonly message: string } | null
}

export interface Results {
  /** What this state of the pipeline made of the document before; null if nothing. */
  find(document: number, pipeline: number): ResultState | null
  /** True where readers see some result of the document, by whatever state of the pipeline. */
  hasCurrent(document: number): boolean
  /** Writes a document's records; gives the key of its result. The caller holds the transaction. */
  add(document: number, run: OpenRun, result: DocumentResult): number
}

export function openResults(connection: Connection): Results {
  const find = connection.prepare<[number, number], RawState>(
    `SELECT r.key AS result, v.result IS NOT NULL AS current, f.code, f.message FROM results r
     LEFT JOIN validity v ON v.result = r.key AND v.to_run IS NULL
     LEFT JOIN failures f ON f.result = r.key
     WHERE r.document = ? AND r.pipeline = ?`,
  )
  const current = connection.prepare<[number], { result: number }>(
    'SELECT result FROM validity WHERE document = ? AND to_run IS NULL',
  )
  const insert = connection.prepare<[number, number, number]>(
    'INSERT INTO results (document, pipeline, run) VALUES (?, ?, ?)',
  )
  const fail = connection.prepare<[number, string, string, string]>(
    'INSERT INTO failures (result, stage, code, message) VALUES (?, ?, ?, ?)',
  )
  const addRecords = recordWriter(connection)
  return {
    find(document, pipeline) {
      const row = find.get(document, pipeline)
      if (row === undefined) return null
      const { code, message } = row
      const failure = code === null || message === null ? null : { code, message }
      return { result: row.result, current: row.current === 1, failure }
    },
    hasCurrent: (document) => current.get(document) !== undefined,
    add(document, run, result) {
      const key = Number(insert.run(document, run.pipeline, run.id).lastInsertRowid)
      if (result.ok) addRecords(key, result.records)
      else addFailure(result.failure, key)
      return key
    },
  }

  function addFailure({ stage, code, message }: DocumentFailure, result: number): void {
    fail.run(result, stage, code, message)
  }
}

interface RawState {
  readonly result: number
  readonly current: number
  readonly code: string | null
  readonly message: string | null
}

function recordWriter(connection: Connection): (result: number, records: DocumentRecords) => void {
  const article = connection.prepare(insertInto('articles', ARTICLE_COLUMNS))
  const sentence = connection.prepare(insertInto('sentences', SENTENCE_COLUMNS))
  const mention = connection.prepare(insertInto('mentions', MENTION_COLUMNS))
  const fact = connection.prepare(insertInto('facts', FACT_COLUMNS))
  const loss = connection.prepare(insertInto('losses', LOSS_COLUMNS))
  return (result, records) => {
    article.run(...articleRow(result, records))
    for (const record of records.sentences) sentence.run(...sentenceRow(result, record))
    for (const [position, record] of records.mentions.entries())
      mention.run(...mentionRow(result, position, record))
    for (const [position, record] of records.facts.entries())
      fact.run(...factRow(result, position, record))
    for (const [position, found] of records.losses.entries())
      loss.run(...lossRow(result, position, found))
  }
}

function insertInto(table: string, columns: readonly string[]): string {
  const places = columns.map(() => '?').join(', ')
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`
}

type Cell = string | number | null | Uint8Array

const ARTICLE_COLUMNS = (
  'result id encoding title published publisher author editor url metadata script text spans ' +
  'edits edit_rules dropped duplicate_of similarity flags changes tally'
).split(' ')

function articleRow(result: number, records: DocumentRecords): Cell[] {
  const { article, encoding, script } = records
  const { edits, rules } = packNetEdits(article.edits)
  return [
    result,
    article.id,
    encoding,
    article.title,
    article.published,
    article.publisher,
    article.author,
    article.editor,
    article.url,
    JSON.stringify(article.metadata),
    article.script,
    article.text,
    JSON.stringify(article.spans),
    edits,
    rules,
    JSON.stringify(article.dropped),
    article.duplicateOf,
    article.similarity,
    JSON.stringify(article.flags),
    packScript(script),
    JSON.stringify(tallyOf(records)),
  ]
}

const SENTENCE_COLUMNS = ['result', 'position', 'id', 'text', 'spans']

function sentenceRow(result: number, { index, id, text, spans }: SentenceRecord): Cell[] {
  return [result, index, id, text, JSON.stringify(spans)]
}

const MENTION_COLUMNS = 'result position id sentence kind text spans rule entry value'.split(' ')

function mentionRow(result: number, position: number, record: MentionRecord): Cell[] {
  const { id, sentence, kind, text, spans, rule, entry } = record
  const value = JSON.stringify(record.quantity ?? record.date ?? record.entity ?? null)
  return [result, position, id, sentence, kind, text, JSON.stringify(spans), rule, entry, value]
}

const FACT_COLUMNS = (
  'result position id sentence kind rule spans roles subject metric quantity relation object ' +
  'event time modality attribution'
).split(' ')

function factRow(result: number, position: number, record: FactRecord): Cell[] {
  return [
    result,
    position,
    record.id,
    record.sentence,
    record.kind,
    record.rule,
    JSON.stringify(record.spans),
    JSON.stringify(record.roles),
    JSON.stringify(record.subject),
    toJson(record.metric),
    toJson(record.quantity),
    record.relation ?? null,
    toJson(record.object),
    record.event ?? null,
    toJson(record.time),
    record.modality,
    toJson(record.attribution),
  ]
}

function toJson(value: object | null | undefined): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}
