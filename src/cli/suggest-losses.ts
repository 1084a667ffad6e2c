import type { Command } from 'commander'
import { useStore } from '../store/store.js'
import { chooseRun } from './choose-run.js'
import { defineCommand, STORE_OPTION, storePath } from './command.js'
import { formatLosses } from './losses-view.js'
import { parseCount } from './suggest-command.js'
import { type CommonOptions, openTerminal } from './terminal.js'

interface LossesOptions extends CommonOptions {
  readonly store?: string
  readonly limit: number
}

export function addSuggestLossesCommand(suggest: Command): void {
  defineCommand(suggest, {
    usage: 'losses',
    summary: 'dropped sentences that hold an entity, a quantity or a date: the likeliest losses',
    example: 'yuanju suggest losses --limit 100 --json',
    exampleDoes: 'one JSON object a sentence, with the rule that dropped it and its place',
  })
    .option(...STORE_OPTION)
    .option('--limit <n>', 'how many are listed', parseCount, DEFAULT_LIMIT)
    .action(async (options: LossesOptions) => {
      const terminal = openTerminal(options)
      const report = await useStore(storePath(options.store), { create: false }, (store) =>
        store.snapshot(async () => {
          chooseRun(store, undefined)
          return Promise.resolve(store.losses(options.limit))
        }),
      )
      if (terminal.isJson)
        for (const loss of report.sentences)
          terminal.out(JSON.stringify({ record: 'loss', ...loss }))
      else
        terminal.out(
          formatLosses(report, terminal.outColors) ||
            'Nothing that was dropped holds an entity, a quantity or a date in a sentence.',
        )
    })
}

const DEFAULT_LIMIT = 30
