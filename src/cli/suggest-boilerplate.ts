import type { Command } from 'commander'
import { loadPlan } from '../pipeline/load.js'
import type { LossReport } from '../store/losses.js'
import { useStore } from '../store/store.js'
import { suggestBoilerplate } from '../suggest/boilerplate.js'
import { findDictionaryFile, writeEntries } from '../suggest/dictionary-file.js'
import { knowsLines, readPhraseLists } from '../suggest/known-phrases.js'
import { LEARNED_BLOCKS, LEARNED_LINES } from '../suggest/learned-lists.js'
import type { Suggestion } from '../suggest/suggestion.js'
import { chooseRun } from './choose-run.js'
import { storePath } from './command.js'
import { formatLosses } from './losses-view.js'
import { acceptsOnlyWords, chooseEntries } from './suggest-accept.js'
import { defineSuggestCommand, type SuggestOptions } from './suggest-command.js'
import { formatAccepted, formatSuggestions } from './suggest-view.js'
import { openTerminal } from './terminal.js'

export function addSuggestBoilerplateCommand(suggest: Command): void {
  defineSuggestCommand(
    suggest,
    {
      usage: 'boilerplate',
      summary: 'lines and blocks that recur across articles and are still in their bodies',
      example: 'yuanju suggest boilerplate --store pages.db',
      exampleDoes: 'lists them with ids; again with --accept b_3fa2c1 writes one to the dictionary',
    },
    'in how many different articles a line must stand, reprints counted once',
  ).action(async (options: SuggestOptions) => {
    const terminal = openTerminal(options)
    const target = findDictionaryFile(loadPlan(options.pipeline), 'boilerplate')
    const isKnown = knowsLines(readPhraseLists(target.file))
    const { found, losses } = acceptsOnlyWords(options) ? NOTHING : await search(options, isKnown)
    const suggestions = found.slice(0, options.limit)
    const isAccepting = options.accept !== undefined || options.acceptAll === true
    if (!isAccepting) {
      const records = [
        ...losses.sentences.map((loss) => ({ record: 'loss', ...loss })),
        ...suggestions.map((suggestion) => ({ record: 'suggestion', ...suggestion })),
      ]
      const view = {
        name: 'boilerplate',
        suggestions,
        total: found.length,
        target,
        options,
      } as const
      if (terminal.isJson) for (const record of records) terminal.out(JSON.stringify(record))
      else {
        const lost = formatLosses(losses, terminal.outColors)
        if (lost !== '') terminal.out(`${lost}\n`)
        terminal.out(formatSuggestions(view, terminal.outColors))
      }
      return
    }
    const entries = chooseEntries(options, {
      suggestions,
      isKnown,
      entryFor: (text) => ({ list: text.includes('\n') ? LEARNED_BLOCKS : LEARNED_LINES, text }),
      dictionary: target.file.path,
    })
    writeEntries(target, entries)
    if (terminal.isJson)
      for (const { list, text } of entries)
        terminal.out(
          JSON.stringify({ record: 'entry', file: target.file.path, list: list.id, text }),
        )
    else terminal.out(formatAccepted(entries, target, terminal.outColors))
  })
}

interface Findings {
  readonly found: readonly Suggestion[]
  readonly losses: LossReport
}

const NOTHING: Findings = { found: [], losses: { total: 0, sentences: [] } }
const MOST_LOSSES = 5

async function search(
  { store: path, min }: SuggestOptions,
  isKnown: (text: string) => boolean,
): Promise<Findings> {
  return useStore(storePath(path), { create: false }, (store) =>
    store.snapshot(async () => {
      const records = store.read(chooseRun(store, undefined))
      const index = store.indexLines()
      const found = suggestBoilerplate({ bodies: store.bodies, index, records, min, isKnown })
      return Promise.resolve({ found, losses: store.losses(MOST_LOSSES) })
    }),
  )
}
