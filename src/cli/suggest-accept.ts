import { UsageError } from '../core/errors.js'
import type { AcceptedEntry } from '../suggest/dictionary-file.js'
import { needsCare, type Suggestion } from '../suggest/suggestion.js'
import type { SuggestOptions } from './suggest-command.js'

/** What is known when entries are chosen. */
export interface AcceptContext {
  readonly suggestions: readonly Suggestion[]
  readonly isKnown: (text: string) => boolean
  /** The entry for words that were not proposed. */
  readonly entryFor: (text: string) => AcceptedEntry
  readonly dictionary: string
}

/** True where nothing but words is accepted, for which the store need not be searched. */
export function acceptsOnlyWords({ accept, acceptAll }: SuggestOptions): boolean {
  return accept !== undefined && acceptAll !== true && !accept.some((name) => ID.test(name))
}

/**
 * The entries that `--accept` and `--accept-all` name, in the order named.
 * @throws {UsageError} for an unknown id, and for words that the dictionary has already
 */
export function chooseEntries(
  { accept, acceptAll }: SuggestOptions,
  { suggestions, isKnown, entryFor, dictionary }: AcceptContext,
): readonly AcceptedEntry[] {
  const chosen = new Map<string, AcceptedEntry>()
  for (const name of accept ?? []) {
    const entry = ID.test(name) ? findById(suggestions, name) : entryFor(name.trim())
    if (entry.text === '' || isKnown(entry.text))
      throw new UsageError(
        'entry-duplicate',
        entry.text === ''
          ? '--accept: an entry must have words. Nothing was written.'
          : `"${entry.text}" is in ${dictionary} already. Nothing was written.`,
      )
    chosen.set(entry.text, entry)
  }
  if (acceptAll === true)
    for (const suggestion of suggestions)
      if (!needsCare(suggestion)) chosen.set(suggestion.text, suggestion)
  return [...chosen.values()]
}

function findById(suggestions: readonly Suggestion[], id: string): Suggestion {
  const found = suggestions.find((suggestion) => suggestion.id === id)
  if (found !== undefined) return found
  throw new UsageError(
    'suggestion-unknown',
    `There is no suggestion ${id} with these options; without --accept they are listed. Nothing was written.`,
  )
}

const ID = /^[bs]_[0-9a-f]{6}$/
