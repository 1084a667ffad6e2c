import { z } from 'zod'
import { defineStage } from '../../core/stage.js'
import { splitSentences } from './split-sentences.js'

/** Sentences of the body. Words are cut only where a later stage asks the segmenter for them. */
export const segmentStage = defineStage({
  name: 'segment',
  version: 1,
  requires: ['body'],
  provides: 'sentences',
  options: z.strictObject({}),
  prepare: () => (input) => splitSentences(input.body.text.text),
})
