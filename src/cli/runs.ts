import type { Command } from 'commander'
import { UsageError } from '../core/errors.js'
import { compareFiles } from '../diff/compare-files.js'
import type { RunRow } from '../store/runs.js'
import { type Store, useStore } from '../store/store.js'
import { defineCommand, STORE_OPTION, storePath } from './command.js'
import type { ExitCode } from './exit-codes.js'
import { formatRun, formatRuns, type RunDetails } from './runs-view.js'
import { type CommonOptions, openTerminal } from './terminal.js'

export function addRunsCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'runs [id]',
    summary: 'list the runs of a store, oldest first, or show one in full',
    example: 'yuanju runs 4',
    exampleDoes: 'what run 4 did, under which rule files, and what differed from the run before',
  })
    .option(...STORE_OPTION)
    .action(
      async (id: string | undefined, options: CommonOptions & { readonly store?: string }) => {
        const terminal = openTerminal(options)
        await useStore(storePath(options.store), { create: false }, (store) => {
          const runs = store.runs.list()
          if (id === undefined) {
            if (terminal.isJson) for (const run of runs) terminal.out(JSON.stringify(run))
            else terminal.out(formatRuns(runs, store.forgotten().length, terminal.outColors))
          } else {
            const details = detailsOf(store, runs, id)
            if (terminal.isJson) terminal.out(JSON.stringify(details))
            else terminal.out(formatRun(details, terminal.outColors))
          }
          return Promise.resolve()
        })
      },
    )
}

function detailsOf(store: Store, runs: readonly RunRow[], id: string): RunDetails {
  const run = runs.find((one) => String(one.id) === id)
  if (run === undefined)
    throw new UsageError('run-unknown', `There is no run ${id}. "yuanju runs" lists them.`)
  const before = runs.findLast((one) => one.id < run.id && one.status === 'finished') ?? null
  const files = store.runs.files(run.id)
  return {
    ...run,
    before,
    files: compareFiles(before === null ? files : store.runs.files(before.id), files),
  }
}
