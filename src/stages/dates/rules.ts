import { ConfigError, type ConfigProblem } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml } from '../../dictionary/yaml.js'
import type { ProvenRule } from '../../rule/mention-example.js'
import {
  type DateExclusion,
  type DateModifier,
  type DateReading,
  dateRulesSchema,
} from './rule-schema.js'

/** The date rules of a pipeline, from all its files, in their order. */
export interface DateRules {
  readonly readings: readonly DateReading[]
  readonly modifiers: readonly DateModifier[]
  readonly exclusions: readonly DateExclusion[]
  /** Every rule with its examples and its place, for `check`. */
  readonly proven: readonly ProvenRule[]
}

/** @throws {ConfigError} with every problem of every file */
export function loadDateRules(files: readonly SourceFile[]): DateRules {
  const readings: DateReading[] = []
  const modifiers: DateModifier[] = []
  const exclusions: DateExclusion[] = []
  const proven: ProvenRule[] = []
  const problems: ConfigProblem[] = []
  const places = new Map<string, string>()
  for (const file of files) {
    const yaml = parseYaml(file, dateRulesSchema)
    for (const section of ['readings', 'modifiers', 'exclusions'] as const)
      for (const [index, rule] of yaml.value[section].entries()) {
        const { line } = yaml.locate([section, index])
        const other = places.get(rule.id)
        if (other !== undefined) {
          const message = `this id is already used at ${other}; give one of them another.`
          problems.push(yaml.problem([section, index, 'id'], 'rule-duplicate-id', message, rule.id))
        }
        places.set(rule.id, `${file.path}:${line}`)
        const { id, matches, rejects } = rule
        const effect = section === 'exclusions' ? 'bars' : 'finds'
        proven.push({ id, file: file.path, line, effect, matches, rejects })
      }
    readings.push(...yaml.value.readings)
    modifiers.push(...yaml.value.modifiers)
    exclusions.push(...yaml.value.exclusions)
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return { readings, modifiers, exclusions, proven }
}
