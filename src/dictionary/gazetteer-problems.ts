import type { ConfigProblem } from '../core/errors.js'
import { nameProblem } from './name-text.js'
import type { Regions } from './regions.js'
import type { Row } from './table.js'

/** What the checks read of a gazetteer's row. */
export type EntryRow = Row<{
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly region: string
}>

/** Everything by which rows contradict each other, or could never stand for one institution. */
export function entryProblems(rows: readonly EntryRow[], regions: Regions): ConfigProblem[] {
  return [
    ...repeated(rows, 'id', 'dictionary-duplicate-id'),
    ...repeated(rows, 'name', 'dictionary-duplicate-name'),
    ...sharedAliases(rows),
    ...rows.flatMap((row) => [...badNames(row, regions), ...unknownRegion(row, regions)]),
  ]
}

function repeated(rows: readonly EntryRow[], key: 'id' | 'name', code: string): ConfigProblem[] {
  const lines = new Map<string, number>()
  return rows.flatMap((row) => {
    const { value, line } = row
    const first = lines.get(value[key])
    if (first === undefined) {
      lines.set(value[key], line)
      return []
    }
    return problem(
      row,
      code,
      `${key} "${value[key]}" is already on line ${first}. Make them one entry.`,
    )
  })
}

/** A name belongs to one entry: also two that have each other's name for an alias are one. */
function sharedAliases(rows: readonly EntryRow[]): ConfigProblem[] {
  const bearers = new Map<string, EntryRow>()
  for (const row of rows) if (!bearers.has(row.value.name)) bearers.set(row.value.name, row)
  return rows.flatMap((row) =>
    [...new Set(row.value.aliases)].flatMap((alias) => {
      const bearer = bearers.get(alias)
      if (bearer === undefined) bearers.set(alias, row)
      if (bearer === undefined || bearer.value.id === row.value.id) return []
      const { value, line } = bearer
      const message = `alias "${alias}" already stands for ${value.id} (${value.name}) on line ${line}. Keep it with one of them, or with none.`
      return problem(row, 'dictionary-ambiguous-alias', message)
    }),
  )
}

function badNames(row: EntryRow, regions: Regions): ConfigProblem[] {
  const { name, aliases } = row.value
  return [name, ...aliases].flatMap((text) => {
    const why = nameProblem(text)
    if (why !== null)
      return problem(row, 'dictionary-invalid-name', `the name ${JSON.stringify(text)} ${why}.`)
    if (regions.named(text).length === 0) return []
    return problem(
      row,
      'dictionary-name-of-region',
      `"${text}" is the name of a place. Say what stands there.`,
    )
  })
}

function unknownRegion(row: EntryRow, regions: Regions): ConfigProblem[] {
  const { region } = row.value
  if (region === '' || regions.byCode(region) !== null) return []
  const message = `region "${region}" is not a division code of the regions dictionary.`
  return problem(row, 'dictionary-unknown-region', message)
}

function problem({ value, file, line }: EntryRow, code: string, message: string): [ConfigProblem] {
  return [{ code, file, line, column: 1, id: value.id, message }]
}
