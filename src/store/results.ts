import type { FactRecord } from '../pipeline/records.js'
import type { ArticleHead, DocumentResult } from '../pipeline/process-document.js'
import type { Connection } from './database.js'
import { openPages } from './pages.js'
import { failureDigest, headDigest, openRowWriter, toFactRows, toRows } from './result-rows.js'
import type { OpenRun } from './runs.js'
import { withFactCounts } from './tally.js'

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
  /** What readers see of the document, by whatever state of the pipeline; null if nothing. */
  current(document: number): ResultState | null
  /**
   * Writes a document's records, unless they are those that readers see; gives the key of the result
   * that holds them. The caller holds the transaction.
   */
  settle(document: number, run: OpenRun, result: DocumentResult): number
  /** The same where only the facts were read anew and all else is that of the current result. */
  settleFacts(document: number, run: OpenRun, facts: readonly FactRecord[]): number
  /** True if the document's article is what readers see, whatever is found in it. */
  hasSameArticle(document: number, head: ArticleHead): boolean
  /** Notes that the current result is that of this run's state of the pipeline, too. */
  confirm(document: number, run: OpenRun): number
}

export function openResults(connection: Connection): Results {
  const states = (from: string): string =>
    `SELECT r.key AS result, v.result IS NOT NULL AS current, f.code, f.message FROM ${from}
     LEFT JOIN failures f ON f.result = r.key`
  const find = connection.prepare<[{ document: number; pipeline: number }], RawState>(
    `${states('results r LEFT JOIN validity v ON v.result = r.key AND v.to_run IS NULL')}
     WHERE r.key = ifnull(
       (SELECT result FROM confirmations WHERE document = @document AND pipeline = @pipeline),
       (SELECT key FROM results WHERE document = @document AND pipeline = @pipeline))`,
  )
  const current = connection.prepare<[number], RawState>(
    `${states('validity v JOIN results r ON r.key = v.result')}
     WHERE v.document = ? AND v.to_run IS NULL`,
  )
  const written = connection.prepare<[number], Written>(
    `SELECT r.key AS result, r.digest, r.page, a.tally FROM validity v
     JOIN results r ON r.key = v.result LEFT JOIN articles a ON a.result = r.key
     WHERE v.document = ? AND v.to_run IS NULL`,
  )
  const insert = connection.prepare<[number, number, number, string, number | null]>(
    'INSERT INTO results (document, pipeline, run, digest, page) VALUES (?, ?, ?, ?, ?)',
  )
  const fail = connection.prepare<[number, string, string, string]>(
    'INSERT INTO failures (result, stage, code, message) VALUES (?, ?, ?, ?)',
  )
  const confirm = connection.prepare<[number, number, number]>(
    'INSERT OR REPLACE INTO confirmations (document, pipeline, result) VALUES (?, ?, ?)',
  )
  const pages = openPages(connection)
  const rowWriter = openRowWriter(connection)
  const addResult = (document: number, run: OpenRun, digest: string, page: number | null): number =>
    Number(insert.run(document, run.pipeline, run.id, digest, page).lastInsertRowid)
  const keep = (document: number, run: OpenRun, result: number): number => {
    confirm.run(document, run.pipeline, result)
    return result
  }
  return {
    find: (document, pipeline) => toState(find.get({ document, pipeline })),
    current: (document) => toState(current.get(document)),
    settle(document, run, result) {
      const former = written.get(document)
      if (!result.ok) {
        const { failure } = result
        const digest = failureDigest(failure)
        if (former?.digest === digest) return keep(document, run, former.result)
        const key = addResult(document, run, digest, null)
        fail.run(key, failure.stage, failure.code, failure.message)
        return key
      }
      const rows = toRows(result.records)
      if (former?.digest === rows.digest) return keep(document, run, former.result)
      const key = addResult(document, run, rows.digest, pages.add(result.records.page))
      rowWriter.all(key, rows)
      return key
    },
    settleFacts(document, run, facts) {
      const former = written.get(document)
      if (former === undefined) throw new RangeError(`Document ${document} has no result.`)
      const rows = toFactRows(former.digest ?? '', facts)
      if (former.digest === rows.digest) return keep(document, run, former.result)
      const key = addResult(document, run, rows.digest, former.page)
      rowWriter.facts(key, former.result, rows, withFactCounts(former.tally ?? '{}', facts))
      return key
    },
    hasSameArticle: (document, head) =>
      written.get(document)?.digest?.split(' ')[0] === headDigest(head),
    confirm(document, run) {
      const former = written.get(document)
      if (former === undefined) throw new RangeError(`Document ${document} has no result.`)
      return keep(document, run, former.result)
    },
  }
}

interface RawState {
  readonly result: number
  readonly current: number
  readonly code: string | null
  readonly message: string | null
}

interface Written {
  readonly result: number
  readonly digest: string | null
  readonly page: number | null
  readonly tally: string | null
}

function toState(row: RawState | undefined): ResultState | null {
  if (row === undefined) return null
  const { result, code, message } = row
  const failure = code === null || message === null ? null : { code, message }
  return { result, current: row.current === 1, failure }
}
