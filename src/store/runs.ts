import { gunzipSync, gzipSync } from 'node:zlib'
import { sha256 } from '../core/fingerprint.js'
import type { SourceFile } from '../core/source-file.js'
import type { ConflictOptions } from '../corpus/options.js'
import type { PipelineFile } from '../pipeline/pipeline.js'
import type { PipelineState, StageMark } from '../pipeline/pipeline-state.js'
import type { Connection } from './database.js'
import { fromJson, fromNullableJson } from './json.js'

export type RunStatus = 'running' | 'finished' | 'interrupted'

/** One execution over inputs with one state of pipeline, rules and code. */
export interface RunRow {
  readonly id: number
  readonly pipeline: string
  readonly fingerprint: string
  /** The version of yuanju that made it, and of Node. */
  readonly code: string
  readonly node: string
  /** ISO 8601, UTC; `finished` is null while it runs and where it was killed. */
  readonly started: string
  readonly finished: string | null
  readonly status: RunStatus
  /** What it did, by name; empty where it was killed. */
  readonly counts: Readonly<Record<string, number>>
  /** The fingerprint of the layer that linked reprints; null of runs older than its being kept. */
  readonly corpus: string | null
  /** The git commit that its pipeline's files lay in; null where they lay in none. */
  readonly repository: RepositoryState | null
  /** When its records were given up to keep the store small; null while they can be read. */
  readonly cleared: string | null
}

/** A state of a git repository, as far as a pipeline's files are concerned. */
export interface RepositoryState {
  readonly commit: string
  /** True where some of the files differ from the commit, or are not in it. */
  readonly isDirty: boolean
}

/** What a run is started with. */
export interface RunStart {
  readonly pipeline: {
    readonly name: string
    readonly fingerprint: string
    readonly files: readonly PipelineFile[]
    /** What is kept of its stages. */
    readonly marks: readonly StageMark[]
    /** True if results that this state has made before count for nothing: all is done anew. */
    readonly isAnew: boolean
  }
  /** The fingerprint of the layer that links reprints. */
  readonly corpus: string
  /** What its claims are held against each other by. */
  readonly conflicts: ConflictOptions
  readonly code: string
  readonly node: string
  readonly pid: number
  readonly started: string
  /** Left out where nobody looked. */
  readonly repository?: RepositoryState | null | undefined
}

/** A run that is under way. */
export interface OpenRun {
  readonly id: number
  /** The key of the pipeline's state. */
  readonly pipeline: number
  readonly started: string
}

export interface Runs {
  /** Records a new run; runs left open by a killed process become `interrupted`. */
  begin(start: RunStart): OpenRun
  /** `run 12 (process 4711, since …)`, the run that was begun last and has not ended. */
  describeOpen(): string
  finish(run: number, finished: string, counts: Readonly<Record<string, number>>): void
  /** Oldest first. */
  list(): readonly RunRow[]
  find(id: number): RunRow | null
  /** The finished run whose records are the current ones; null before the first. */
  latest(): RunRow | null
  /**
   * The state of the pipeline that the run before `run` was made with, which the current results are in
   * line with; null if none has finished, or an older version made it.
   */
  former(run: number): PipelineState | null
  /** The fingerprints of the stages of the last finished run: what they were made from is in order. */
  provenStages(): ReadonlySet<string>
  /** The rule files, dictionaries and pipeline of a run, as they were. */
  files(run: number): readonly SourceFile[]
}

