import { z } from 'zod'
import type { Mention } from '../../core/mention.js'
import { defineStage } from '../../core/stage.js'
import { compileLexicon } from './lexicon.js'
import { proveQuantityRules } from './prove.js'
import { quantityUnits } from './quantity-units.js'
import { loadQuantityRules } from './rules.js'
import { scanQuantities } from './scan.js'
import { loadUnits } from './units.js'

const STAGE = 'quantities'

/** Amounts, shares and ranks of the body, with their values in base units. */
export const quantitiesStage = defineStage({
  name: STAGE,
  version: 4,
  requires: ['body', 'sentences'],
  provides: 'quantities',
  options: z.strictObject({}),
  dictionaries: ['units'],
  units: quantityUnits,
  check: ({ rules, dictionaries }) => proveQuantityRules(rules, dictionaries['units'] ?? []),
  prepare: ({ rules, dictionaries }) => {
    const lexicon = compileLexicon(loadQuantityRules(rules), loadUnits(dictionaries['units'] ?? []))
    return ({ body, sentences }) => {
      const mentions: Mention[] = []
      const { text } = body.text
      for (const { span } of sentences)
        for (const found of scanQuantities(lexicon, text.slice(span.start, span.end)))
          mentions.push({
            kind: 'quantity',
            span: { start: span.start + found.start, end: span.start + found.end },
            value: { type: 'quantity', quantity: found.quantity },
            member: null,
            origin: { stage: STAGE, rule: found.rule, entry: found.entry },
          })
      return mentions
    }
  },
})
