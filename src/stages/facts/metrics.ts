import { z } from 'zod'
import { ConfigError, type ConfigProblem } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml } from '../../dictionary/yaml.js'
import type { Cues } from './cues.js'

/** The form of a file of metrics. */
export const metricsSchema = z.strictObject({
  metrics: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/, 'expected an id of small letters, digits and hyphens'),
      names: z.array(z.string().min(1)).min(1),
    }),
  ),
})

/** What is counted: the words, and the id of the metric they name, null if the dictionary has none. */
export interface Metric {
  readonly id: string | null
  readonly text: string
}

/** Reads a metric off a noun phrase; null where the phrase is none. */
export type Metrics = (phrase: string) => Metric | null

/**
 * Reads metric dictionaries. A phrase names a metric if it is one of its names, or ends in one
 * (门诊患者 of 全年接诊门诊患者); the longest name wins.
 * @throws {ConfigError} with every problem of the files
 */
export function loadMetrics(files: readonly SourceFile[], options: Cues['metric']): Metrics {
  const ids = new Map<string, string>()
  const problems: ConfigProblem[] = []
  let longest = 0
  for (const source of files) {
    const file = parseYaml(source, metricsSchema)
    for (const [index, { id, names }] of file.value.metrics.entries())
      for (const [part, name] of names.entries()) {
        const other = ids.get(name)
        if (other !== undefined) {
          const message = `"${name}" already names ${other}; a name can belong to one metric only.`
          const path = ['metrics', index, 'names', part]
          problems.push(file.problem(path, 'dictionary-ambiguous', message, id))
        }
        ids.set(name, id)
        longest = Math.max(longest, name.length)
      }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  const idOf = (text: string): string | null => {
    for (let length = Math.min(longest, text.length); length > 0; length--) {
      const id = ids.get(text.slice(text.length - length))
      if (id !== undefined) return id
    }
    return null
  }
  // The longest first: 获批 before 获.
  const leading = [...options.leading].sort((a, b) => b.length - a.length)
  return (phrase) => {
    const text = withoutLeading(withoutWords(phrase, options.within), leading)
    return text.length < 2 || options.never.includes(text) ? null : { id: idOf(text), text }
  }
}

function withoutLeading(phrase: string, leading: readonly string[]): string {
  const word = leading.find((start) => phrase.startsWith(start) && phrase.length > start.length + 1)
  return word === undefined ? phrase : withoutLeading(phrase.slice(word.length), leading)
}

function withoutWords(phrase: string, words: readonly string[]): string {
  return words.reduce((text, word) => text.replace(word, ''), phrase)
}
