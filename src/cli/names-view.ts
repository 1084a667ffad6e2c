import { type AcceptedName, decideName } from '../suggest/accept-name.js'
import type { DictionaryFile } from '../suggest/dictionary-file.js'
import type { NameSuggestion } from '../suggest/names.js'
import { fitLine, formatNumber, indent } from './layout.js'
import { formatNextSteps, type GivenOptions } from './next-steps.js'
import { formatSites, whereWritten } from './suggest-view.js'
import type { Colors } from './terminal.js'

/** What a list of proposed names shows besides them. */
export interface NamesView {
  readonly gazetteer: string
  readonly listed: readonly NameSuggestion[]
  readonly total: number
  readonly file: DictionaryFile
  /** How many articles a name must stand in. */
  readonly min: number
  readonly options: GivenOptions
}

/** Names for a person: where they were read, what each would become, how to accept it. */
export function formatNames(view: NamesView, colors: Colors): string {
  const { gazetteer, listed, total, file, min, options } = view
  const path = file.file.path
  if (listed.length === 0)
    return `No ${gazetteer} to suggest: every name of ${formatNumber(min)} different articles stands for one entry of ${path}. Lower --min to see more.`
  const count =
    total > listed.length
      ? `${formatNumber(listed.length)} of ${formatNumber(total)}`
      : formatNumber(total)
  const head = `${colors.bold(`Suggested ${gazetteer}`)}: ${count} for ${path}`
  const decided = listed.filter((name) => decideName(name, {}) !== null)
  const steps = [
    [
      'write the first two',
      `--accept ${decided
        .slice(0, 2)
        .map(({ id }) => id)
        .join(' ')}`,
    ],
    ['write one as another name of an entry', `--accept ${listed[0]?.id ?? ''} --as ENTRY`],
    ['write all that need no decision', '--accept-all'],
  ] as const
  const next = formatNextSteps(
    `yuanju suggest ${gazetteer}`,
    options,
    decided.length > 0 ? steps : steps.slice(1),
    colors,
  )
  return [head, ...listed.map((name) => formatName(name, colors)), next].join('\n\n')
}

/** What was written where, and what applies it. */
export function formatAcceptedNames(
  names: readonly AcceptedName[],
  file: DictionaryFile,
  colors: Colors,
): string {
  if (names.length === 0) return 'Nothing to accept.'
  const rows = names.map(({ name, entry, isNew }) =>
    isNew
      ? `${colors.green('+')} ${entry}: ${name}`
      : `${colors.green('+')} ${entry}: also called ${name}`,
  )
  return [...rows, whereWritten(names.length, file)].join('\n')
}

function formatName(suggestion: NameSuggestion, colors: Colors): string {
  const { id, name, articles, mentions, sites, forms, samples } = suggestion
  const counts = `${countOf(articles, 'article')} · ${countOf(mentions, 'mention')} · ${formatSites(sites)}`
  const others = forms.filter((form) => form !== name)
  const lines = [
    colors.bold(fitLine(name, LINE)),
    whatItWouldBe(suggestion, colors),
    ...(others.length === 0 ? [] : [colors.dim(fitLine(`written ${others.join(', ')}`, LINE))]),
    ...samples
      .slice(0, 2)
      .map(({ path, sentence }) =>
        colors.dim(`${fitLine(path, 30)}: ${fitLine(around(sentence, forms), LINE - 34)}`),
      ),
  ]
  return [`${colors.cyan(id)}  ${counts}`, indent(lines.join('\n'), 10)].join('\n')
}

function whatItWouldBe({ likely, entry }: NameSuggestion, colors: Colors): string {
  const [only, second] = likely
  if (only === undefined)
    return entry.region === null
      ? colors.yellow('new, place unknown: --region CODE')
      : `new: ${entry.id} in ${entry.region}`
  if (second === undefined) return `another name of ${only.id} ${only.name}`
  const names = likely.map(({ id }) => id).join(', ')
  return colors.yellow(fitLine(`one of ${names}: choose with --as`, LINE))
}

function countOf(count: number, what: string): string {
  return `${formatNumber(count)} ${what}${count === 1 ? '' : 's'}`
}

/** The sentence from a little before the name on. */
function around(sentence: string, forms: readonly string[]): string {
  const at = Math.max(0, ...forms.map((form) => sentence.indexOf(form)))
  return at > BEFORE ? `…${sentence.slice(at - BEFORE)}` : sentence
}

const BEFORE = 8
const LINE = 88
