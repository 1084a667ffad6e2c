import { SLOT } from '../rule/line-key.js'
import type { SiteCount } from '../store/line-index.js'
import type { AcceptedEntry, DictionaryFile } from '../suggest/dictionary-file.js'
import { needsCare, type Suggestion } from '../suggest/suggestion.js'
import { fitLine, formatNumber, indent } from './layout.js'
import { formatNextSteps } from './next-steps.js'
import type { SuggestOptions } from './suggest-command.js'
import type { Colors } from './terminal.js'

/** What a list of suggestions shows besides them. */
export interface SuggestionView {
  readonly name: 'boilerplate' | 'spam'
  readonly suggestions: readonly Suggestion[]
  /** How many there are, those not listed included. */
  readonly total: number
  readonly target: DictionaryFile
  readonly options: SuggestOptions
}

/** Suggestions for a person: what to write, where it was seen, and how to accept it. */
export function formatSuggestions(view: SuggestionView, colors: Colors): string {
  const { name, suggestions, total, target, options } = view
  if (suggestions.length === 0)
    return `No ${name} to suggest: nothing recurs in ${formatNumber(options.min)} different articles that ${target.file.path} does not know. Lower --min to see more.`
  const count =
    total > suggestions.length
      ? `${formatNumber(suggestions.length)} of ${formatNumber(total)}`
      : formatNumber(total)
  const signs = suggestions.some(({ text }) => text.includes(SLOT)) ? ' · # is any number' : ''
  const head = `${colors.bold(`Suggested ${name}`)}: ${count} for ${target.file.path}${signs}`
  const entries = suggestions.map((suggestion) => formatSuggestion(suggestion, colors))
  return [head, ...entries, nextOf(view, colors)].join('\n\n')
}

/** What was written where, and what applies it. */
export function formatAccepted(
  entries: readonly AcceptedEntry[],
  dictionary: DictionaryFile,
  colors: Colors,
): string {
  if (entries.length === 0) return 'Nothing to accept.'
  const rows = entries.map(
    ({ list, text }) => `${colors.green('+')} ${list.id}: ${fitLine(text, 70)}`,
  )
  return [...rows, whereWritten(entries.length, dictionary)].join('\n')
}

/** How many entries were written where, and what applies them. */
export function whereWritten(entries: number, { file, isPackaged }: DictionaryFile): string {
  const where = isPackaged
    ? `${file.path}, which came with yuanju: its next update replaces the file, so copy the pipeline to keep them`
    : file.path
  const count = entries === 1 ? '1 entry' : `${formatNumber(entries)} entries`
  return `${count} written to ${where}. The next "yuanju run" applies them.`
}

function formatSuggestion(suggestion: Suggestion, colors: Colors): string {
  const { id, articles, sites, holds, text } = suggestion
  const care = needsCare(suggestion) ? [colors.yellow(`look first: holds ${holds.join(', ')}`)] : []
  const about = [
    shapeOf(suggestion),
    `${formatNumber(articles)} articles`,
    formatSites(sites),
    ...care,
  ]
  const seen = seenIn(suggestion)
  return [
    `${colors.cyan(id)}  ${about.join(' · ')}`,
    indent(fitLine(text, LINE - 10), 10),
    indent(colors.dim(seen), 10),
  ].join('\n')
}

/** The first sample where it says more than the entry, else where the samples stand. */
function seenIn({ samples, text }: Suggestion): string {
  const [first] = samples
  if (first === undefined) return ''
  const paths = samples.map(({ path }) => path).join(', ')
  if (first.text === text) return fitLine(`in ${paths}`, LINE - 10)
  return `${fitLine(first.path, 40)}: ${fitLine(first.text, LINE - 52)}`
}

function shapeOf({ text, list }: Suggestion): string {
  const lines = text.split('\n').length
  if (list.role === 'block') return `block of ${lines} lines`
  return list.role
}

/** `a.example` or `3 sites: a.example, b.example, …` */
export function formatSites(sites: readonly SiteCount[]): string {
  const names = sites.map(({ site }) => (site === '' ? 'no site' : fitLine(site, 30)))
  if (names.length === 1) return names[0] ?? ''
  const more = names.length > 2 ? ', …' : ''
  return `${formatNumber(names.length)} sites: ${names.slice(0, 2).join(', ')}${more}`
}

function nextOf({ name, suggestions, options }: SuggestionView, colors: Colors): string {
  const ids = suggestions.slice(0, 2).map(({ id }) => id)
  const steps = [
    ['write the first two; words may stand for an id', `--accept ${ids.join(' ')}`],
    ['write all that are listed, but for those that hold facts', '--accept-all'],
  ] as const
  return formatNextSteps(`yuanju suggest ${name}`, options, steps, colors)
}

const LINE = 98
