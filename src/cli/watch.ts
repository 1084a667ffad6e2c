import { type FSWatcher, watch } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { runBatch } from '../batch/execute.js'
import { listInputs } from '../batch/inputs.js'
import { ConfigError, StoreError } from '../core/errors.js'
import { canonicalJson } from '../core/fingerprint.js'
import { prepareCorpus } from '../corpus/corpus-layer.js'
import { createSource, type PipelineSource, planPipeline } from '../pipeline/load.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import type { Store } from '../store/store.js'
import { formatDiff } from './diff-view.js'
import { reviewRun } from './review-run.js'
import { diffTotals } from './run-diff.js'
import type { RunOptions } from './run-options.js'
import { stopOnSignal } from './stop-on-signal.js'
import type { Terminal } from './terminal.js'
import { formatTouched } from './touch-view.js'

export interface WatchOptions {
  readonly store: Store
  /** The pipeline of the last run, and the files that it was read from. */
  readonly pipeline: Pipeline
  readonly source: PipelineSource
  readonly options: RunOptions
  readonly terminal: Terminal
}

/**
 * Runs over the store's own documents whenever a file of the pipeline is saved, and shows what that
 * changed, until Ctrl-C. What cannot be read or written yet is told, and waited out.
 */
export async function watchPipeline(first: WatchOptions): Promise<void> {
  const { store, options, terminal } = first
  const stop = stopOnSignal()
  const changes = new ChangeSignal(stop.signal)
  let { pipeline, source } = first
  let isTold = true
  changes.watch(pipeline)
  terminal.note(`Watching ${pipeline.files.length} files; Ctrl-C ends it.`)
  try {
    // What was saved during the first run is looked for at once.
    do {
      try {
        const latest = createSource(source)
        const next = planPipeline(options.pipeline, latest, pipeline)
        if (meaningOf(next) !== meaningOf(pipeline)) {
          const { signal } = stop
          await showRun({ store, pipeline: next, former: pipeline, options, terminal, signal })
        } else if (!isTold) terminal.note('As it was: nothing is to be done.')
        isTold = true
        pipeline = next
        source = latest
        changes.watch(pipeline)
      } catch (error) {
        if (!(error instanceof ConfigError || error instanceof StoreError)) throw error
        terminal.note(terminal.noteColors.red(error.message))
        isTold = false
      }
    } while (await changes.next())
  } finally {
    changes.close()
    stop.release()
  }
}

/** Equal where a run would find nothing to do. */
function meaningOf({ fingerprint, corpus }: Pipeline): string {
  return canonicalJson([fingerprint, prepareCorpus(corpus).fingerprint, corpus.options])
}

interface ShownRun extends Omit<WatchOptions, 'source'> {
  readonly former: Pipeline
  readonly signal: AbortSignal
}

async function showRun(shown: ShownRun): Promise<void> {
  const { store, pipeline, former, options, terminal, signal } = shown
  const before = store.runs.latest()
  const review = reviewRun(store, options)
  const started = performance.now()
  const summary = await runBatch({
    store,
    pipeline,
    former,
    inputs: listInputs([]),
    review: review?.look,
    onTouched: (report) => {
      terminal.note(formatTouched(report, terminal.noteColors))
    },
    signal,
  })
  const after = store.runs.find(summary.run)
  if (summary.discarded) terminal.out(review?.format(terminal.outColors) ?? '')
  else if (summary.finished && before !== null && after !== null) {
    const runs = { before, after }
    const totals = diffTotals(store, runs, SAMPLES)
    if (terminal.isJson)
      terminal.out(
        JSON.stringify({ run: after.id, facts: totals.facts, mentions: totals.mentions }),
      )
    else terminal.out(formatDiff(totals, runs, terminal.outColors))
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(2)
  terminal.note(terminal.noteColors.dim(`${seconds} s`))
}

const SAMPLES = 3
/** Editors write a file in several steps. */
const QUIET_MS = 60

/** Tells when files were saved, once for what comes in quick succession. */
class ChangeSignal {
  private readonly watchers = new Map<string, FSWatcher>()
  private files: ReadonlySet<string> = new Set()
  private changed = false
  private wake: (() => void) | null = null

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.wake?.(), { once: true })
  }

  /** Folders are watched, since editors replace files by others of the same name. */
  watch({ files }: Pipeline): void {
    this.files = new Set(files.map(({ path }) => resolve(path)))
    for (const folder of new Set([...this.files].map((file) => dirname(file)))) {
      if (this.watchers.has(folder)) continue
      const watcher = watch(folder, (_event, name) => {
        if (name !== null && !this.files.has(resolve(folder, name))) return
        this.changed = true
        this.wake?.()
      })
      this.watchers.set(folder, watcher)
    }
  }

  /** Waits for a change and for the end of it; false where it is time to stop. */
  async next(): Promise<boolean> {
    while (!this.changed && !this.signal.aborted)
      await new Promise<void>((resume) => (this.wake = resume))
    while (this.changed && !this.signal.aborted) {
      this.changed = false
      await new Promise((resume) => setTimeout(resume, QUIET_MS))
    }
    return !this.signal.aborted
  }

  close(): void {
    for (const watcher of this.watchers.values()) watcher.close()
  }
}
