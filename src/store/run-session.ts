import type { Location } from '../pipeline/records.js'
import type { DocumentResult } from '../pipeline/process-document.js'
import type { BodySketch } from '../corpus/corpus-layer.js'
import type { CorpusIndex } from '../corpus/corpus-index.js'
import { openBodies } from './bodies.js'
import { type ClaimIndex, openClaimIndex } from './claim-index.js'
import { openCorpusIndex } from './corpus-tables.js'
import type { Connection } from './database.js'
import { countFactChanges } from './fact-changes.js'
import { openDocuments, type PackedDocument } from './documents.js'
import { openForgotten } from './forgotten.js'
import { type LossReport, readLosses } from './losses.js'
import { openResults, type ResultState } from './results.js'
import type { OpenRun, Runs } from './runs.js'
import { readStatistics, type Statistics } from './statistics.js'

/** A run's writing: documents and their results now, what readers see in one step at the end. */
export interface RunSession {
  readonly run: OpenRun
  /** The document's key; null if these bytes were never stored. */
  findDocument(sha256: string): number | null
  addDocument(document: PackedDocument): number
  /** True where these bytes were forgotten on request and not let in again. */
  isForgotten(sha256: string): boolean
  /** Lets forgotten bytes in again. */
  readmit(sha256: string): void
  /** What this run's state of the pipeline has made of the document before; null if nothing. */
  findResult(document: number): ResultState | null
  /** True where readers see some result of the document. */
  hasCurrent(document: number): boolean
  /** Gives the key of the result. */
  addResult(document: number, result: DocumentResult): number
  /** Keeps the sketch of a result's body. */
  addSketch(result: number, sketch: BodySketch): void
  /** Notes that the document is among this run's inputs; true the first time in this run. */
  noteInput(document: number, location: Location): boolean
  /** Notes an input that could not be read. */
  noteUnreadable(path: string, code: string, message: string): void
  /** Called between documents: commits when the last commit was a second ago. */
  readonly endDocument: () => void
  /** Commits what is finished and leaves the former state current: the next run continues. */
  suspend(): void
  /** Makes this run's results the current ones, with what `link` makes of them all, in one step. */
  finish(
    finished: string,
    counts: Readonly<Record<string, number>>,
    link?: (index: CorpusIndex, claims: ClaimIndex) => void,
  ): void
  /** Totals over this run's inputs, once it is finished. */
  statistics(): Statistics
  /** What was likely lost of this run's inputs, once it is finished. */
  losses(most: number): LossReport
}

/**
 * Starts writing under a run. Whole documents are committed together, at most a second's worth, so
 * that a killed process loses no more than that. `clock` is in milliseconds. `corpus` is the
 * fingerprint of the layer that links reprints: what another one left behind is made anew.
 */
export function openRunSession(
  connection: Connection,
  runs: Runs,
  { run, corpus }: { readonly run: OpenRun; readonly corpus: string },
  clock: () => number,
): RunSession {
  connection.exec(INPUT_TABLES)
  const documents = openDocuments(connection)
  const forgotten = openForgotten(connection)
  const results = openResults(connection)
  const bodies = openBodies(connection)
  const note = connection.prepare<[number, string]>(
    'INSERT OR IGNORE INTO temp.inputs VALUES (?, ?)',
  )
  const isNoted = connection.prepare<[number], { path: string }>(
    'SELECT path FROM temp.inputs WHERE document = ? LIMIT 1',
  )
  const noteUnread = connection.prepare<[string, string, string]>(
    'INSERT OR REPLACE INTO temp.unread VALUES (?, ?, ?)',
  )
  let lastCommit = clock()
  connection.exec('BEGIN IMMEDIATE')
  bodies.keepOnly(corpus)
  const commit = (): void => {
    connection.exec('COMMIT')
  }
  return {
    run,
    findDocument: (sha256) => documents.find(sha256),
    addDocument: (document) => documents.add(document),
    isForgotten: (sha256) => forgotten.has(sha256),
    readmit(sha256) {
      forgotten.readmit(sha256, run.started)
    },
    findResult: (document) => results.find(document, run.pipeline),
    hasCurrent: (document) => results.hasCurrent(document),
    addResult: (document, result) => results.add(document, run, result),
    addSketch(result, sketch) {
      bodies.add(result, sketch)
    },
    noteInput(document, location) {
      const isFirst = isNoted.get(document) === undefined
      note.run(document, location.path)
      documents.addLocation(document, location, run.id)
      return isFirst
    },
    noteUnreadable(path, code, message) {
      noteUnread.run(path, code, message)
    },
    endDocument() {
      if (clock() - lastCommit < COMMIT_EVERY_MS) return
      commit()
      connection.exec('BEGIN IMMEDIATE')
      lastCommit = clock()
    },
    suspend: commit,
    finish(finished, counts, link) {
      makeCurrent(connection, run)
      link?.(openCorpusIndex(connection, run.id), openClaimIndex(connection))
      runs.finish(run.id, finished, { ...counts, ...countFactChanges(connection, run.id) })
      commit()
    },
    statistics: () => readStatistics(connection, run.id),
    losses: (most) => readLosses(connection, most, { ofInputs: true }),
  }
}

const COMMIT_EVERY_MS = 1000

/** What a run was given, known only while it lasts. */
const INPUT_TABLES = `
DROP TABLE IF EXISTS temp.inputs;
DROP TABLE IF EXISTS temp.unread;
CREATE TEMP TABLE inputs (document INTEGER, path TEXT, PRIMARY KEY (document, path)) WITHOUT ROWID;
CREATE TEMP TABLE unread (path TEXT PRIMARY KEY, code TEXT, message TEXT) WITHOUT ROWID;
`

/** A document or place that is not among the inputs keeps what is current. */
function makeCurrent(connection: Connection, { id: run, pipeline }: OpenRun): void {
  const execute = (sql: string): void => {
    connection.prepare<[{ run: number; pipeline: number }]>(sql).run({ run, pipeline })
  }
  execute(`
    UPDATE validity SET to_run = @run
    WHERE to_run IS NULL AND document IN (SELECT document FROM temp.inputs)
      AND NOT EXISTS (SELECT 1 FROM results r WHERE r.key = validity.result AND r.pipeline = @pipeline)`)
  execute(`
    INSERT INTO validity (result, document, from_run)
    SELECT r.key, r.document, @run FROM results r
    WHERE r.pipeline = @pipeline AND r.document IN (SELECT document FROM temp.inputs)
      AND NOT EXISTS (SELECT 1 FROM validity v WHERE v.document = r.document AND v.to_run IS NULL)`)
  execute(`
    UPDATE unreadable SET to_run = @run
    WHERE to_run IS NULL AND (
      path IN (SELECT path FROM temp.inputs)
      OR EXISTS (SELECT 1 FROM temp.unread u WHERE u.path = unreadable.path
        AND (u.code, u.message) <> (unreadable.code, unreadable.message)))`)
  execute(`
    INSERT INTO unreadable (path, code, message, from_run)
    SELECT u.path, u.code, u.message, @run FROM temp.unread u
    WHERE NOT EXISTS (
      SELECT 1 FROM unreadable c WHERE c.path = u.path AND c.to_run IS NULL)`)
}
