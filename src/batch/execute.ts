import { performance } from 'node:perf_hooks'
import { pid, versions } from 'node:process'
import { type CorpusLayer, prepareCorpus } from '../corpus/corpus-layer.js'
import { linkReprints } from '../corpus/link-reprints.js'
import { compareStates } from '../pipeline/compare-states.js'
import { marksOf } from '../pipeline/pipeline-state.js'
import { readCodeVersion } from '../store/code-version.js'
import type { RunSession } from '../store/run-session.js'
import type { RunTotals } from '../store/totals.js'
import type { TouchReport } from '../store/touched-documents.js'
import type { BatchOptions } from './batch-options.js'
import { indexClaims } from './index-claims.js'
import { documentProcessor } from './process.js'
import { processBesides, processInputs } from './process-inputs.js'
import { readRepositoryState } from './repository-state.js'
import { type RunSummary, Tally } from './summary.js'

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
  pipeline.prepare(store.runs.provenStages())
  const corpus = prepareCorpus(pipeline.corpus)
  if (store.runs.latest()?.corpus !== corpus.fingerprint) corpus.prepare()
  const { name, fingerprint, files } = pipeline
  const start = {
    pipeline: { name, fingerprint, files, marks: marksOf(pipeline), isAnew: full },
    corpus: corpus.fingerprint,
    conflicts: corpus.options.conflicts,
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
    const { ended, totals } = outcome
    const { documents, besides, copies, quarantined, quarantineExamples, bytes } = tally
    return {
      run: session.run.id,
      finished: ended === 'finished',
      discarded: ended === 'discarded',
      store: store.path,
      pipeline: { name, fingerprint },
      documents,
      besides,
      copies,
      quarantined,
      quarantineExamples,
      skipped: options.inputs.skipped,
      ...totals,
      bytes,
      seconds: (performance.now() - started.clock) / 1000,
    }
  })
}

interface Outcome {
  readonly ended: 'finished' | 'stopped' | 'discarded'
  readonly totals: RunTotals
}

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
  if (!isDone) return { ended: 'stopped', totals: session.suspend().totals }
  const { isKept, totals } = session.finish({
    finished: new Date().toISOString(),
    counts: tally.counts,
    prune,
    review,
    link: (index, claims) => {
      linkReprints(index, corpus)
      indexClaims(claims, pipeline.symmetricRelations)
    },
  })
  return { ended: isKept ? 'finished' : 'discarded', totals }
}

/** Finds the current documents that can come out otherwise than they are. */
function findTouched(session: RunSession, options: BatchOptions): TouchReport {
  const { pipeline, full, former: atHand } = options
  const former = session.former()
  if (full === true || former === null) return session.touched.takeAll()
  return session.touched.find(compareStates(former, pipeline, atHand))
}

const WAITING_COMMIT_MS = 500
