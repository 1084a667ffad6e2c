import type { SourceFile } from '../../core/source-file.js'
import { parseYaml } from '../../dictionary/yaml.js'
import type { ProvenRule } from '../../rule/mention-example.js'
import { provenRulesOf } from '../../rule/proven-rules.js'
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
  const parsed = files.map((file) => parseYaml(file, dateRulesSchema))
  const proven = provenRulesOf(parsed)
  return {
    readings: parsed.flatMap(({ value }) => value.readings),
    modifiers: parsed.flatMap(({ value }) => value.modifiers),
    exclusions: parsed.flatMap(({ value }) => value.exclusions),
    proven,
  }
}
