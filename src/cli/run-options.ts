import { type Command, InvalidArgumentError } from 'commander'
import { PIPELINE_OPTION, STORE_OPTION } from './command.js'
import type { CommonOptions } from './terminal.js'

/** The options of `run`. */
export interface RunOptions extends CommonOptions {
  readonly store?: string
  readonly pipeline?: string
  readonly explain?: boolean
  readonly full?: boolean
  readonly prune?: boolean
  readonly rehash?: boolean
  readonly readmit?: boolean
  readonly dryRun?: boolean
  /** A share from 0 to 1. */
  readonly maxChange?: number
  readonly watch?: boolean
}

export function addRunOptions(command: Command): Command {
  return command
    .option(...STORE_OPTION)
    .option(...PIPELINE_OPTION)
    .option('--explain', 'tell which rules and entries changed, and which documents they can touch')
    .option('--dry-run', 'show what would change, and write nothing')
    .option('--max-change <share>', 'write nothing if more of the facts would move: 5%', parseShare)
    .option('--prune', 'drop the records of sources that are not among the inputs')
    .option('--full', 'compute everything anew')
    .option('--rehash', 'read every file, whatever its size and times say')
    .option('--readmit', 'let in again what was forgotten on request')
    .option('--watch', 'run again whenever a rule or dictionary is saved, and show what changed')
}

/** `5%` → 0.05 */
function parseShare(text: string): number {
  const [, number] = /^(\d+(?:\.\d+)?)%$/.exec(text) ?? []
  if (number === undefined || Number(number) > 100)
    throw new InvalidArgumentError('expected a share such as 5%.')
  return Number(number) / 100
}
