import { InvariantError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import { readTableLines } from './table.js'

/** A row to be written, by column; columns that are not named stay empty. */
export type NewRow = Readonly<Record<string, string>>

/**
 * The text of a table with one row more, before the first row that sorts after it by the columns
 * `order`; nothing else of it changes.
 */
export function insertRow(file: SourceFile, row: NewRow, order: readonly string[]): string {
  const [header, ...rows] = readTableLines(file)
  const columns = header?.cells ?? []
  const places = order.map((name) => columns.indexOf(name))
  const keyOf = (cells: readonly string[]): string => places.map((at) => cells[at]).join('\t')
  const cells = columns.map((name) => row[name] ?? '')
  const next = rows.find((other) => keyOf(other.cells) > keyOf(cells))
  const lines = linesOf(file)
  const hasEnd = lines.at(-1) === ''
  const at = next === undefined ? lines.length - (hasEnd ? 1 : 0) : next.line - 1
  return lines.toSpliced(at, 0, cells.join('\t')).join('\n')
}

/** A cell of a table that lists values: the row whose column `key` says `is`, the column `list`. */
export interface ListCell {
  readonly key: string
  readonly is: string
  readonly list: string
}

/** The text of a table with one value more at the end of a list cell. */
export function addToList(file: SourceFile, { key, is, list }: ListCell, value: string): string {
  const [header, ...rows] = readTableLines(file)
  const columns = header?.cells ?? []
  const row = rows.find(({ cells }) => cells[columns.indexOf(key)] === is)
  if (row === undefined) throw new InvariantError(`${file.path} has no row with ${key} ${is}.`)
  const column = columns.indexOf(list)
  const cells = row.cells.map((cell, index) =>
    index === column ? [...cell.split('|').filter(Boolean), value].join('|') : cell,
  )
  return linesOf(file)
    .with(row.line - 1, cells.join('\t'))
    .join('\n')
}

function linesOf({ text }: SourceFile): string[] {
  return text.split('\n')
}
