import { sha256 } from '../core/fingerprint.js'
import type {
  ArticleHead,
  DocumentFailure,
  DocumentRecords,
  PageText,
} from '../pipeline/process-document.js'
import type { FactRecord, MentionRecord, SentenceRecord } from '../pipeline/records.js'
import type { MentionPlace } from '../pipeline/to-records.js'
import type { Connection } from './database.js'
import { packScript } from './edit-script.js'
import { lossRow, LOSS_COLUMNS } from './losses.js'
import { packNetEdits } from './net-edits.js'
import { tallyOf } from './tally.js'

/** What a result comes to in the tables that hang on it, without its key, and its digest. */
export interface ResultRows {
  /** Equal for equal records, and for what is kept with them. */
  readonly digest: string
  readonly article: readonly Cell[]
  readonly sentences: readonly (readonly Cell[])[]
  readonly mentions: readonly (readonly Cell[])[]
  readonly facts: readonly (readonly Cell[])[]
  readonly losses: readonly (readonly Cell[])[]
}

export type Cell = string | number | null | Uint8Array

/** The rows of a document's records. */
export function toRows(records: DocumentRecords): ResultRows {
  const { sentences, mentions, facts, losses, places, page } = records
  const rows = {
    article: articleRow(records),
    sentences: sentences.map(sentenceRow),
    mentions: mentions.map((record, position) => mentionRow(position, record, places[position])),
    facts: facts.map((record, position) => factRow(position, record)),
    losses: losses.map((found, position) => lossRow(position, found)),
  }
  const others = [...rows.sentences, ...rows.mentions, ...rows.losses]
  const parts = [articleDigest(rows.article, page), digestOf(others), digestOf(rows.facts)]
  return { digest: parts.join(' '), ...rows }
}

/** The part of a result's digest that tells the article and the page it was read from. */
export function headDigest(records: ArticleHead): string {
  return articleDigest(
    articleRow({ ...records, sentences: [], mentions: [], facts: [] }),
    records.page,
  )
}

/** What comes last in the row, names and tally, is of what is found in the article. */
function articleDigest(row: readonly Cell[], page: PageText): string {
  return digestOf([row.slice(0, -2), [page.key]])
}

/** The rows of facts read anew, and the digest of a result that has them in place of its own. */
export function toFactRows(
  digest: string,
  facts: readonly FactRecord[],
): Pick<ResultRows, 'digest' | 'facts'> {
  const rows = facts.map((record, position) => factRow(position, record))
  return { digest: [...digest.split(' ').slice(0, 2), digestOf(rows)].join(' '), facts: rows }
}

/** The digest of a result that has no records. */
export function failureDigest({ stage, code, message }: DocumentFailure): string {
  return digestOf([[stage, code, message]])
}

function digestOf(rows: readonly (readonly Cell[])[]): string {
  const texts = rows.map((row) => row.map(cellText).join('\u0001'))
  return sha256(texts.join('\u0002')).slice(0, 32)
}

function cellText(cell: Cell): string | number {
  if (cell === null) return ''
  return typeof cell === 'object' ? Buffer.from(cell).toString('latin1') : cell
}

/** Writes the rows of results. */
export interface RowWriter {
  /** All rows of a new result. */
  all(result: number, rows: ResultRows): void
  /** The rows of a result whose facts alone are other than those of `like`. */
  facts(result: number, like: number, rows: Pick<ResultRows, 'facts'>, tally: string): void
}

export function openRowWriter(connection: Connection): RowWriter {
  const article = connection.prepare(insertInto('articles', ARTICLE_COLUMNS))
  const sentence = connection.prepare(insertInto('sentences', SENTENCE_COLUMNS))
  const mention = connection.prepare(insertInto('mentions', MENTION_COLUMNS))
  const fact = connection.prepare(insertInto('facts', FACT_COLUMNS))
  const loss = connection.prepare(insertInto('losses', LOSS_COLUMNS))
  const copies = [
    copyInto('articles', ARTICLE_COLUMNS),
    copyInto('sentences', SENTENCE_COLUMNS),
    copyInto('mentions', MENTION_COLUMNS),
    copyInto('losses', LOSS_COLUMNS),
  ].map((sql) => connection.prepare<[number, number]>(sql))
  const count = connection.prepare<[string, number]>(
    'UPDATE articles SET tally = ? WHERE result = ?',
  )
  return {
    all(result, rows) {
      article.run(result, ...rows.article)
      for (const row of rows.sentences) sentence.run(result, ...row)
      for (const row of rows.mentions) mention.run(result, ...row)
      for (const row of rows.facts) fact.run(result, ...row)
      for (const row of rows.losses) loss.run(result, ...row)
    },
    facts(result, like, rows, tally) {
      for (const copy of copies) copy.run(result, like)
      count.run(tally, result)
      for (const row of rows.facts) fact.run(result, ...row)
    },
  }
}

function insertInto(table: string, columns: readonly string[]): string {
  const places = columns.map(() => '?').join(', ')
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`
}

/** Columns begin with the result's key. */
function copyInto(table: string, columns: readonly string[]): string {
  const others = columns.slice(1).join(', ')
  return `INSERT INTO ${table} (result, ${others}) SELECT ?, ${others} FROM ${table} WHERE result = ?`
}

type RowOfArticle = Pick<
  DocumentRecords,
  'article' | 'encoding' | 'script' | 'sentences' | 'mentions' | 'facts'
>

const ARTICLE_COLUMNS = (
  'result id encoding title published publisher author editor url metadata script text spans ' +
  'edits edit_rules dropped duplicate_of similarity flags changes names tally'
).split(' ')

function articleRow(records: RowOfArticle): Cell[] {
  const { article, encoding, script } = records
  const { edits, rules } = packNetEdits(article.edits)
  return [
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
    namesOf(records),
    JSON.stringify(tallyOf(records)),
  ]
}

const SENTENCE_COLUMNS = ['result', 'position', 'id', 'text', 'spans']

function sentenceRow({ index, id, text, spans }: SentenceRecord): Cell[] {
  return [index, id, text, JSON.stringify(spans)]
}

const MENTION_COLUMNS = (
  'result position id sentence kind text spans rule entry value ' +
  'body_start body_end member place'
).split(' ')

function mentionRow(
  position: number,
  record: MentionRecord,
  layer: MentionPlace | undefined,
): Cell[] {
  const { id, sentence, kind, text, spans, rule, entry } = record
  const value = JSON.stringify(record.quantity ?? record.date ?? record.entity ?? null)
  const { start = null, end = null } = layer?.span ?? {}
  const found = [start, end, layer?.member ?? null, layer?.place ?? null]
  return [position, id, sentence, kind, text, JSON.stringify(spans), rule, entry, value, ...found]
}

const FACT_COLUMNS = (
  'result position id sentence kind rule spans roles subject metric quantity relation object ' +
  'event time modality attribution'
).split(' ')

function factRow(position: number, record: FactRecord): Cell[] {
  return [
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

/** The canonical names of institutions: what a text that only writes them otherwise can be found by. */
function namesOf({ mentions }: RowOfArticle): string {
  return [...new Set(mentions.flatMap(({ entity }) => entity?.name ?? []))].join('\n')
}
