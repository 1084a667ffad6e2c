import { z } from 'zod'
import { defineStage } from '../../core/stage.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseGazetteer } from '../../dictionary/gazetteer.js'
import { parseRegions, type Region, type Regions } from '../../dictionary/regions.js'
import { loadFactRules, slotKinds } from '../../rule/fact-rule.js'
import { Alphabet } from '../../rule/folding.js'
import { OVERLAP_POLICIES } from '../../rule/overlap.js'
import { checkDictionaries } from './check-dictionaries.js'
import { loadCues } from './cues.js'
import { factUnits } from './fact-units.js'
import { factFinder } from './find-facts.js'
import { loadMetrics } from './metrics.js'

/** Binds mentions into measures, relations and events by the pipeline's rules, sentence by sentence. */
export const factsStage = defineStage({
  name: 'facts',
  version: 5,
  requires: ['article', 'body', 'sentences', 'entities', 'quantities', 'dates'],
  provides: 'facts',
  options: z.strictObject({
    /** Where several rules claim one quantity or one pair, which has it. */
    overlap: z.enum(['priority', 'longest', 'first']).default('priority'),
    /** How often an institution must be named to be what the article is about. */
    focusMentions: z.int().min(1).default(2),
  }),
  services: ['segmenter'],
  dictionaries: ['metrics', 'regions', 'cues', 'gazetteer'],
  units: factUnits,
  check: checkDictionaries,
  prepare({ options, rules, dictionaries, pipeline, services }) {
    const alphabet = new Alphabet(slotKinds(pipeline))
    const regions = parseRegions(dictionaries['regions'] ?? [])
    const cues = loadCues(dictionaries['cues'] ?? [])
    return factFinder({
      rules: loadFactRules(rules, pipeline, alphabet),
      alphabet,
      cues,
      regions,
      regionOf: regionsOfEntries(dictionaries['gazetteer'] ?? [], regions),
      metrics: loadMetrics(dictionaries['metrics'] ?? [], cues.metric),
      overlap: OVERLAP_POLICIES[options.overlap],
      segmenter: services.segmenter,
      focusMentions: options.focusMentions,
    })
  },
})

/** Where the institutions of the gazetteers lie, by their ids. */
function regionsOfEntries(files: readonly SourceFile[], regions: Regions): Map<string, Region> {
  const places = new Map<string, Region>()
  for (const file of files)
    for (const { id, region } of parseGazetteer(file, regions).entries) {
      const place = region === null ? null : regions.byCode(region)
      if (place !== null) places.set(id, place)
    }
  return places
}
