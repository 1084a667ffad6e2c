import { UsageError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import { addToList, insertRow } from '../dictionary/edit-table.js'
import type { Gazetteer } from '../dictionary/gazetteer.js'
import type { NameSuggestion } from './names.js'

/** What a person says of the names accepted. */
export interface NameDecision {
  /** The id of the entry they are other names of. */
  readonly as?: string | undefined
  /** That it is an institution of its own, though it looks like another's name. */
  readonly isNew?: boolean | undefined
  /** The division code of the place it lies in. */
  readonly region?: string | undefined
}

/** A name as it went into the gazetteer. */
export interface AcceptedName {
  readonly name: string
  /** The id of its entry. */
  readonly entry: string
  /** True for a row of its own, false for an alias of an entry that was there. */
  readonly isNew: boolean
}

/** Says what would be written for a name; null where a person has to say more. */
export function decideName(
  { name, entry, likely }: NameSuggestion,
  { as, isNew, region }: NameDecision,
): AcceptedName | null {
  if (as !== undefined) return { name, entry: as, isNew: false }
  const [only] = likely
  if (only !== undefined && isNew !== true)
    return likely.length === 1 ? { name, entry: only.id, isNew: false } : null
  return (region ?? entry.region) === null ? null : { name, entry: entry.id, isNew: true }
}

/**
 * The text of a gazetteer with names more.
 * @throws {UsageError} where an entry named is not there, or a name cannot be decided
 */
export function withNames(
  { file, gazetteer }: { readonly file: SourceFile; readonly gazetteer: Gazetteer },
  suggestions: readonly NameSuggestion[],
  decision: NameDecision,
): { readonly text: string; readonly accepted: readonly AcceptedName[] } {
  if (decision.as !== undefined && !gazetteer.entries.some(({ id }) => id === decision.as))
    throw new UsageError(
      'entry-unknown',
      `--as: ${file.path} has no entry "${decision.as}". Nothing was written.`,
    )
  const accepted: AcceptedName[] = []
  let { text } = file
  for (const suggestion of suggestions) {
    const decided = decideName(suggestion, decision)
    if (decided === null) throw new UsageError('entry-open', whatIsOpen(suggestion))
    const { name, entry, isNew } = decided
    const region = decision.region ?? suggestion.entry.region ?? ''
    text = isNew
      ? insertRow({ path: file.path, text }, { id: entry, name, region }, ['region', 'name'])
      : addToList({ path: file.path, text }, { key: 'id', is: entry, list: 'aliases' }, name)
    accepted.push(decided)
  }
  return { text, accepted }
}

function whatIsOpen({ name, likely }: NameSuggestion): string {
  const why =
    likely.length > 0
      ? `may stand for any of ${likely.map(({ id }) => id).join(', ')}: choose one with --as, or --new if it is none of them`
      : 'does not say where it is: give a division code with --region, or an entry with --as'
  return `"${name}" ${why}. Nothing was written.`
}
