import { StoreError, UsageError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import { type AuditStore, openAuditStore } from './audit-store.js'
import { acquireRunLock } from './lock.js'
import { type Connection, openDatabase, toStoreError } from './database.js'
import { openDocuments } from './documents.js'
import { type ClearedRuns, clearRuns, type ClearOptions } from './clear-runs.js'
import { findSources, type ForgetOptions, forgetSources, type NamedSource } from './forget.js'
import { type ForgottenSource, openForgotten } from './forgotten.js'
import type { Discarded } from './housekeeping.js'
import { type CurrentBodies, openCurrentBodies } from './current-bodies.js'
import { type LineIndex, openLineIndex } from './line-index.js'
import { type LossReport, readLosses } from './losses.js'
import { openRecordReader, type RecordReader } from './record-reader.js'
import { openUnlinkedNames, type UnlinkedNames } from './unlinked-names.js'
import { openRuns, type RunRow, type Runs, type RunStart } from './runs.js'
import { openResultPairs, type ResultPair } from './result-pairs.js'
import { openRunSession, type RunSession } from './run-session.js'
import type { RegionOf } from './fact-columns.js'
import { openSearchIndex } from './search-index.js'

/** An open store. Everything in it is synchronous; a store belongs to one thread. */
export interface Store {
  readonly path: string
  readonly runs: Omit<Runs, 'begin' | 'finish' | 'former'>
  /** The stored bytes of a document, by its key. */
  bytes(document: number): Uint8Array
  /** The records as of a run. @throws {UsageError} for one that never finished, or was cleared */
  read(run: RunRow): RecordReader
  /** How many facts were current when a run had finished. */
  countFacts(run: RunRow): number
  /** The documents whose records two finished runs left in different states. */
  resultPairs(before: number, after: number): Iterable<ResultPair>
  /** The bodies of the current articles, for whom looks at all of them. */
  readonly bodies: CurrentBodies
  /** The names in current articles that stand for no single gazetteer entry. */
  readonly unlinked: UnlinkedNames
  /** What was likely lost of the current articles' pages. */
  losses(most: number): LossReport
  /** An empty index of lines, in memory or beside the store, gone with the connection. */
  indexLines(): LineIndex
  /** What the audit page reads; `regionOf` tells where subjects lie by the files of a pipeline. */
  audit(regionOf: (files: readonly SourceFile[]) => RegionOf): AuditStore
  /**
   * Makes facts findable that are not yet, for about so many milliseconds; true where none is left.
   * A run does so when it ends, so that nothing is to be done while one is writing.
   */
  indexFacts(milliseconds: number, clock: () => number): boolean
  /** The sources that were forgotten on request, in that order. */
  forgotten(): readonly ForgottenSource[]
  /** The sources that a path, article id or sha256 stands for. @throws {UsageError} if none */
  findSources(name: string): readonly NamedSource[]
  /** Removes sources and all that came of them. @throws {StoreError} if a run is writing */
  forget(sources: readonly NamedSource[], options: ForgetOptions): Discarded
  /** Gives up the records of old runs. @throws {StoreError} if a run is writing */
  clearRuns(options: ClearOptions): ClearedRuns
  /** Runs `work` on one unchanging state of the store, whatever is written meanwhile. */
  snapshot<T>(work: () => Promise<T>): Promise<T>
  /**
   * Runs `work` as the only writer of this store. If it throws, what was committed stays, not yet
   * current, for the next run to continue from.
   * With `atomic` nothing is committed before the session is finished.
   * @throws {StoreError} if another run is writing
   */
  write<T>(
    start: RunStart,
    options: { readonly clock: () => number; readonly atomic: boolean },
    work: (session: RunSession) => Promise<T>,
  ): Promise<T>
}

/**
 * Opens the store at `path`, hands it to `work` and closes it.
 * @throws {StoreError} for whatever the database refuses, with a message that says what to do
 */
export async function useStore<T>(
  path: string,
  options: { create: boolean },
  work: (store: Store) => Promise<T>,
): Promise<T> {
  if (/^postgres(ql)?:/.test(path))
    throw new UsageError('store-unknown-kind', `${path}: a store is a SQLite file.`)
  const connection = openDatabase(path, options)
  try {
    return await work(toStore(connection, path))
  } catch (error) {
    throw toStoreError(error, path)
  } finally {
    connection.close()
  }
}

function toStore(connection: Connection, path: string): Store {
  const runs = openRuns(connection)
  const documents = openDocuments(connection)
  const searchIndex = openSearchIndex(connection)
  const read = (run: RunRow): RecordReader => {
    if (run.cleared !== null) throw clearedRun(run)
    if (run.status === 'finished') return openRecordReader(connection, run.id)
    const message = `Run ${run.id} did not finish, so its records were never the current ones.`
    throw new UsageError('run-unfinished', message)
  }
  const bytes = (document: number): Uint8Array => documents.bytes(document)
  const locked = <T>(work: () => T): T => {
    const lock = acquireRunLock(path, () => runs.describeOpen())
    try {
      return work()
    } finally {
      lock.release()
    }
  }
  const facts = connection.prepare<[{ run: number }], { n: number }>(
    `SELECT count(*) AS n FROM validity v JOIN facts f ON f.result = v.result
     WHERE v.from_run <= @run AND (v.to_run IS NULL OR v.to_run > @run)`,
  )
  return {
    path,
    runs,
    bytes,
    audit: (regionOf) => openAuditStore(connection, { path, runs, read, bytes }, regionOf),
    indexFacts(milliseconds, clock) {
      try {
        return locked(() => searchIndex.update(milliseconds, clock))
      } catch (error) {
        if (error instanceof StoreError && error.code === 'store-in-use') return true
        throw error
      }
    },
    countFacts: ({ id: run }) => facts.get({ run })?.n ?? 0,
    resultPairs: openResultPairs(connection),
    bodies: openCurrentBodies(connection),
    unlinked: openUnlinkedNames(connection),
    losses: (most) => readLosses(connection, most, { ofInputs: false }),
    indexLines: () => openLineIndex(connection),
    read,
    forgotten: () => openForgotten(connection).list(),
    findSources: (name) => findSources(connection, name),
    forget: (sources, options) =>
      locked(() => {
        searchIndex.clear()
        return forgetSources(connection, sources, options)
      }),
    clearRuns: (options) => locked(() => clearRuns(connection, options)),
    async snapshot(work) {
      connection.exec('BEGIN')
      try {
        return await work()
      } finally {
        connection.exec('COMMIT')
      }
    },
    async write(start, { clock, atomic }, work) {
      const lock = acquireRunLock(path, () => runs.describeOpen())
      try {
        if (atomic) connection.exec('BEGIN IMMEDIATE')
        try {
          const run = runs.begin(start)
          const { corpus } = start
          const session = openRunSession(connection, runs, { run, corpus, clock, atomic })
          const done = await work(session)
          if (!connection.inTransaction) searchIndex.update(Number.POSITIVE_INFINITY, clock)
          return done
        } catch (error) {
          if (connection.inTransaction) connection.exec('ROLLBACK')
          throw error
        }
      } finally {
        lock.release()
      }
    },
  }
}

function clearedRun({ id, cleared }: RunRow): UsageError {
  const message = `The records of run ${id} were given up by "yuanju gc"${cleared === null ? '' : ` on ${cleared.slice(0, 10)}`}.`
  return new UsageError('run-cleared', message)
}
