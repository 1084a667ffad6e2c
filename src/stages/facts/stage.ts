import type { Fact } from '../../core/fact.js'
import { defineStage } from '../../core/stage.js'
import { parseRegions } from '../../dictionary/regions.js'
import { loadFactRules } from '../../rule/fact-rule.js'
import { Alphabet } from '../../rule/folding.js'
import { OVERLAP_POLICIES } from '../../rule/overlap.js'
import { contextReader } from './document-context.js'
import { loadMetrics } from './metrics.js'
import { modalityReader } from './modality.js'
import { factOptions } from './options.js'
import { readFacts } from './read-facts.js'
import { ruleSweep } from './rule-sweep.js'
import { SubjectFinder } from './subjects.js'
import { TimeFinder } from './times.js'

/** Binds mentions into measures, relations and events by the pipeline's rules, sentence by sentence. */
export const factsStage = defineStage({
  name: 'facts',
  version: 1,
  requires: ['article', 'body', 'sentences', 'entities', 'quantities', 'dates'],
  provides: 'facts',
  options: factOptions,
  dictionaries: ['metrics', 'regions'],
  prepare({ options, rules, dictionaries, pipeline, services }) {
    const alphabet = new Alphabet([...pipeline.entities, 'quantity', 'date'])
    const sweep = ruleSweep(loadFactRules(rules, pipeline, alphabet), alphabet, services.segmenter)
    const reader = {
      overlap: OVERLAP_POLICIES[options.overlap],
      metricId: loadMetrics(dictionaries['metrics'] ?? []),
      modality: modalityReader(options.modality),
    }
    const readContext = contextReader(options.subject, parseRegions(dictionaries['regions'] ?? []))
    return ({ article, body, sentences, entities, quantities, dates }) => {
      const context = readContext(article, body, entities)
      const subjects = new SubjectFinder(options.subject, context)
      const times = new TimeFinder(context.body)
      const facts: Fact[] = []
      for (const swept of sweep(context.body, sentences, [entities, quantities, dates])) {
        const { sentence, mentions, matches } = swept
        const reading = {
          body: context.body,
          sentence,
          subjects: subjects.read(sentence, mentions),
          times: times.read(sentence, mentions),
        }
        if (matches.length > 0) facts.push(...readFacts(matches, reading, reader))
      }
      return facts
    }
  },
})
