import { z } from 'zod'
import { ConfigError, type ConfigProblem } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import { perFile } from './per-file.js'

/** A row of a tab-separated dictionary, with the line it stands on (from 1). */
export interface Row<T> {
  readonly value: T
  readonly file: string
  readonly line: number
}

/**
 * Reads a tab-separated dictionary: a header of column names, one entry a line, `#` comments and
 * empty lines skipped. Each row goes through `schema` as an object of strings.
 * @throws {ConfigError} with every problem of the file
 */
export function parseTable<T>(file: SourceFile, schema: z.ZodType<T>): Row<T>[] {
  const rows: Row<T>[] = []
  const problems: ConfigProblem[] = []
  const [header = null, ...lines] = readTableLines(file)
  for (const { line, cells } of lines) {
    const problem = (column: number, message: string): void => {
      problems.push({ code: 'dictionary-invalid', file: file.path, line, column, message })
    }
    const names = header?.cells ?? []
    if (cells.length !== names.length) {
      problem(1, `expected ${names.length} columns (${names.join(', ')}), found ${cells.length}.`)
      continue
    }
    const record: Record<string, string> = {}
    for (const [cell, name] of names.entries()) record[name] = cells[cell]!
    const parsed = schema.safeParse(record)
    if (parsed.success) rows.push({ value: parsed.data, file: file.path, line })
    else
      for (const issue of parsed.error.issues) {
        const name = String(issue.path[0] ?? names[0])
        const cell = Math.max(0, names.indexOf(name))
        const column = cells.slice(0, cell).join('\t').length + (cell > 0 ? 2 : 1)
        problem(column, `${name}: ${issue.message}`)
      }
  }
  if (header === null)
    problems.push({
      code: 'dictionary-empty',
      file: file.path,
      line: 1,
      column: 1,
      message: 'expected a header line with the column names, found an empty file.',
    })
  if (problems.length > 0) throw new ConfigError(problems)
  return rows
}

export interface TableLine {
  /** From 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/** The lines of a table that say something, the header first. */
export const readTableLines = perFile(({ text }): readonly TableLine[] => {
  const lines: TableLine[] = []
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const said = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (said.startsWith('#') || said.trim() === '') continue
    lines.push({ line: index + 1, cells: said.split('\t') })
  }
  return lines
})

/** A cell that lists several values joined by `|`; empty for none. */
export const listCell = z
  .string()
  .transform((cell) => (cell.trim() === '' ? [] : cell.split('|').map((item) => item.trim())))
