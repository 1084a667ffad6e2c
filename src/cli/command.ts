import { type Command } from 'commander'

export interface CommandDescription {
  /** Name and arguments: `why <id>`. */
  readonly usage: string
  readonly summary: string
  readonly example: string
  /** What the example does, in a few words. */
  readonly exampleDoes: string
  /** True for the subcommand that stands in where none is named. */
  readonly isDefault?: boolean
}

/** A command with the options that every command has, and an example in its help. */
export function defineCommand(program: Command, description: CommandDescription): Command {
  const { usage, summary, example, exampleDoes, isDefault = false } = description
  return program
    .command(usage, { isDefault })
    .description(summary)
    .option('--json', 'machine-readable standard output')
    .option('--quiet', 'nothing but errors on standard error')
    .addHelpText('after', `\nExample:\n  $ ${example}\n    ${exampleDoes}`)
}

/** The store named by `--store`, else by YUANJU_STORE, else the one in the current folder. */
export function storePath(option: string | undefined): string {
  if (option !== undefined) return option
  const named = process.env['YUANJU_STORE'] ?? ''
  return named === '' ? DEFAULT_STORE : named
}

export const DEFAULT_STORE = 'yuanju.db'

export const STORE_OPTION = [
  '--store <store>',
  `SQLite file (default: $YUANJU_STORE, else ${DEFAULT_STORE})`,
] as const

export const PIPELINE_OPTION = [
  '--pipeline <name-or-file>',
  'a pipeline by name, or its YAML file',
] as const
