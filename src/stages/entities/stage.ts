import { z } from 'zod'
import { defineStage } from '../../core/stage.js'
import { compareSpans } from '../../core/span.js'
import { checkExamples } from './check.js'
import { entityUnits } from './entity-units.js'
import { compileKinds } from './kinds.js'
import { recognizeEntities } from './recognize.js'

/** Finds the institutions that the text names and says which they are, for every entity kind of the pipeline. */
export const entitiesStage = defineStage({
  name: 'entities',
  version: 5,
  requires: ['article', 'body', 'sentences'],
  provides: 'entities',
  options: z.strictObject({}),
  services: ['segmenter'],
  dictionaries: ['gazetteer', 'regions'],
  units: entityUnits,
  prepare(setup) {
    const kinds = compileKinds(setup)
    return ({ article, body, sentences }) => {
      const places = {
        region: article.region,
        title: article.title?.value ?? null,
        publisher: article.publisher?.value ?? null,
      }
      return kinds
        .flatMap(({ lexicon }) => recognizeEntities(body.text.text, sentences, places, lexicon))
        .sort((a, b) => compareSpans(a.span, b.span))
    }
  },
  check: checkExamples,
})
