import type { SourceFile } from '../../core/source-file.js'
import { parseYaml } from '../../dictionary/yaml.js'
import type { ProvenRule } from '../../rule/mention-example.js'
import { provenRulesOf } from '../../rule/proven-rules.js'
import {
  type ExclusionRule,
  type ModifierRule,
  quantityRulesSchema,
  type Reading,
  type ReadingId,
} from './rule-schema.js'

/** The quantity rules of a pipeline, from all its files, in their order. */
export interface QuantityRules {
  readonly readings: ReadonlyMap<ReadingId, Reading>
  readonly modifiers: readonly ModifierRule[]
  readonly exclusions: readonly ExclusionRule[]
  /** Every rule with its examples and its place, for `check`. */
  readonly proven: readonly ProvenRule[]
}

/** @throws {ConfigError} with every problem of every file */
export function loadQuantityRules(files: readonly SourceFile[]): QuantityRules {
  const parsed = files.map((file) => parseYaml(file, quantityRulesSchema))
  const proven = provenRulesOf(parsed)
  return {
    readings: new Map(
      parsed.flatMap(({ value }) =>
        value.readings.map((reading) => [reading.id, reading] as const),
      ),
    ),
    modifiers: parsed.flatMap(({ value }) => value.modifiers),
    exclusions: parsed.flatMap(({ value }) => value.exclusions),
    proven,
  }
}
