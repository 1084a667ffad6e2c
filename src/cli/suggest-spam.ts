import type { Command } from 'commander'
import { loadPipeline } from '../pipeline/load.js'
import { knowsPhrases } from '../suggest/known-phrases.js'
import { LEARNED_SEEDS } from '../suggest/learned-lists.js'
import { suggestSpam } from '../suggest/spam.js'
import { chooseRun } from './choose-run.js'
import { runSuggest } from './run-suggest.js'
import { defineSuggestCommand, type SuggestOptions } from './suggest-command.js'

export function addSuggestSpamCommand(suggest: Command): void {
  defineSuggestCommand(suggest, {
    usage: 'spam',
    summary: 'words that break sentences, variants of known ones, titles of link farms',
    example: 'yuanju suggest spam --store pages.db --json',
    exampleDoes: 'one JSON object a word, with counts and samples of what it breaks',
    min: 3,
    minMeans: 'in how many different articles a word must be seen as spam',
  }).action((options: SuggestOptions) =>
    runSuggest(options, {
      name: 'spam',
      knownIn: knowsPhrases,
      listFor: () => LEARNED_SEEDS,
      mine(store, { min, pipeline }, lists) {
        chooseRun(store, undefined)
        const bytes = (document: number): Uint8Array => store.bytes(document)
        return suggestSpam({
          bodies: store.bodies,
          pipeline: loadPipeline(pipeline),
          bytes,
          min,
          lists,
        })
      },
    }),
  )
}
