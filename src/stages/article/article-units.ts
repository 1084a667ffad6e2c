import type { StageFiles } from '../../core/stage.js'
import type { StageUnits } from '../../core/unit.js'
import { phraseListUnits } from '../../dictionary/phrase-list-units.js'
import { parseYaml } from '../../dictionary/yaml.js'
import { lineRuleUnits } from '../../rule/line-rule-units.js'
import { wordUnits } from '../../rule/word-units.js'
import { labelsSchema } from './labels.js'

/** Line rules, phrases and label words one by one; parts of pages and sites, known by markup, as a whole. */
export function articleUnits({ rules, dictionaries }: StageFiles): StageUnits {
  const { labels = [], boilerplate = [], spam = [], ...others } = dictionaries
  return {
    units: [
      ...lineRuleUnits(rules),
      ...phraseListUnits(boilerplate),
      ...phraseListUnits(spam),
      ...labels.flatMap((source) => {
        const file = parseYaml(source, labelsSchema)
        return wordUnits({
          id: 'labels',
          file: file.path,
          line: null,
          frame: 'page',
          value: file.value,
        })
      }),
    ],
    rest: Object.entries(others).map(([name, files]) => [name, files.map(({ text }) => text)]),
  }
}
