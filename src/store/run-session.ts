import type { BodySketch } from '../corpus/corpus-layer.js'
import type { CorpusIndex } from '../corpus/corpus-index.js'
import type { PipelineState } from '../pipeline/pipeline-state.js'
import type { ArticleHead, DocumentResult } from '../pipeline/process-document.js'
import type { FactRecord } from '../pipeline/records.js'
import { openBodies } from './bodies.js'
import { type ClaimIndex, openClaimIndex } from './claim-index.js'
import { openCorpusIndex } from './corpus-tables.js'
import type { Connection } from './database.js'
import { countFactChanges } from './fact-changes.js'
import { openDocuments, type PackedDocument } from './documents.js'
import { makeCurrent } from './make-current.js'
import { openForgotten } from './forgotten.js'
import { openResults, type ResultState } from './results.js'
import type { OpenRun, Runs } from './runs.js'
import { openSources, type ReadSource, type Sources } from './sources.js'
import { openTouchedDocuments, type TouchedDocuments } from './touched-documents.js'
import { openStoredLayers, type StoredLayers } from './stored-layers.js'
import { readTotals, type RunTotals } from './totals.js'
import { openUnchangedFiles, type TakeUnchanged } from './unchanged-files.js'

/** A run's writing: documents and their results now, what readers see in one step at the end. */
export interface RunSession {
  readonly run: OpenRun
  /** The state of the pipeline that all current results are in line with; null if it is not known. */
  former(): PipelineState | null
  readonly touched: TouchedDocuments
  readonly sources: Pick<Sources, 'keep'>
  readonly takeUnchanged: TakeUnchanged
  readonly layers: StoredLayers
  /** The document's key; null if these bytes were never stored. */
  findDocument(sha256: string): number | null
  addDocument(document: PackedDocument): number
  /** The stored bytes of a document. */
  bytes(document: number): Uint8Array
  /** True where these bytes were forgotten on request and not let in again. */
  isForgotten(sha256: string): boolean
  /** Lets forgotten bytes in again. */
  readmit(sha256: string): void
  /** What this run's state of the pipeline has made of the document before; null if nothing. */
  findResult(document: number): ResultState | null
  /** What readers see of the document; null if nothing. */
  currentResult(document: number): ResultState | null
  /** Takes what the pipeline made of a document; gives the key of the result that holds it. */
  addResult(document: number, result: DocumentResult): number
  /** The same where only the facts were read anew. */
  addFacts(document: number, facts: readonly FactRecord[]): number
  /** True if the document's article is what readers see, whatever is found in it. */
  hasSameArticle(document: number, head: ArticleHead): boolean
  /** Keeps the current result for this state of the pipeline, too. */
  confirm(document: number): number
  /** Takes a result that was found for this run's answer. */
  take(document: number, result: number): void
  /** Keeps the sketch of a result's body. */
  addSketch(result: number, sketch: BodySketch): void
  /** Notes that the document is among this run's inputs; true the first time in this run. */
  noteInput(document: number): boolean
  /** Notes a file that was read, with what it holds. */
  noteSource(source: ReadSource): void
  /** Notes an input that could not be read. */
  noteUnreadable(path: string, code: string, message: string): void
  /** Called between documents: commits when the last commit was a second ago. */
  readonly endDocument: () => void
  /** Commits what is finished and leaves the former state current: the next run continues. */
  suspend(): FinishedRun
  /** Makes this run's results the current ones, in one step. */
  finish(ending: RunEnding): FinishedRun
}

/** How a run ends. */
export interface RunEnding {
  /** ISO 8601, UTC. */
  readonly finished: string
  readonly counts: Readonly<Record<string, number>>
  /** True if sources that are not among the inputs lose their records. */
  readonly prune: boolean
  /** Links reprints and gathers claims of what is current then. */
  readonly link: (index: CorpusIndex, claims: ClaimIndex) => void
  /** Sees the run as if it were finished; false undoes it, where nothing has been committed yet. */
  readonly review?: ((run: number) => boolean) | undefined
}

/** What is left of a run once it has ended. */
export interface FinishedRun {
  /** False if it was undone: stopped or, by `review`, refused before anything was committed. */
  readonly isKept: boolean
  /** Over its inputs, of the records that are current then. */
  readonly totals: RunTotals
}

