import { performance } from 'node:perf_hooks'
import { pid, versions } from 'node:process'
import { type CorpusLayer, prepareCorpus } from '../corpus/corpus-layer.js'
import { linkReprints } from '../corpus/link-reprints.js'
import { compareStates } from '../pipeline/compare-states.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import { marksOf } from '../pipeline/pipeline-state.js'
import { readCodeVersion } from '../store/code-version.js'
import type { RunSession } from '../store/run-session.js'
import type { Store } from '../store/store.js'
import type { TouchReport } from '../store/touched-documents.js'
import { indexClaims } from './index-claims.js'
import type { InputList } from './inputs.js'
import { documentProcessor } from './process.js'
import { processBesides, processInputs } from './process-inputs.js'
import { readRepositoryState } from './repository-state.js'
import { type Progress, type RunSummary, Tally } from './summary.js'

export interface BatchOptions {
  readonly store: Store
  readonly pipeline: Pipeline
  readonly inputs: InputList
  /** Computes everything anew, whatever was made before. */
  readonly full?: boolean | undefined
  /** Sources that are not among the inputs lose their records. */
  readonly prune?: boolean | undefined
  /** Reads every input file, whatever its size and times say. */
  readonly rehash?: boolean | undefined
  /**
   * Sees the run as if it were finished, before anything is committed; false undoes it. All is written
   * in one transaction then, so that a run that is killed leaves nothing for the next.
   */
  readonly review?: ((run: number) => boolean) | undefined
  /** Called once it is known what the change of the pipeline touches. */
  readonly onTouched?: ((report: TouchReport) => void) | undefined
  /** Lets in again what was forgotten on request; refused otherwise. */
  readonly readmit?: boolean | undefined
  /** Called after each input. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Stops the run after the document at hand; what is finished stays for the next run. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The main job: brings all current records of the store in line with the pipeline as it is now, and
 * with the inputs. Only what the inputs or a change of the pipeline can touch is processed; records
 * become the current ones when all is done.
 * @throws {ConfigError} for rules or dictionaries that are wrong, before anything is written
 * @throws {StoreError} if the store cannot be written, or another run is writing to it
 */
export async function runBatch(options: BatchOptions): Promise<RunSummary> {
  const { store, pipeline, full = false, review } = options
  const started = { at: new Date().toISOString(), clock: performance.now() }
  // What the last run was made with has proved to be in order.
  if (store.runs.latest()?.fingerprint !== pipeline.fingerprint) pipeline.prepare()
  const corpus = prepareCorpus(pipeline.corpus)
  const { name, fingerprint, files } = pipeline
  const start = {
    pipeline: { name, fingerprint, files, marks: marksOf(pipeline), isAnew: full },
    corpus: corpus.fingerprint,
    code: readCodeVersion(),
    node: versions.node,
    pid,
    started: started.at,
    repository: await readRepositoryState(pipeline.files.map(({ path }) => path)),
  }
  const writing = { clock: () => performance.now(), atomic: review !== undefined }
  return store.write(start, writing, async (session) => {
    const tally = new Tally()
    // While the next input is waited for, what is finished is committed all the same.
    const waiting = setInterval(session.endDocument, WAITING_COMMIT_MS)
    const outcome = await work(session, tally, corpus, options).finally(() => {
      clearInterval(waiting)
    })
    const { documents, besides, copies, quarantined, quarantineExamples, bytes } = tally
    return {
      run: session.run.id,
      finished: outcome === 'finished',
      discarded: outcome === 'discarded',
      store: store.path,
      pipeline: { name, fingerprint },
      documents,
      besides,
      copies,
      quarantined,
      quarantineExamples,
      skipped: options.inputs.skipped,
      ...session.totals(MOST_LOSSES),
      bytes,
      seconds: (performance.now() - started.clock) / 1000,
    }
  })
}

type Outcome = 'finished' | 'stopped' | 'discarded'

async function work(
  session: RunSession,
  tally: Tally,
  corpus: CorpusLayer,
  options: BatchOptions,
): Promise<Outcome> {
  const { pipeline, prune = false, review } = options
  const touched = findTouched(session, options)
  options.onTouched?.(touched)
  const process = documentProcessor(pipeline, session, corpus)
  const batch = { session, tally, process }
  const isDone =
    (await processInputs(batch, options)) && (prune || (await processBesides(batch, options)))
  if (!isDone) {
    session.suspend()
    return 'stopped'
  }
  const isKept = session.finish({
    finished: new Date().toISOString(),
    counts: tally.counts,
    prune,
    review,
    link: (index, claims) => {
      linkReprints(index, corpus)
      indexClaims(claims, pipeline.symmetricRelations)
    },
  })
  return isKept ? 'finished' : 'discarded'
}

/** Finds the current documents that can come out otherwise than they are. */
function findTouched(session: RunSession, { pipeline, full }: BatchOptions): TouchReport {
  const former = session.former()
  if (full === true || former === null) return session.touched.takeAll()
  return session.touched.find(compareStates(former, pipeline))
}

const MOST_LOSSES = 5
const WAITING_COMMIT_MS = 500
