import type { Command } from 'commander'
import { runBatch } from '../batch/execute.js'
import { listInputs } from '../batch/inputs.js'
import { planPipeline } from '../pipeline/load.js'
import { useStore } from '../store/store.js'
import { defineCommand, PIPELINE_OPTION, STORE_OPTION, storePath } from './command.js'
import { EXIT, type ExitCode } from './exit-codes.js'
import { startProgress } from './progress.js'
import { formatSummary } from './summary-view.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface RunOptions extends CommonOptions {
  readonly store?: string
  readonly pipeline?: string
  readonly readmit?: boolean
}

export function addRunCommand(program: Command, end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'run <input...>',
    summary: 'read files and folders (- for standard input), and write their records to the store',
    example: 'yuanju run pages/ --store pages.db',
    exampleDoes: 'reads every .txt, .html and .htm below pages/; again later: only what is new',
  })
    .option(...STORE_OPTION)
    .option(...PIPELINE_OPTION)
    .option('--readmit', 'let in again what was forgotten on request')
    .action(async (inputs: readonly string[], options: RunOptions) => {
      const terminal = openTerminal(options)
      const list = listInputs(inputs)
      const pipeline = planPipeline(options.pipeline)
      const path = storePath(options.store)
      const summary = await useStore(path, { create: true }, async (store) => {
        const progress = startProgress(terminal, 'files')
        const stop = stopOnSignal()
        try {
          return await runBatch({
            store,
            pipeline,
            inputs: list,
            readmit: options.readmit,
            onProgress: progress.update,
            signal: stop.signal,
          })
        } finally {
          stop.release()
          progress.stop()
        }
      })
      if (terminal.isJson) terminal.out(JSON.stringify(summary))
      terminal.note(formatSummary(summary, terminal.noteColors))
      if (!summary.finished) end(EXIT.failed)
      else if (Object.keys(summary.quarantined).length > 0) end(EXIT.findings)
    })
}

/** The first Ctrl-C ends the run after the document at hand; a second one ends the process. */
function stopOnSignal(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController()
  const stop = (): void => {
    controller.abort()
    release()
  }
  const release = (): void => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return { signal: controller.signal, release }
}
