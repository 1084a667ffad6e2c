import { type Decimal, decimalToJson } from '../../core/decimal.js'
import type { Segmenter } from '../../core/segmenter.js'
import type { SourceFile } from '../../core/source-file.js'
import type { StageCheck } from '../../core/stage.js'
import { type ExampleMention, proveMentionRules } from '../../rule/mention-example.js'
import { compileNumberLexicon, WordMap } from './number-lexicon.js'
import { loadQuantityRules } from './rules.js'
import { scanNumbers } from './scan-numbers.js'
import { loadUnits } from './units.js'

/**
 * Runs the examples of the rules for bare numbers; the others in the files are the quantities' matter.
 * @throws {ConfigError} where the files themselves are wrong
 */
export function proveNumberRules(
  rules: readonly SourceFile[],
  units: readonly SourceFile[],
  segmenter: Segmenter,
): StageCheck {
  const loaded = loadQuantityRules(rules)
  const lexicon = compileNumberLexicon(loaded, loadUnits(units))
  const own = loaded.proven.filter(({ id }) => id.startsWith('numbers/'))
  return proveMentionRules(own, ({ text }) =>
    scanNumbers(lexicon, text, new WordMap(segmenter.tag(text), text.length)).map(
      ({ start, end, number, rule, modifiers }): ExampleMention => ({
        rules: [rule, ...modifiers],
        fields: {
          text: text.slice(start, end),
          value: shown(number.value),
          low: shown(number.low),
          high: shown(number.high),
          ordinal: number.ordinal,
        },
      }),
    ),
  )
}

function shown(decimal: Decimal | null): number | string | null {
  return decimal === null ? null : decimalToJson(decimal)
}
