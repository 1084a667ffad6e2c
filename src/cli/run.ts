import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import type { BatchOptions } from '../batch/batch-options.js'
import { runBatch } from '../batch/execute.js'
import { type InputList, listInputs } from '../batch/inputs.js'
import type { RunSummary } from '../batch/summary.js'
import { UsageError } from '../core/errors.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import { createSource, planPipeline } from '../pipeline/load.js'
import { type Store, useStore } from '../store/store.js'
import type { TouchReport } from '../store/touched-documents.js'
import { defineCommand, storePath } from './command.js'
import { EXIT, type ExitCode } from './exit-codes.js'
import { startProgress } from './progress.js'
import { costOf, formatCost } from './run-cost.js'
import { addRunOptions, type RunOptions } from './run-options.js'
import { type Review, reviewRun } from './review-run.js'
import { stopOnSignal } from './stop-on-signal.js'
import { formatSummary } from './summary-view.js'
import { openTerminal, type Terminal } from './terminal.js'
import { formatTouched } from './touch-view.js'
import { watchPipeline } from './watch.js'

export function addRunCommand(program: Command, end: (code: ExitCode) => void): void {
  addRunOptions(
    defineCommand(program, {
      usage: 'run <input...>',
      summary:
        'read files and folders (- for standard input), and write their records to the store',
      example: 'yuanju run pages/ --store pages.db',
      exampleDoes:
        'reads every .txt, .html and .htm below pages/; again later: only what is new or affected',
    }),
  ).action(async (paths: readonly string[], options: RunOptions) => {
    const terminal = openTerminal(options)
    const inputs = listInputs(paths)
    checkPrune(inputs, options)
    const source = createSource()
    const pipeline = planPipeline(options.pipeline, source)
    const path = storePath(options.store)
    // No store is made for rules or dictionaries that are wrong.
    if (!existsSync(path)) pipeline.prepare()
    const code = await useStore(path, { create: true }, async (store) => {
      const first = await runOnce({ store, pipeline, inputs, options, terminal })
      if (options.watch !== true || first === EXIT.failed) return first
      await watchPipeline({ store, pipeline, source, options, terminal })
      return EXIT.done
    })
    if (code !== EXIT.done) end(code)
  })
}

interface OneRun {
  readonly store: Store
  readonly pipeline: Pipeline
  readonly inputs: InputList
  readonly options: RunOptions
  readonly terminal: Terminal
}

async function runOnce({ store, pipeline, inputs, options, terminal }: OneRun): Promise<ExitCode> {
  const review = reviewRun(store, options)
  const progress = startProgress(terminal, 'files')
  const stop = stopOnSignal()
  let touched: TouchReport | null = null
  const { full, prune, rehash, readmit } = options
  const batch: BatchOptions = {
    store,
    pipeline,
    inputs,
    full,
    prune,
    rehash,
    readmit,
    review: review?.look,
    onTouched: (report) => {
      touched = report
      if (options.explain === true && !terminal.isJson)
        terminal.note(formatTouched(report, terminal.noteColors))
    },
    onProgress: progress.update,
    signal: stop.signal,
  }
  try {
    const summary = await runBatch(batch)
    progress.stop()
    return tell(summary, { store, review, touched, options, terminal })
  } finally {
    stop.release()
    progress.stop()
  }
}

interface Told {
  readonly store: Store
  readonly review: Review | null
  readonly touched: TouchReport | null
  readonly options: RunOptions
  readonly terminal: Terminal
}

function tell(summary: RunSummary, { store, review, touched, options, terminal }: Told): ExitCode {
  const cost = costOf(summary, store.runs.list(), touched?.documents ?? 0)
  if (terminal.isJson)
    terminal.out(
      JSON.stringify({
        ...summary,
        ...(options.explain === true ? { touched, cost } : {}),
        ...(review?.found() ?? {}),
      }),
    )
  else if (options.explain === true && cost.documents > 0) terminal.note(formatCost(cost))
  if (summary.discarded) {
    if (!terminal.isJson) terminal.out(review?.format(terminal.outColors) ?? '')
    return review?.isRefused() === true ? EXIT.findings : EXIT.done
  }
  if (!terminal.isQuiet) terminal.note(formatSummary(summary, terminal.noteColors))
  if (!summary.finished) return EXIT.failed
  return Object.keys(summary.quarantined).length > 0 ? EXIT.findings : EXIT.done
}

/** What a folder that cannot be looked into holds is not gone. */
function checkPrune({ broken }: InputList, { prune }: RunOptions): void {
  const [place] = broken
  if (prune !== true || place === undefined) return
  const message = `${place.path}: ${place.message}, so it cannot be told what is no longer there. Run without --prune.`
  throw new UsageError('prune-unreadable', message)
}
