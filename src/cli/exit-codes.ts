import { ConfigError, InvariantError, StoreError, UsageError, YuanjuError } from '../core/errors.js'

/** What a process's exit code says to scripts; part of the contract. */
export const EXIT = {
  done: 0,
  /** Done, but some inputs were quarantined, or a check failed. */
  findings: 1,
  /** Wrong usage or configuration; nothing was written. */
  usage: 2,
  /** Could not go on; what was finished stays. */
  failed: 3,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The exit code for an error that ended a command. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError || error instanceof ConfigError) return EXIT.usage
  return EXIT.failed
}

/** What to print of an error: its message; the stack too where the mistake is ours. */
export function describeError(error: unknown): string {
  if (error instanceof StoreError || error instanceof UsageError || error instanceof ConfigError)
    return error.message
  if (error instanceof InvariantError) return error.stack ?? error.message
  if (error instanceof YuanjuError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
