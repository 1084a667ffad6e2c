import { performance } from 'node:perf_hooks'
import { pid, versions } from 'node:process'
import { InvariantError } from '../core/errors.js'
import { type CorpusLayer, prepareCorpus } from '../corpus/corpus-layer.js'
import { indexClaims } from './index-claims.js'
import { linkReprints } from '../corpus/link-reprints.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import { processDocument } from '../pipeline/process-document.js'
import { readCodeVersion } from '../store/code-version.js'
import type { PackedDocument } from '../store/documents.js'
import type { RunSession } from '../store/run-session.js'
import type { Store } from '../store/store.js'
import { FORGOTTEN_CODE, forgottenMessage } from '../store/forgotten.js'
import type { InputList } from './inputs.js'
import { planDocument } from './plan.js'
import { type FailedRead, type ReadDocument, readInputs } from './read-inputs.js'
import { readRepositoryState } from './repository-state.js'
import { type Progress, type RunSummary, Tally } from './summary.js'

export interface BatchOptions {
  readonly store: Store
  readonly pipeline: Pipeline
  readonly inputs: InputList
  /** Lets in again what was forgotten on request; refused otherwise. */
  readonly readmit?: boolean | undefined
  /** Called after each input. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Stops the run after the document at hand; what is finished stays for the next run. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The main job: reads every input, runs the pipeline where it has not been run on these bytes, and
 * writes the records; they become the current ones when all is done.
 * @throws {StoreError} if the store cannot be written, or another run is writing to it
 */
export async function runBatch(options: BatchOptions): Promise<RunSummary> {
  const { store, pipeline } = options
  const started = { at: new Date().toISOString(), clock: performance.now() }
  const corpus = prepareCorpus(pipeline.corpus)
  const start = {
    pipeline,
    corpus: corpus.fingerprint,
    code: readCodeVersion(),
    node: versions.node,
    pid,
    started: started.at,
    repository: await readRepositoryState(pipeline.files.map(({ path }) => path)),
  }
  return store.write(
    start,
    () => performance.now(),
    async (session) => {
      const tally = new Tally()
      // While the next input is waited for, what is finished is committed all the same.
      const waiting = setInterval(session.endDocument, WAITING_COMMIT_MS)
      const open = { session, corpus, tally }
      const finished = await processInputs(open, options).finally(() => {
        clearInterval(waiting)
      })
      if (finished)
        session.finish(new Date().toISOString(), tally.counts, (index, claims) => {
          linkReprints(index, corpus)
          indexClaims(claims, pipeline.symmetricRelations)
        })
      else session.suspend()
      const { documents, copies, quarantined, quarantineExamples, bytes } = tally
      return {
        run: session.run.id,
        finished,
        store: store.path,
        pipeline: { name: pipeline.name, fingerprint: pipeline.fingerprint },
        documents,
        copies,
        quarantined,
        quarantineExamples,
        skipped: options.inputs.skipped,
        ...session.statistics(),
        losses: session.losses(MOST_LOSSES),
        bytes,
        seconds: (performance.now() - started.clock) / 1000,
      }
    },
  )
}

/** A run under way: what it writes to, works with and counts. */
interface OpenBatch {
  readonly session: RunSession
  readonly corpus: CorpusLayer
  readonly tally: Tally
}

/** False if it was stopped before the end. */
async function processInputs(
  batch: OpenBatch,
  { pipeline, inputs, onProgress, signal, readmit }: BatchOptions,
): Promise<boolean> {
  const { session, tally } = batch
  const total = inputs.files.length + inputs.broken.length
  const report = (): void => {
    tally.done++
    onProgress?.({ done: tally.done, total, quarantined: tally.totalQuarantined })
  }
  for (const { path, message } of inputs.broken) {
    addUnread(session, tally, { path, message: `${path}: ${message}.` })
    report()
  }
  const isStored = (sha256: string): boolean => session.findDocument(sha256) !== null
  const isRefused = ({ sha256 }: ReadDocument): boolean => {
    if (!session.isForgotten(sha256)) return false
    if (readmit === true) session.readmit(sha256)
    return readmit !== true
  }
  for await (const outcome of readInputs(inputs.files, { isStored, signal })) {
    if (signal?.aborted === true) return false
    if (!outcome.ok) addUnread(session, tally, outcome.failure)
    else if (isRefused(outcome.document)) refuse(session, tally, outcome.document)
    else addDocument(batch, pipeline, outcome.document)
    session.endDocument()
    report()
  }
  return true
}

function addDocument(
  { session, corpus, tally }: OpenBatch,
  pipeline: Pipeline,
  read: ReadDocument,
): void {
  const location = { path: read.path, item: null }
  const { standing, document: known, failure: formerFailure } = planDocument(session, read)
  const isDone = standing === 'unchanged' || standing === 'continued'
  const result = isDone ? null : processDocument(pipeline, read.bytes)
  const document = known ?? session.addDocument(packedOf(read))
  const isFirst = session.noteInput(document, location)
  if (result !== null) {
    const key = session.addResult(document, result)
    if (result.ok) session.addSketch(key, corpus.sketch(result.records.article.text))
  }
  if (!isFirst) {
    tally.copies++
    return
  }
  tally.documents[standing]++
  tally.bytes += read.bytes.length
  const failure = result === null || result.ok ? formerFailure : result.failure
  if (failure !== null) tally.addQuarantined({ path: read.path, ...failure })
}

function addUnread(session: RunSession, tally: Tally, { path, message }: FailedRead): void {
  session.noteUnreadable(path, READ_FAILED, message)
  tally.addQuarantined({ path, code: READ_FAILED, message })
}

/** What was forgotten on request does not come back by the next crawl. */
function refuse(session: RunSession, tally: Tally, { path }: ReadDocument): void {
  const message = forgottenMessage(path)
  session.noteUnreadable(path, FORGOTTEN_CODE, message)
  tally.addQuarantined({ path, code: FORGOTTEN_CODE, message })
}

function packedOf({ packed, path }: ReadDocument): PackedDocument {
  if (packed === null) throw new InvariantError(`${path} was taken for stored, and is not.`)
  return packed
}

const MOST_LOSSES = 5
const READ_FAILED = 'read-failed'
const WAITING_COMMIT_MS = 500
