import { z } from 'zod'
import { OPENCC_LIBRARY } from '../../chinese/opencc.js'
import { defineStage } from '../../core/stage.js'
import { parseConversions } from './conversion-words.js'
import { parseProtectedNames } from './protected-names.js'
import { compileSimplifier } from './simplify.js'
import { simplifyUnits } from './simplify-units.js'

/** Traditional text to mainland simplified, by sense; what is simplified stays as it is. */
export const simplifyStage = defineStage({
  name: 'simplify',
  version: 2,
  requires: ['repaired'],
  provides: 'simplified',
  options: z.strictObject({
    lineEvidence: z.int().min(1).default(2),
    sentenceEvidence: z.int().min(1).default(6),
    mixedShare: z.number().min(0).max(1).default(0.2),
    kanaShare: z.number().min(0).default(0.2),
  }),
  libraries: [OPENCC_LIBRARY],
  dictionaries: ['conversion', 'protected'],
  units: simplifyUnits,
  prepare: ({ options, dictionaries }) => {
    const simplify = compileSimplifier({
      limits: options,
      conversions: parseConversions(dictionaries['conversion'] ?? []),
      names: parseProtectedNames(dictionaries['protected'] ?? []),
    })
    return ({ repaired }) => simplify(repaired)
  },
})
