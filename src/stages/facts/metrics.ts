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
      /** It stands as it is until it changes, as beds do; what is done is counted over a time. */
      standing: z.boolean().default(false),
    }),
  ),
})

/** What is counted: the words, and the id of the metric they name, null if the dictionary has none. */
export interface Metric {
  readonly id: string | null
  readonly text: string
}

export interface Metrics {
  /** The metric that a noun phrase names of a subject of that kind; null where it is none. */
  read(phrase: string, subjectKind: string): Metric | null
  /** True where it says what stands, not what was done in a time. */
  isStanding(metric: Metric): boolean
}

/**
 * Reads metric dictionaries. A phrase names a metric if it is one of its names, or ends in one
 * (门诊患者 of 全年接诊门诊患者); the longest name wins.
 * @throws {ConfigError} with every problem of the files
 */
export function loadMetrics(files: readonly SourceFile[], options: Cues['metric']): Metrics {
  const ids = new Map<string, string>()
  const standingIds = new Set<string>()
  const problems: ConfigProblem[] = []
  let longest = 0
  for (const source of files) {
    const file = parseYaml(source, metricsSchema)
    for (const [index, { id, names, standing }] of file.value.metrics.entries()) {
      if (standing) standingIds.add(id)
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
  }
  if (problems.length > 0) throw new ConfigError(problems)
  const endOf = (text: string): string | null => {
    for (let length = Math.min(longest, text.length); length > 0; length--) {
      const id = ids.get(text.slice(text.length - length))
      if (id !== undefined) return id
    }
    return null
  }
  // 门（急）诊量 is 门急诊量, 重点专（学）科 for one a 重点专科.
  const idOf = (text: string): string | null => {
    const id = endOf(text)
    if (id !== null || !BRACKET.test(text)) return id
    return endOf(text.replace(BRACKETS, '')) ?? endOf(text.replace(BRACKETED, ''))
  }
  const leading = longestFirst(options.leading)
  const trailing = longestFirst(options.trailing)
  const { within, cut, never, ofPlaces, placeWords } = options
  return {
    read(phrase, subjectKind) {
      const words = afterLast(withoutWords(phrase, within), cut)
      const text = withoutTrailing(withoutLeading(words, leading), trailing)
      if ((!SAYS_SOMETHING.test(text) && !ids.has(text)) || never.includes(text)) return null
      const isPlaces = ofPlaces.includes(text) || placeWords.some((word) => text.startsWith(word))
      if (subjectKind !== 'region' && isPlaces) return null
      return { id: idOf(text), text }
    },
    isStanding: ({ id }) => id !== null && standingIds.has(id),
  }
}

const BRACKET = /[()（）]/
const BRACKETS = /[()（）]/g
const BRACKETED = /[(（][^()（）]*[)）]/g

/** 获批 before 获. */
function longestFirst(words: readonly string[]): readonly string[] {
  return [...words].sort((a, b) => b.length - a.length)
}

/** Two characters or letters, and no reference mark: [2]. */
const SAYS_SOMETHING = /^(?=.*(?:[\u4e00-\u9fff].*[\u4e00-\u9fff]|[A-Za-z]{2}))[^[\]]+$/
const LEAST_BEHIND = 4

/** What stands behind the last of the words, if that is enough to be a metric: not 技术开展率. */
function afterLast(phrase: string, words: readonly string[]): string {
  let from = 0
  for (const word of words) {
    const at = phrase.lastIndexOf(word, phrase.length - word.length - LEAST_BEHIND)
    if (at >= 0) from = Math.max(from, at + word.length)
  }
  return phrase.slice(from)
}

function withoutLeading(phrase: string, leading: readonly string[]): string {
  const word = leading.find((start) => phrase.startsWith(start) && phrase.length > start.length + 1)
  return word === undefined ? phrase : withoutLeading(phrase.slice(word.length), leading)
}

function withoutTrailing(phrase: string, trailing: readonly string[]): string {
  const word = trailing.find((end) => phrase.endsWith(end) && phrase.length > end.length + 1)
  return word === undefined
    ? phrase
    : withoutTrailing(phrase.slice(0, phrase.length - word.length), trailing)
}

function withoutWords(phrase: string, words: readonly string[]): string {
  return words.reduce((text, word) => text.replace(word, ''), phrase)
}
