import { z } from 'zod'
import { ConfigError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import { entryProblems } from './gazetteer-problems.js'
import { perFileAnd } from './per-file.js'
import type { Regions } from './regions.js'
import { listCell, parseTable } from './table.js'

/** An institution of a gazetteer. */
export interface GazetteerEntry {
  /** Readable and stable, unique within its gazetteer: `anhui-childrens-hospital`. */
  readonly id: string
  /** Where it stands: gazetteer and id, `hospitals/anhui-childrens-hospital`. */
  readonly path: string
  /** Canonical full name, simplified. */
  readonly name: string
  /** Other full names, former names and names not to be had by rule; without the canonical one. */
  readonly aliases: readonly string[]
  /** The code of the division it lies in; null if not given. */
  readonly region: string | null
  /** The body it belongs to, such as its university; null if it is its own. */
  readonly parent: string | null
  /** The line of the dictionary it stands on, from 1. */
  readonly line: number
}

/** The institutions of one entity kind. */
export interface Gazetteer {
  /** The dictionary's base name: `hospitals` of `hospitals.tsv`. */
  readonly name: string
  readonly file: string
  readonly entries: readonly GazetteerEntry[]
}

/**
 * Reads a gazetteer: columns `id` and `name`, optionally `aliases`, `region`, `parent`; others are
 * for its readers.
 * @throws {ConfigError} for repeated ids and names, aliases of two entries, names that cannot be found
 *   or are places', and unknown regions; all problems at once
 */
export const parseGazetteer = perFileAnd((file: SourceFile, regions: Regions): Gazetteer => {
  const name = gazetteerName(file.path)
  const rows = parseTable(file, entryRow)
  const problems = entryProblems(rows, regions)
  if (problems.length > 0) throw new ConfigError(problems)
  const entries = rows.map(({ value, line }) => ({
    id: value.id,
    path: `${name}/${value.id}`,
    name: value.name,
    aliases: [...new Set(value.aliases)].filter((alias) => alias !== '' && alias !== value.name),
    region: value.region === '' ? null : value.region,
    parent: value.parent === '' ? null : value.parent,
    line,
  }))
  return { name, file: file.path, entries }
})

/** `dictionaries/hospitals.tsv` → `hospitals` */
export function gazetteerName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, '')
}

const entryRow = z.object({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens'),
  name: z.string().min(2, 'expected the full name'),
  aliases: listCell.default([]),
  region: z.string().default(''),
  parent: z.string().default(''),
})
