import type { Command } from 'commander'
import type { RunRow } from '../store/runs.js'
import { useStore } from '../store/store.js'
import { defineCommand, STORE_OPTION, storePath } from './command.js'
import type { ExitCode } from './exit-codes.js'
import { formatColumns, formatCounts } from './layout.js'
import { type CommonOptions, openTerminal } from './terminal.js'

export function addRunsCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'runs',
    summary: 'list the runs of a store, oldest first',
    example: 'yuanju runs --json',
    exampleDoes: 'one JSON object a run, with pipeline, versions, times and counts',
  })
    .option(...STORE_OPTION)
    .action(async (options: CommonOptions & { readonly store?: string }) => {
      const terminal = openTerminal(options)
      const runs = await useStore(storePath(options.store), { create: false }, async (store) =>
        Promise.resolve(store.runs.list()),
      )
      if (terminal.isJson) for (const run of runs) terminal.out(JSON.stringify(run))
      else terminal.out(formatColumns([HEAD.map(terminal.outColors.bold), ...runs.map(rowOf)]))
    })
}

const HEAD = ['run', 'status', 'started', 'finished', 'pipeline', 'state', 'yuanju', 'documents']

function rowOf(run: RunRow): string[] {
  return [
    String(run.id),
    run.status,
    run.started,
    run.finished ?? '',
    run.pipeline,
    run.fingerprint.slice(0, 8),
    run.code,
    formatCounts(run.counts),
  ]
}
