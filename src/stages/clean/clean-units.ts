import type { StageFiles } from '../../core/stage.js'
import type { StageUnits } from '../../core/unit.js'
import { phraseListUnits } from '../../dictionary/phrase-list-units.js'
import { lineRuleUnits } from '../../rule/line-rule-units.js'

/** Line rules and phrases one by one. */
export function cleanUnits({ rules, dictionaries }: StageFiles): StageUnits {
  const { boilerplate = [], spam = [] } = dictionaries
  return {
    units: [...lineRuleUnits(rules), ...phraseListUnits(boilerplate), ...phraseListUnits(spam)],
    rest: null,
  }
}
