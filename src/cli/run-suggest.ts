import type { PhraseListHead } from '../dictionary/add-phrase.js'
import type { PhraseList } from '../dictionary/phrase-lists.js'
import { loadPlan } from '../pipeline/load.js'
import type { LossReport } from '../store/losses.js'
import { type Store, useStore } from '../store/store.js'
import { findDictionaryFile, writeEntries } from '../suggest/dictionary-file.js'
import { readPhraseLists } from '../suggest/known-phrases.js'
import type { SuggestedDictionary, Suggestion } from '../suggest/suggestion.js'
import { storePath } from './command.js'
import { formatLosses } from './losses-view.js'
import { acceptsOnlyWords, chooseEntries } from './suggest-accept.js'
import type { SuggestOptions } from './suggest-command.js'
import { formatAccepted, formatSuggestions } from './suggest-view.js'
import { openTerminal } from './terminal.js'

/** One kind of suggestions: how they are found, and how words become an entry. */
export interface SuggestKind {
  readonly name: SuggestedDictionary
  /** Tells whether a dictionary of these lists knows an entry already. */
  readonly knownIn: (lists: readonly PhraseList[]) => (text: string) => boolean
  /** The list for words that were not proposed. */
  readonly listFor: (text: string) => PhraseListHead
  /** All suggestions, the weightiest first. */
  readonly mine: (
    store: Store,
    options: SuggestOptions,
    lists: readonly PhraseList[],
  ) => Suggestion[]
}

/** Lists suggestions, the likeliest losses before them; or writes those that are accepted. */
export async function runSuggest(options: SuggestOptions, kind: SuggestKind): Promise<void> {
  const terminal = openTerminal(options)
  const target = findDictionaryFile(loadPlan(options.pipeline), kind.name)
  const lists = readPhraseLists(target.file)
  const { found, losses } = acceptsOnlyWords(options)
    ? NOTHING
    : await useStore(storePath(options.store), { create: false }, (store) =>
        store.snapshot(async () => {
          const found = kind.mine(store, options, lists)
          return Promise.resolve({ found, losses: store.losses(MOST_LOSSES) })
        }),
      )
  const suggestions = found.slice(0, options.limit)
  if (options.accept !== undefined || options.acceptAll === true) {
    const entries = chooseEntries(options, {
      suggestions: options.accept === undefined ? suggestions : found,
      isKnown: kind.knownIn(lists),
      entryFor: (text) => ({ list: kind.listFor(text), text }),
      dictionary: target.file.path,
    })
    writeEntries(target, entries)
    if (!terminal.isJson) terminal.out(formatAccepted(entries, target, terminal.outColors))
    else
      for (const { list, text } of entries)
        terminal.out(
          JSON.stringify({ record: 'entry', file: target.file.path, list: list.id, text }),
        )
  } else if (terminal.isJson) {
    for (const loss of losses.sentences) terminal.out(JSON.stringify({ record: 'loss', ...loss }))
    for (const suggestion of suggestions)
      terminal.out(
        JSON.stringify({ record: 'suggestion', ...suggestion, list: suggestion.list.id }),
      )
  } else {
    const lost = formatLosses(losses, terminal.outColors)
    if (lost !== '') terminal.out(`${lost}\n`)
    const view = { name: kind.name, suggestions, total: found.length, target, options }
    terminal.out(formatSuggestions(view, terminal.outColors))
  }
}

interface Findings {
  readonly found: readonly Suggestion[]
  readonly losses: LossReport
}

const NOTHING: Findings = { found: [], losses: { total: 0, sentences: [] } }
const MOST_LOSSES = 5
