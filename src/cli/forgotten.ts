import type { Command } from 'commander'
import { useStore } from '../store/store.js'
import { defineCommand, STORE_OPTION, storePath } from './command.js'
import type { ExitCode } from './exit-codes.js'
import { formatColumns } from './layout.js'
import { type CommonOptions, openTerminal } from './terminal.js'

export function addForgottenCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'forgotten',
    summary: 'list the sources that were forgotten on request',
    example: 'yuanju forgotten --json',
    exampleDoes: 'one JSON object a source: digest, when, reason, and when it was let in again',
  })
    .option(...STORE_OPTION)
    .action(async (options: CommonOptions & { readonly store?: string }) => {
      const terminal = openTerminal(options)
      const sources = await useStore(storePath(options.store), { create: false }, (store) =>
        Promise.resolve(store.forgotten()),
      )
      if (terminal.isJson) for (const source of sources) terminal.out(JSON.stringify(source))
      else if (sources.length === 0) terminal.out('Nothing was forgotten.')
      else
        terminal.out(
          formatColumns([
            ['sha256', 'forgotten', 'reason', ''].map(terminal.outColors.bold),
            ...sources.map(({ sha256, forgotten, reason, readmitted }) => [
              sha256,
              forgotten.slice(0, 16).replace('T', ' '),
              reason ?? '',
              readmitted === null ? '' : `let in again ${readmitted.slice(0, 10)}`,
            ]),
          ]),
        )
    })
}
