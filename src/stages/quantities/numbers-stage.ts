import { z } from 'zod'
import type { Mention } from '../../core/mention.js'
import { defineStage } from '../../core/stage.js'
import { compileNumberLexicon, WordMap } from './number-lexicon.js'
import { proveNumberRules } from './prove-numbers.js'
import { loadQuantityRules } from './rules.js'
import { scanNumbers } from './scan-numbers.js'
import { loadUnits } from './units.js'

const STAGE = 'numbers'

/** Every numeric expression of the body, unit or not; a pipeline runs it where it is asked for. */
export const numbersStage = defineStage({
  name: STAGE,
  version: 2,
  requires: ['body', 'sentences'],
  provides: 'numbers',
  options: z.strictObject({}),
  dictionaries: ['units'],
  services: ['segmenter'],
  check: ({ rules, dictionaries, services }) =>
    proveNumberRules(rules, dictionaries['units'] ?? [], services.segmenter),
  prepare: ({ rules, dictionaries, services }) => {
    const units = loadUnits(dictionaries['units'] ?? [])
    const lexicon = compileNumberLexicon(loadQuantityRules(rules), units)
    return ({ body, sentences }) => {
      const mentions: Mention[] = []
      const { text } = body.text
      for (const { span } of sentences) {
        const sentence = text.slice(span.start, span.end)
        const words = new WordMap(services.segmenter.tag(sentence), sentence.length)
        for (const found of scanNumbers(lexicon, sentence, words))
          mentions.push({
            kind: 'number',
            span: { start: span.start + found.start, end: span.start + found.end },
            value: { type: 'number', number: found.number },
            member: null,
            origin: { stage: STAGE, rule: found.rule, entry: null },
          })
      }
      return mentions
    }
  },
})
