import { isatty } from 'node:tty'
import pico from 'picocolors'
import { EXIT } from './exit-codes.js'

/** The two streams of a command, and how to write to them. */
export interface Terminal {
  /** What the command was asked for. */
  out(line: string): void
  /** Progress and diagnostics; nothing with `--quiet`. */
  note(line: string): void
  readonly isQuiet: boolean
  readonly isJson: boolean
  /** Colours for each stream, none where it is no terminal or NO_COLOR is set. */
  readonly outColors: Colors
  readonly noteColors: Colors
}

export type Colors = ReturnType<typeof pico.createColors>

/** The options that every command has. */
export interface CommonOptions {
  readonly json?: boolean
  readonly quiet?: boolean
}

export function openTerminal({ json, quiet }: CommonOptions): Terminal {
  // A reader that closes early (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    process.stderr.write(`yuanju: standard output could not be written: ${error.message}.\n`)
    process.exit(EXIT.failed)
  })
  return {
    out: (line) => process.stdout.write(`${line}\n`),
    note: (line) => {
      if (quiet !== true) process.stderr.write(`${line}\n`)
    },
    isQuiet: quiet === true,
    isJson: json === true,
    outColors: pico.createColors(isColourful(process.stdout)),
    noteColors: pico.createColors(isColourful(process.stderr)),
  }
}

function isColourful(stream: { readonly fd: number }): boolean {
  // `stream.isTTY` is undefined for a pipe, which picocolors would read as: decide by yourself.
  return isatty(stream.fd) && (process.env['NO_COLOR'] ?? '') === ''
}
