import type { Command } from 'commander'
import { useStore } from '../store/store.js'
import type { ClearedRuns } from '../store/clear-runs.js'
import { defineCommand, STORE_OPTION, storePath } from './command.js'
import type { ExitCode } from './exit-codes.js'
import { formatBytes, formatCounts } from './layout.js'
import { parseCount } from './suggest-command.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface GcOptions extends CommonOptions {
  readonly store?: string
  readonly keep: number
  readonly dryRun?: boolean
}

export function addGcCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'gc',
    summary: 'give up the records that only old runs need, and make the store smaller',
    example: 'yuanju gc --keep 5 --dry-run',
    exampleDoes: 'says how much would go if only the last five runs could still be read',
  })
    .option(...STORE_OPTION)
    .requiredOption('--keep <n>', 'how many of the last finished runs stay readable', parseCount)
    .option('--dry-run', 'say what would go, and leave all as it is')
    .action(async ({ store: name, keep, dryRun, ...common }: GcOptions) => {
      const terminal = openTerminal(common)
      const isTrial = dryRun === true
      const cleared = await useStore(storePath(name), { create: false }, (store) =>
        Promise.resolve(store.clearRuns({ keep, at: new Date().toISOString(), isTrial })),
      )
      if (terminal.isJson) terminal.out(JSON.stringify(cleared))
      else terminal.out(formatCleared(cleared, isTrial))
    })
}

function formatCleared({ runs, rows, bytes, bytesFreed }: ClearedRuns, isTrial: boolean): string {
  if (runs.length === 0 && Object.keys(rows).length === 0)
    return 'Nothing to give up: every run is to be kept.'
  const [first, last] = [runs[0], runs.at(-1)]
  const which =
    first === undefined
      ? 'No run, but what none leads to'
      : first === last
        ? `Run ${first}`
        : `Runs ${first} to ${last ?? first}`
  const verb = isTrial ? 'would be given up' : 'given up'
  const freed = `${formatBytes(bytesFreed)} of ${formatBytes(bytes)}`
  return `${which} ${verb}: ${freed} ${isTrial ? 'would be freed' : 'freed'}\n  ${formatCounts(rows)}`
}
