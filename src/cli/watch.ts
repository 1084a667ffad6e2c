import { type FSWatcher, watch } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { runBatch } from '../batch/execute.js'
import { listInputs } from '../batch/inputs.js'
import { ConfigError } from '../core/errors.js'
import { createSource, planPipeline } from '../pipeline/load.js'
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
  readonly pipeline: Pipeline
  readonly options: RunOptions
  readonly terminal: Terminal
}

/**
 * Runs over the store's own documents whenever a file of the pipeline is saved, and shows what that
 * changed, until Ctrl-C. What cannot be read yet is told, and waited out.
 */
export async function watchPipeline({
  store,
  pipeline: first,
  options,
  terminal,
}: WatchOptions): Promise<void> {
  const stop = stopOnSignal()
  const changes = new ChangeSignal(stop.signal)
  let pipeline = first
  changes.watch(pipeline)
  terminal.note(`Watching ${pipeline.files.length} files; Ctrl-C ends it.`)
  try {
    while (await changes.next()) {
      try {
        const source = { ...createSource(), services: pipeline.services }
        const next = planPipeline(options.pipeline, source, pipeline)
        if (next.fingerprint === pipeline.fingerprint) continue
        next.prepare()
        await showRun({ store, pipeline: next, options, terminal })
        pipeline = next
        changes.watch(pipeline)
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error
        terminal.note(error.message)
      }
    }
  } finally {
    changes.close()
    stop.release()
  }
}

async function showRun({ store, pipeline, options, terminal }: WatchOptions): Promise<void> {
  const before = store.runs.latest()
  const review = reviewRun(store, options)
  const started = performance.now()
  const summary = await runBatch({
    store,
    pipeline,
    inputs: listInputs([]),
    review: review?.look,
    onTouched: (report) => {
      terminal.note(formatTouched(report, terminal.noteColors))
    },
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(2)
  const after = store.runs.find(summary.run)
  if (summary.discarded) terminal.out(review?.format(terminal.outColors) ?? '')
  else if (before !== null && after !== null) {
    const runs = { before, after }
    const totals = diffTotals(store, runs, SAMPLES)
    if (terminal.isJson)
      terminal.out(
        JSON.stringify({ run: after.id, facts: totals.facts, mentions: totals.mentions }),
      )
    else terminal.out(formatDiff(totals, runs, terminal.outColors))
  }
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