export function openRuns(connection: Connection): Runs {
  const list = connection.prepare<[], RawRun>(`${SELECT} ORDER BY r.id`)
  const find = connection.prepare<[number], RawRun>(`${SELECT} WHERE r.id = ?`)
  const latest = connection.prepare<[], RawRun>(
    `${SELECT} WHERE r.status = 'finished' ORDER BY r.id DESC LIMIT 1`,
  )
  const open = connection.prepare<[], { id: number; pid: number; started: string }>(
    `SELECT id, pid, started FROM runs WHERE status = 'running' ORDER BY id DESC LIMIT 1`,
  )
  const interrupt = connection.prepare<[]>(
    `UPDATE runs SET status = 'interrupted' WHERE status = 'running'`,
  )
  const insert = connection.prepare<
    [number, string, string, number, string, string, string, string | null]
  >(
    `INSERT INTO runs (pipeline, code, node, pid, started, corpus, conflicts, repository, status)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'running')`,
  )
  const finish = connection.prepare<[string, string, number]>(
    `UPDATE runs SET finished = ?, counts = ?, status = 'finished' WHERE id = ?`,
  )
  const former = connection.prepare<[number], { id: number; stages: string | null }>(
    `SELECT r.id, p.stages FROM runs r JOIN pipelines p ON p.key = r.pipeline
     WHERE r.status = 'finished' AND r.id < ? ORDER BY r.id DESC LIMIT 1`,
  )
  const formerState = (run: number): { id: number; stages: readonly StageMark[] } | null => {
    const row = former.get(run)
    if (row?.stages == null) return null
    return { id: row.id, stages: fromJson<readonly StageMark[]>(row.stages) }
  }
  const files = connection.prepare<[number], StoredFile>(
    `SELECT p.path, p.name, p.file AS sha256 FROM runs r
     JOIN pipeline_files p ON p.pipeline = r.pipeline WHERE r.id = ? ORDER BY p.path`,
  )
  const content = connection
    .prepare<[string], Uint8Array>('SELECT content FROM files WHERE sha256 = ?')
    .pluck()
  const unpack = (sha256: string): string => {
    const packed = content.get(sha256)
    if (packed === undefined) throw new RangeError(`There is no file ${sha256}.`)
    return gunzipSync(packed).toString()
  }
  return {
    begin: connection.transaction((start: RunStart) => {
      const { pipeline, code, node, pid, started, corpus } = start
      const repository = start.repository == null ? null : JSON.stringify(start.repository)
      interrupt.run()
      const key = addPipeline(connection, pipeline)
      const conflicts = JSON.stringify(start.conflicts)
      const values = [key, code, node, pid, started, corpus, conflicts, repository] as const
      const { lastInsertRowid } = insert.run(...values)
      return { id: Number(lastInsertRowid), pipeline: key, started }
    }),
    describeOpen() {
      const row = open.get()
      if (row === undefined) return 'another run'
      return `run ${row.id} (process ${row.pid}, since ${row.started})`
    },
    finish(run, finished, counts) {
      finish.run(finished, JSON.stringify(counts), run)
    },
    list: () => list.all().map(toRun),
    find: (id) => nullable(find.get(id)),
    latest: () => nullable(latest.get()),
    files: (run) => files.all(run).map(({ path, sha256 }) => ({ path, text: unpack(sha256) })),
    former(run) {
      const state = formerState(run)
      if (state === null) return null
      const kept = files.all(state.id).map(({ path, name, sha256 }) => ({
        path,
        name: name ?? path,
        sha256,
        get text() {
          return unpack(sha256)
        },
      }))
      return { stages: state.stages, files: kept }
    },
    provenStages() {
      const stages = formerState(Number.MAX_SAFE_INTEGER)?.stages ?? []
      return new Set(stages.map(({ fingerprint }) => fingerprint))
    },
  }
}

interface RawRun extends Omit<RunRow, 'counts' | 'repository'> {
  readonly counts: string | null
  readonly repository: string | null
}

const SELECT = `
SELECT r.id, p.name AS pipeline, p.fingerprint, r.code, r.node, r.started, r.finished, r.status,
  r.counts, r.corpus, r.repository, r.cleared
FROM runs r JOIN pipelines p ON p.key = r.pipeline`

interface StoredFile {
  readonly path: string
  readonly name: string | null
  readonly sha256: string
}

/** What tells states apart that are done anew although nothing of them changed. */
const ANEW = '~'

function addPipeline(connection: Connection, pipeline: RunStart['pipeline']): number {
  const { fingerprint, name, marks, isAnew } = pipeline
  const known = connection
    .prepare<[string, string], { key: number }>(
      `SELECT key FROM pipelines WHERE stages IS NOT NULL
         AND (fingerprint = ? OR fingerprint GLOB ? || '${ANEW}*') ORDER BY key DESC LIMIT 1`,
    )
    .get(fingerprint, fingerprint)
  if (known !== undefined && !isAnew) return known.key
  const count = connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM pipelines').get()
  const isFirst = connection.prepare<[string]>('SELECT 1 FROM pipelines WHERE fingerprint = ?')
  const stored =
    isFirst.get(fingerprint) === undefined ? fingerprint : `${fingerprint}${ANEW}${count?.n ?? 0}`
  const { lastInsertRowid } = connection
    .prepare<[string, string, string]>(
      'INSERT INTO pipelines (fingerprint, name, stages) VALUES (?, ?, ?)',
    )
    .run(stored, name, JSON.stringify(marks))
  const addFile = connection.prepare<[string, Uint8Array]>(
    'INSERT OR IGNORE INTO files (sha256, content) VALUES (?, ?)',
  )
  const link = connection.prepare<[number, string, string, string]>(
    'INSERT OR IGNORE INTO pipeline_files (pipeline, path, file, name) VALUES (?, ?, ?, ?)',
  )
  const key = Number(lastInsertRowid)
  for (const { path, text, name: called } of pipeline.files) {
    const digest = sha256(text)
    addFile.run(digest, gzipSync(text))
    link.run(key, path, digest, called)
  }
  return key
}

function nullable(row: RawRun | undefined): RunRow | null {
  return row === undefined ? null : toRun(row)
}

function toRun(row: RawRun): RunRow {
  const [fingerprint = ''] = row.fingerprint.split(ANEW)
  return {
    ...row,
    fingerprint,
    counts: row.counts === null ? {} : fromJson(row.counts),
    repository: fromNullableJson(row.repository),
  }
}
