import type { Command } from 'commander'
import { UsageError } from '../core/errors.js'
import { parseGazetteer } from '../dictionary/gazetteer.js'
import { loadPlan } from '../pipeline/load.js'
import { useStore } from '../store/store.js'
import { decideName, type NameDecision, withNames } from '../suggest/accept-name.js'
import { replaceFile, toDictionaryFile } from '../suggest/dictionary-file.js'
import { findGazetteer } from '../suggest/gazetteer-target.js'
import { type NameSuggestion, suggestNames } from '../suggest/names.js'
import { chooseRun } from './choose-run.js'
import { defineCommand, PIPELINE_OPTION, STORE_OPTION, storePath } from './command.js'
import { formatAcceptedNames, formatNames } from './names-view.js'
import { parseCount, type SuggestOptions } from './suggest-command.js'
import { openTerminal } from './terminal.js'

export interface NamesOptions extends SuggestOptions {
  readonly as?: string
  readonly new?: boolean
  readonly region?: string
}

export function addSuggestNamesCommand(suggest: Command): void {
  defineCommand(suggest, {
    usage: 'names <gazetteer>',
    summary:
      'names that a gazetteer does not hold, or holds more than once; "suggest hospitals" for short',
    example: 'yuanju suggest hospitals --min 3',
    exampleDoes: 'lists them with counts and sentences; --accept n_3fa2c1 writes one',
    isDefault: true,
  })
    .option(...STORE_OPTION)
    .option(...PIPELINE_OPTION)
    .option('--min <n>', 'in how many different articles a name must stand', parseCount, 2)
    .option('--limit <n>', 'how many are listed', parseCount, DEFAULT_LIMIT)
    .option('--accept <id-or-name...>', 'write these into the gazetteer')
    .option('--accept-all', 'write all that are listed, but for those a person has to decide')
    .option('--as <entry>', 'with --accept: another name of this entry')
    .option('--new', 'with --accept: an institution of its own, whatever it looks like')
    .option('--region <code>', 'with --accept: the division code of the place it lies in')
    .action(suggestFor)
}

const DEFAULT_LIMIT = 30

async function suggestFor(gazetteer: string, options: NamesOptions): Promise<void> {
  const terminal = openTerminal(options)
  const plan = loadPlan(options.pipeline)
  const target = findGazetteer(plan, gazetteer)
  const [first] = plan
  if (first === undefined) return
  const { segmenter } = first.setup.services
  const found = await useStore(storePath(options.store), { create: false }, (store) =>
    store.snapshot(() => {
      chooseRun(store, undefined)
      return Promise.resolve(
        suggestNames({ ...target, names: store.unlinked, segmenter, min: options.min }),
      )
    }),
  )
  const listed = found.slice(0, options.limit)
  const file = toDictionaryFile(target.file)
  if (options.accept === undefined && options.acceptAll !== true) {
    if (terminal.isJson)
      for (const suggestion of listed)
        terminal.out(JSON.stringify({ record: 'suggestion', ...suggestion }))
    else
      terminal.out(
        formatNames(
          { gazetteer, listed, total: found.length, file, min: options.min, options },
          terminal.outColors,
        ),
      )
    return
  }
  const decision = { as: options.as, isNew: options.new, region: options.region }
  const chosen = chooseNames(options, found, decision)
  const { text, accepted } = withNames(target, chosen, decision)
  // What would make the pipeline refuse the gazetteer is not written.
  parseGazetteer({ path: target.file.path, text }, target.regions)
  if (accepted.length > 0) replaceFile(target.file.path, text)
  if (terminal.isJson)
    for (const { name, entry, isNew } of accepted)
      terminal.out(JSON.stringify({ record: 'entry', file: target.file.path, entry, name, isNew }))
  else terminal.out(formatAcceptedNames(accepted, file, terminal.outColors))
}

/** The names that `--accept` and `--accept-all` choose, in the order named. */
function chooseNames(
  { accept, acceptAll, limit }: NamesOptions,
  found: readonly NameSuggestion[],
  decision: NameDecision,
): readonly NameSuggestion[] {
  const named = (accept ?? []).map((name) => {
    const suggestion = found.find((other) => other.id === name || other.name === name.trim())
    if (suggestion !== undefined) return suggestion
    throw new UsageError(
      'suggestion-unknown',
      `There is no suggestion ${name} with these options; without --accept they are listed. Nothing was written.`,
    )
  })
  if (acceptAll !== true) return named
  const decided = found.slice(0, limit).filter((name) => decideName(name, decision) !== null)
  return [...new Set([...named, ...decided])]
}
