import { defineStage } from '../../core/stage.js'
import { checkLineRules } from '../../rule/line-rules.js'
import { compileCleaner } from './clean-article.js'
import { cleanUnits } from './clean-units.js'
import { cleanOptionsSchema } from './options.js'

/** The article's text without what others put into it: second copies, injected phrases, notices. */
export const cleanStage = defineStage({
  name: 'clean',
  version: 2,
  requires: ['article'],
  provides: 'body',
  options: cleanOptionsSchema,
  services: ['segmenter'],
  dictionaries: ['boilerplate', 'spam'],
  units: cleanUnits,
  prepare: (setup) => {
    const clean = compileCleaner(setup)
    return ({ article }) => clean(article)
  },
  check: ({ rules }) => checkLineRules(rules),
})
