import { dropSpan, type Edit } from '../../core/edit.js'
import type { Repairer } from './repairer.js'
import type { WordJudge } from './word-judge.js'

/** When single Hanzi with spaces between them are words that were spaced for looks. */
export interface SpacingLimits {
  /** How many there must be in a row. */
  readonly characters: number
  /** The share of them that must make words of the dictionary. */
  readonly soundness: number
}

/**
 * Closes up headlines that are spaced for looks, `关 于 表 彰 先 进`. What stands in a list, 甲 乙 丙 丁 or 赵 钱 孙
 * 李, makes one word or none.
 */
export function compileLetterSpacing(judge: WordJudge, limits: SpacingLimits): Repairer {
  const origin = { stage: 'repair', rule: 'repair/letter-spacing', entry: null }
  return {
    propose(text) {
      const edits: Edit[] = []
      for (const { 0: run, index } of text.matchAll(SPACED)) {
        const characters = run.replace(SPACE, '')
        if (characters.length < limits.characters || judge.isWord(characters)) continue
        const sample = characters.slice(0, SAMPLE)
        if ((judge.soundness(sample) ?? 0) < limits.soundness) continue
        for (const space of run.matchAll(SPACE)) {
          const start = index + space.index
          edits.push(dropSpan({ start, end: start + space[0].length }, 'space', origin))
        }
      }
      return edits
    },
  }
}

const SPACED =
  /(?<![\u3400-\u9fff])[\u3400-\u9fff](?:[ \u00a0\u3000]{1,2}[\u3400-\u9fff](?![\u3400-\u9fff])){3,}/g
const SPACE = /[ \u00a0\u3000]+/g
const SAMPLE = 200