export interface SessionOptions {
  readonly run: OpenRun
  /** The fingerprint of the layer that links reprints: what another one left behind is made anew. */
  readonly corpus: string
  /** In milliseconds. */
  readonly clock: () => number
  /** True where nothing is committed before the end, in a transaction that is open already. */
  readonly atomic: boolean
}

/**
 * Starts writing under a run. Whole documents are committed together, at most a second's worth, so
 * that a killed process loses no more than that.
 */
export function openRunSession(
  connection: Connection,
  runs: Runs,
  { run, corpus, clock, atomic }: SessionOptions,
): RunSession {
  connection.exec(INPUT_TABLES)
  const documents = openDocuments(connection)
  const forgotten = openForgotten(connection)
  const results = openResults(connection)
  const bodies = openBodies(connection)
  const sources = openSources(connection)
  const touched = openTouchedDocuments(connection)
  const note = connection.prepare<[number]>('INSERT OR IGNORE INTO temp.inputs VALUES (?)')
  const take = connection.prepare<[number, number]>(
    'INSERT OR REPLACE INTO temp.outcomes VALUES (?, ?)',
  )
  const noteUnread = connection.prepare<[string, string, string]>(
    'INSERT OR REPLACE INTO temp.unread VALUES (?, ?, ?)',
  )
  const settled = (document: number, result: number): number => {
    take.run(document, result)
    return result
  }
  let lastCommit = clock()
  const begin = (): void => {
    if (!atomic) connection.exec('BEGIN IMMEDIATE')
  }
  const commit = (): void => {
    connection.exec('COMMIT')
  }
  begin()
  bodies.keepOnly(corpus)
  return {
    run,
    former: () => runs.former(run.id),
    touched,
    sources,
    takeUnchanged: openUnchangedFiles(connection),
    layers: openStoredLayers(connection),
    findDocument: (sha256) => documents.find(sha256),
    addDocument: (document) => documents.add(document),
    bytes: (document) => documents.bytes(document),
    isForgotten: (sha256) => forgotten.has(sha256),
    readmit(sha256) {
      forgotten.readmit(sha256, run.started)
    },
    findResult: (document) => results.find(document, run.pipeline),
    currentResult: (document) => results.current(document),
    addResult: (document, result) => settled(document, results.settle(document, run, result)),
    addFacts: (document, facts) => settled(document, results.settleFacts(document, run, facts)),
    hasSameArticle: (document, head) => results.hasSameArticle(document, head),
    confirm: (document) => settled(document, results.confirm(document, run)),
    take(document, result) {
      take.run(document, result)
    },
    addSketch(result, sketch) {
      bodies.add(result, sketch)
    },
    noteInput: (document) => note.run(document).changes > 0,
    noteSource(source) {
      sources.found(source)
    },
    noteUnreadable(path, code, message) {
      noteUnread.run(path, code, message)
    },
    endDocument() {
      if (atomic || clock() - lastCommit < COMMIT_EVERY_MS) return
      commit()
      begin()
      lastCommit = clock()
    },
    suspend() {
      const totals = readTotals(connection, run.id, MOST_LOSSES)
      connection.exec(atomic ? 'ROLLBACK' : 'COMMIT')
      return { isKept: !atomic, totals }
    },
    finish({ finished, counts, prune, link, review }) {
      makeCurrent(connection, run, prune)
      link(openCorpusIndex(connection, run.id), openClaimIndex(connection))
      runs.finish(run.id, finished, { ...counts, ...countFactChanges(connection, run.id) })
      const totals = readTotals(connection, run.id, MOST_LOSSES)
      const isKept = review?.(run.id) ?? true
      connection.exec(isKept ? 'COMMIT' : 'ROLLBACK')
      return { isKept, totals }
    },
  }
}

const COMMIT_EVERY_MS = 1000
/** How many of the likeliest losses a run tells. */
const MOST_LOSSES = 5

/** What a run was given, and what it came to, known only while it lasts. */
const INPUT_TABLES = `
DROP TABLE IF EXISTS temp.inputs;
DROP TABLE IF EXISTS temp.outcomes;
DROP TABLE IF EXISTS temp.unread;
CREATE TEMP TABLE inputs (document INTEGER PRIMARY KEY);
CREATE TEMP TABLE outcomes (document INTEGER PRIMARY KEY, result INTEGER);
CREATE TEMP TABLE unread (path TEXT PRIMARY KEY, code TEXT, message TEXT) WITHOUT ROWID;
`
