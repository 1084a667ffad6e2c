import type { Command } from 'commander'
import { explainRecord } from '../export/explain.js'
import { useStore } from '../store/store.js'
import { chooseRun } from './choose-run.js'
import { defineCommand, STORE_OPTION, storePath } from './command.js'
import type { ExitCode } from './exit-codes.js'
import { type CommonOptions, openTerminal } from './terminal.js'
import { formatExplanation } from './why-view.js'

export function addWhyCommand(program: Command, _end: (code: ExitCode) => void): void {
  defineCommand(program, {
    usage: 'why <id>',
    summary: 'show where a mention or fact comes from, and what each stage did to its words',
    example: 'yuanju why f_0k3vd1x9z2m4q7ap',
    exampleDoes: 'its sentence, its place in the source, its rule, its roles, the edits on the way',
  })
    .option(...STORE_OPTION)
    .action(async (id: string, options: CommonOptions & { readonly store?: string }) => {
      const terminal = openTerminal(options)
      const explanation = await useStore(storePath(options.store), { create: false }, (store) =>
        store.snapshot(async () =>
          Promise.resolve(explainRecord(store, store.read(chooseRun(store, undefined)), id)),
        ),
      )
      if (terminal.isJson) terminal.out(JSON.stringify(explanation))
      else terminal.out(formatExplanation(explanation, terminal.outColors))
    })
}
