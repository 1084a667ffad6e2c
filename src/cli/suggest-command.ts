import { type Command, InvalidArgumentError } from 'commander'
import { type CommandDescription, defineCommand, PIPELINE_OPTION, STORE_OPTION } from './command.js'
import type { CommonOptions } from './terminal.js'

/** The options that all kinds of suggestions have. */
export interface SuggestOptions extends CommonOptions {
  readonly store?: string
  readonly pipeline?: string
  readonly min: number
  readonly limit: number
  readonly accept?: readonly string[]
  readonly acceptAll?: boolean
}

export interface SuggestDescription extends CommandDescription {
  /** The default of `--min`, and what it says. */
  readonly min: number
  readonly minMeans: string
}

/** A command that proposes entries, and writes those that are accepted. */
export function defineSuggestCommand(suggest: Command, description: SuggestDescription): Command {
  return defineCommand(suggest, description)
    .option(...STORE_OPTION)
    .option(...PIPELINE_OPTION)
    .option('--min <n>', description.minMeans, parseCount, description.min)
    .option('--limit <n>', 'how many are listed', parseCount, DEFAULT_LIMIT)
    .option('--accept <id-or-text...>', 'write these into the dictionary, by id or by their words')
    .option('--accept-all', 'write all that are listed, but for those that hold facts')
}

/** @throws {InvalidArgumentError} for what is not a number from 1 */
export function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a whole number from 1.')
}

const DEFAULT_LIMIT = 30
