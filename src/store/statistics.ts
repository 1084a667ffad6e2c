import type { FactRecord } from '../pipeline/records.js'
import type { Connection } from './database.js'
import { toFact, type FactRow } from './record-rows.js'

/** Totals over the documents a run was given, new and unchanged alike. */
export interface Statistics {
  readonly articles: number
  readonly sentences: number
  /** Mentions and facts by kind, the most frequent kind first. */
  readonly mentions: Readonly<Record<string, number>>
  readonly facts: Readonly<Record<string, number>>
  /** Characters of source that no body holds, by kind, the largest first. */
  readonly dropped: Readonly<Record<string, number>>
  /** The subjects with most facts, regions left out; at most `TOP_SUBJECTS`. */
  readonly subjects: readonly SubjectTotal[]
}

export interface SubjectTotal {
  readonly name: string
  readonly facts: number
  /** One of its facts, a measure where there is one. */
  readonly example: FactRecord
}

/** Reads the totals over the inputs that the present session noted. */
export function readStatistics(connection: Connection): Statistics {
  return {
    articles: count(connection, 'articles'),
    sentences: count(connection, 'sentences'),
    mentions: countBy(connection, 't.kind', '1', 'mentions t'),
    facts: countBy(connection, 't.kind', '1', 'facts t'),
    dropped: countBy(
      connection,
      `d.value ->> 'kind'`,
      `(d.value ->> 'end') - (d.value ->> 'start')`,
      'articles t, json_each(t.dropped) d',
    ),
    subjects: readSubjects(connection),
  }
}

const TOP_SUBJECTS = 5

const OF_THIS_RUN = `t.result IN (
  SELECT result FROM validity
  WHERE to_run IS NULL AND document IN (SELECT document FROM temp.inputs))`

function count(connection: Connection, table: string): number {
  const sql = `SELECT count(*) AS n FROM ${table} t WHERE ${OF_THIS_RUN}`
  return connection.prepare<[], { n: number }>(sql).get()?.n ?? 0
}

function countBy(
  connection: Connection,
  name: string,
  amount: string,
  from: string,
): Record<string, number> {
  const sql = `SELECT ${name} AS name, sum(${amount}) AS n FROM ${from}
    WHERE ${OF_THIS_RUN} GROUP BY name ORDER BY n DESC, name`
  const rows = connection.prepare<[], { name: string; n: number }>(sql).all()
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

function readSubjects(connection: Connection): SubjectTotal[] {
  const totals = connection.prepare<[number], { name: string; n: number }>(
    `SELECT t.subject ->> 'name' AS name, count(*) AS n FROM facts t
     WHERE ${OF_THIS_RUN} AND t.subject ->> 'kind' <> 'region'
     GROUP BY name ORDER BY n DESC, name LIMIT ?`,
  )
  const example = connection.prepare<[string], FactRow & { article: string }>(
    `SELECT t.*, a.id AS article FROM facts t JOIN articles a ON a.result = t.result
     WHERE ${OF_THIS_RUN} AND t.subject ->> 'name' = ?
     ORDER BY t.kind <> 'measure', t.time IS NULL, t.id LIMIT 1`,
  )
  return totals.all(TOP_SUBJECTS).flatMap(({ name, n }) => {
    const row = example.get(name)
    return row === undefined ? [] : [{ name, facts: n, example: toFact(row, row.article) }]
  })
}
