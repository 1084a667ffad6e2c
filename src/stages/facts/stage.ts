import type { Fact } from '../../core/fact.js'
import { z } from 'zod'
import { defineStage } from '../../core/stage.js'
import { parseRegions } from '../../dictionary/regions.js'
import { loadFactRules } from '../../rule/fact-rule.js'
import { Alphabet } from '../../rule/folding.js'
import { matchRules } from '../../rule/match-rules.js'
import { OVERLAP_POLICIES } from '../../rule/overlap.js'
import { contextReader } from './document-context.js'
import { loadMetrics } from './metrics.js'
import { modalityReader } from './modality.js'
import { loadCues } from './cues.js'
import { sentenceFolder } from './folded.js'
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
  options: z.strictObject({
    /** Where several rules claim one quantity or one pair, which has it. */
    overlap: z.enum(['priority', 'longest', 'first']).default('priority'),
    /** How often an institution must be named to be what the article is about. */
    focusMentions: z.int().min(1).default(2),
  }),
  services: ['segmenter'],
  dictionaries: ['metrics', 'regions', 'cues'],
  prepare({ options, rules, dictionaries, pipeline, services }) {
    const cues = loadCues(dictionaries['cues'] ?? [])
    const alphabet = new Alphabet([...pipeline.entities, 'quantity', 'date'])
    const sweep = ruleSweep(loadFactRules(rules, pipeline, alphabet))
    const fold = sentenceFolder(alphabet, services.segmenter)
    const regions = parseRegions(dictionaries['regions'] ?? [])
    const readContext = contextReader(cues.subject, regions, options.focusMentions)
    const reader = {
      overlap: OVERLAP_POLICIES[options.overlap],
      metrics: loadMetrics(dictionaries['metrics'] ?? [], cues.metric),
    }
    const readModalities = modalityReader(cues.modality)
    return ({ article, body, sentences, entities, quantities, dates }) => {
      const context = readContext(article, body, entities)
      const subjectFinder = new SubjectFinder(cues.subject, context)
      const timeFinder = new TimeFinder(cues.time, context.body)
      const modalities = readModalities(context.body)
      const published = article.published?.value ?? null
      const facts: Fact[] = []
      for (const swept of sweep(context.body, sentences, [entities, quantities, dates])) {
        const { sentence, mentions } = swept
        const subjects = subjectFinder.read(sentence, mentions)
        const times = timeFinder.read(sentence, mentions)
        if (mentions.length === 0) continue
        const readable = fold(context.body, sentence, mentions, subjects.references)
        const matches = matchRules(swept.rules, readable)
        if (matches.length === 0) continue
        const { referents } = readable
        const reading = {
          body: context.body,
          published,
          sentence,
          subjects,
          times,
          modalities,
          referents,
        }
        facts.push(...readFacts(matches, reading, reader))
      }
      return facts
    }
  },
})
