import type { Command } from 'commander'
import { suggestBoilerplate } from '../suggest/boilerplate.js'
import { knowsLines } from '../suggest/known-phrases.js'
import { LEARNED_BLOCKS, LEARNED_LINES } from '../suggest/learned-lists.js'
import { chooseRun } from './choose-run.js'
import { runSuggest } from './run-suggest.js'
import { defineSuggestCommand, type SuggestOptions } from './suggest-command.js'

export function addSuggestBoilerplateCommand(suggest: Command): void {
  defineSuggestCommand(suggest, {
    usage: 'boilerplate',
    summary: 'lines and blocks that recur across articles and are still in their bodies',
    example: 'yuanju suggest boilerplate --store pages.db',
    exampleDoes: 'lists them with ids; again with --accept b_3fa2c1 writes one to the dictionary',
    min: 5,
    minMeans: 'in how many different articles a line must stand, reprints counted once',
  }).action((options: SuggestOptions) =>
    runSuggest(options, {
      name: 'boilerplate',
      knownIn: knowsLines,
      listFor: (text) => (text.includes('\n') ? LEARNED_BLOCKS : LEARNED_LINES),
      mine: (store, { min }, lists) =>
        suggestBoilerplate({
          bodies: store.bodies,
          records: store.read(chooseRun(store, undefined)),
          index: store.indexLines(),
          min,
          isKnown: knowsLines(lists),
        }),
    }),
  )
}
