import type { Absence, EntryAttempt } from '../pipeline/explain-absence.js'
import type { Attempt, Outcome } from '../pipeline/try-rules.js'
import { fitLine, indent } from './layout.js'
import type { Colors } from './terminal.js'

/** Why something was not found, for a person: what was found there, and where each rule parted. */
export function formatAbsence(absence: Absence, colors: Colors): string {
  const { text, mentions, dropped, attempts, entry } = absence
  const near = attempts.filter(({ outcome }) => attempts.length === 1 || !('missing' in outcome))
  const shown = near.slice(0, MOST_SHOWN)
  const lacking = attempts.length - near.length
  const rest = [
    near.length > shown.length
      ? `… and ${near.length - shown.length} more rules that came less near`
      : '',
    lacking > 0
      ? `${lacking} rules need words or mentions that are not here (--rule ID tells which)`
      : '',
  ].filter((line) => line !== '')
  const sections: readonly (readonly [string, string])[] = [
    ['', fitLine(text, COLUMNS)],
    [
      'Dropped before any rule saw it',
      dropped
        .map((drop) => fitLine(`“${drop.text}” by ${drop.rule} (${drop.kind})`, COLUMNS))
        .join('\n'),
    ],
    [
      'Found here',
      mentions
        .map(({ kind, text, rule, entry }) =>
          fitLine(
            `${kind} ${text}, by ${[rule, entry].filter((by) => by !== null).join(', ')}`,
            COLUMNS,
          ),
        )
        .join('\n'),
    ],
    ['Entry', entry === null ? '' : formatEntry(entry, colors)],
    [
      'Rules, nearest first',
      [...shown.map((attempt) => formatAttempt(attempt, colors)), ...rest.map(colors.dim)].join(
        '\n',
      ),
    ],
  ]
  return sections
    .filter(([, part]) => part !== '')
    .map(([title, part]) => (title === '' ? part : `${colors.bold(title)}\n${indent(part)}`))
    .join('\n\n')
}

const MOST_SHOWN = 12
const COLUMNS = 76

function formatEntry({ entry, names }: EntryAttempt, colors: Colors): string {
  const lines = names.map(({ name, stands }) =>
    stands === name
      ? `${name} stands here`
      : `${name}: ${stands === '' ? 'nothing of it stands here' : `only ${stands} stands here`}`,
  )
  return [colors.bold(entry), ...lines.map((line) => indent(fitLine(line, COLUMNS - 2)))].join('\n')
}

function formatAttempt({ rule, file, line, priority, outcome }: Attempt, colors: Colors): string {
  const head = `${colors.bold(rule)} ${colors.dim(`${nameOf(file)}:${line} · priority ${priority}`)}`
  return [head, ...linesOf(outcome).map((one) => indent(fitLine(one, COLUMNS - 2)))].join('\n')
}

/** Rule files of a pipeline have different names: the folder would only fill the line. */
function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1)
}

function linesOf(outcome: Outcome): readonly string[] {
  switch (outcome.kind) {
    case 'made':
      return [`made a fact of “${outcome.text}”`]
    case 'lost':
      return [
        `matches “${outcome.text}”`,
        `lost it to ${outcome.to}: higher priority or longer match`,
      ]
    case 'unless':
      return [`matches “${outcome.text}”`, `says nothing beside what ${outcome.to} tells (unless)`]
    case 'unbound':
      return [
        `matches “${outcome.text}”`,
        'but its subject, metric or amount could not be told from the context',
      ]
    case 'stopped':
      return [
        outcome.text === ''
          ? 'not even its first part is here'
          : `goes along with “${outcome.text}”, ${outcome.matched} of ${outcome.parts} parts`,
        `then asks for ${outcome.expected}`,
        `where “${outcome.stands}” stands`,
      ]
    case 'mentions':
      return outcome.missing.map((slot) => `nothing here for ${slot}`)
    case 'words':
      return outcome.missing.map((words) => `none of its words ${words} is here`)
  }
}
