import type { StageFiles } from '../../core/stage.js'
import type { StageUnits } from '../../core/unit.js'
import { parseYaml } from '../../dictionary/yaml.js'
import { wordUnits } from '../../rule/word-units.js'
import { dateRulesSchema } from './rule-schema.js'

/** The words of the rules, one by one. */
export function dateUnits({ rules }: StageFiles): StageUnits {
  const units = rules.flatMap((source) => {
    const { path, value: file } = parseYaml(source, dateRulesSchema)
    return [...file.readings, ...file.modifiers, ...file.exclusions].flatMap((rule) => {
      const { id, why: _why, matches: _matches, rejects: _rejects, ...value } = rule
      return wordUnits({ id, file: path, line: null, frame: 'body', value })
    })
  })
  return { units, rest: null }
}
