import { decimalToJson } from '../../core/decimal.js'
import type { SourceFile } from '../../core/source-file.js'
import type { StageCheck } from '../../core/stage.js'
import { type ExampleMention, proveMentionRules } from '../../rule/mention-example.js'
import { findDeadUnits } from './dead-units.js'
import { compileLexicon } from './lexicon.js'
import { loadQuantityRules } from './rules.js'
import { scanQuantities } from './scan.js'
import { loadUnits } from './units.js'

/**
 * Runs the examples of quantity rules; the problems are those that do not come out as written.
 * @throws {ConfigError} where the files themselves are wrong
 */
export function proveQuantityRules(
  rules: readonly SourceFile[],
  units: readonly SourceFile[],
): StageCheck {
  const loaded = loadQuantityRules(rules)
  const lexicon = compileLexicon(loaded, loadUnits(units))
  const check = proveMentionRules(loaded.proven, ({ text }) =>
    scanQuantities(lexicon, text).map((found): ExampleMention => {
      const { value, low, high, unit, mod } = found.quantity
      const shown = (decimal: typeof value): number | string | null =>
        decimal === null ? null : decimalToJson(decimal)
      return {
        rules: [found.rule, ...found.modifiers],
        fields: {
          text: text.slice(found.start, found.end),
          value: shown(value),
          low: shown(low),
          high: shown(high),
          unit,
          mod,
        },
      }
    }),
  )
  return { ...check, problems: [...check.problems, ...findDeadUnits(lexicon, units)] }
}
