import { z } from 'zod'
import { CONVERSION_TABLES, type TableName } from '../../chinese/opencc.js'
import { ConfigError, type ConfigProblem } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml, type YamlFile } from '../../dictionary/yaml.js'
import type { OwnWord } from './convert.js'

/** Words that OpenCC's tables convert wrongly or leave, and what they are on the mainland. */
export interface ConversionEntry {
  readonly id: string
  readonly why: string
  /** The tables it corrects; all by default. */
  readonly tables: readonly TableName[]
  /** Traditional words and their simplified forms. */
  readonly words: Readonly<Record<string, string>>
  /** Texts in which the entry is at work, and what they become. */
  readonly matches: readonly ConversionExample[]
  /** Texts that it must leave to OpenCC, and what they become. */
  readonly rejects: readonly ConversionExample[]
}

export interface ConversionExample {
  readonly text: string
  readonly gives: string
}

/**
 * Reads conversion dictionaries.
 * @throws {ConfigError} with every problem of the files
 */
export function parseConversions(files: readonly SourceFile[]): readonly ConversionEntry[] {
  const parsed = files.map((file) => parseYaml(file, conversionFile))
  const problems = parsed.flatMap(findRepeats)
  if (problems.length > 0) throw new ConfigError(problems)
  return parsed.flatMap((file) => file.value.entries)
}

/** The words of `entries` that hold for `table`. */
export function selectWords(entries: readonly ConversionEntry[], table: TableName): OwnWord[] {
  return entries
    .filter((entry) => entry.tables.includes(table))
    .flatMap(({ id, words }) => {
      const origin = { stage: 'simplify', rule: 'simplify/conversion', entry: id }
      return Object.entries(words).map(([from, to]) => ({ from, to, origin }))
    })
}

const example = z.strictObject({ text: z.string().min(1), gives: z.string().min(1) })

const conversionFile = z.strictObject({
  entries: z.array(
    z.strictObject({
      id: z
        .string()
        .regex(/^conversion\/[a-z0-9-]+$/, 'expected an id such as conversion/variants.'),
      why: z.string().min(1),
      tables: z
        .array(z.enum(CONVERSION_TABLES))
        .min(1)
        .default([...CONVERSION_TABLES]),
      words: z.record(z.string().regex(/^[^\n]+$/), z.string().regex(/^[^\n]+$/)),
      matches: z.array(example).min(1),
      rejects: z.array(example).min(1),
    }),
  ),
})

/** A word may stand in two entries only if no table sees both. */
function findRepeats(file: YamlFile<z.infer<typeof conversionFile>>): ConfigProblem[] {
  const seen = new Map<string, string>()
  const problems: ConfigProblem[] = []
  for (const [index, { id, tables, words }] of file.value.entries.entries())
    for (const word of Object.keys(words))
      for (const table of tables) {
        const other = seen.get(`${table} ${word}`)
        if (other === undefined) seen.set(`${table} ${word}`, id)
        else {
          const message = `${word} is already in ${other}. Remove one of them.`
          const path = ['entries', index, 'words', word]
          problems.push(file.problem(path, 'conversion-repeated', message, id))
        }
      }
  return problems
}
