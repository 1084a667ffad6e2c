import type { SourceFile } from '../../core/source-file.js'
import type { StageCheck } from '../../core/stage.js'
import { type ExampleMention, proveMentionRules } from '../../rule/mention-example.js'
import { compileDateLexicon } from './lexicon.js'
import { loadDateRules } from './rules.js'
import { scanDates } from './scan.js'
import { Timeline } from './timeline.js'

/**
 * Runs the examples of date rules, each as one sentence, with the sentence before it where one is
 * given; the problems are those that do not come out as written.
 * @throws {ConfigError} where the files themselves are wrong
 */
export function proveDateRules(rules: readonly SourceFile[]): StageCheck {
  const loaded = loadDateRules(rules)
  const lexicon = compileDateLexicon(loaded)
  return proveMentionRules(loaded.proven, ({ text, given }) => {
    const timeline = new Timeline(given.published ?? '')
    const state = { republic: false }
    const before = given.before ?? ''
    for (const found of scanDates(lexicon, before, [], state)) timeline.resolve(found, 0, 0)
    return scanDates(lexicon, text, [], state).map((found): ExampleMention => {
      const { anchor, ...fields } = timeline.resolve(found, 1, 0)
      return {
        rules: [found.rule, ...found.modifiers],
        fields: { text: text.slice(found.start, found.end), anchor: anchor?.value, ...fields },
      }
    })
  })
}
