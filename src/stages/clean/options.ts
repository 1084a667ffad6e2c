import { z } from 'zod'
import { farmLimitsSchema } from '../../rule/link-farms.js'
import { noticeLimitsSchema } from '../../rule/notices.js'

export const cleanOptionsSchema = z.strictObject({
  copies: z
    .strictObject({
      /** Characters that must agree in a row for two sentences to be compared. */
      shingle: z.number().int().min(2).default(6),
      /** The share of a sentence's shingles that an earlier one must have for it to be a copy. */
      share: z.number().default(0.6),
      /** How far apart two copies of a run may stand, in sentences and lines. */
      gap: z.number().int().default(8),
      /** Shorter sentences are copies only where they are equal and stand between copies. */
      shortest: z.number().int().default(12),
      /** How much of the text must be copied for the body to count as doubled, in characters. */
      least: z.number().int().default(120),
      /** … or as a share of the text, if it is short. */
      leastShare: z.number().default(0.3),
      /** From this length on one line that is repeated to the letter is a copy. */
      repeatedLine: z.number().int().default(30),
      /** How many lines at the top may be a lead, and how far below its paragraph may stand. */
      leadLines: z.number().int().default(4),
    })
    .prefault({}),
  injected: z
    .strictObject({
      /** The longest stretch that one copy of a sentence may have more than the other. */
      longest: z.number().int().default(40),
      /** How many characters beyond the phrases known the end of an injected phrase is looked for. */
      reach: z.number().int().default(8),
      /** How many seeds of a page are judged by the words around them. */
      mostSeeds: z.number().int().default(200),
      /** How well a broken word must join again on a page about gambling, and for a mere hint. */
      sureScore: z.number().default(2),
      /** How near a word of crime must stand to speak of the seed, in characters. */
      crimeReach: z.number().int().default(80),
      /** How many different ones, unless one stands in the same sentence. */
      crimeWords: z.number().int().default(2),
      /** How many words of gambling as a topic let a page be about it. */
      topicWords: z.number().int().default(1),
    })
    .prefault({}),
  farm: farmLimitsSchema.prefault({}),
  notice: noticeLimitsSchema.prefault({}),
  /** How many lines at either end of the article may hold a sentence that is not its own. */
  edgeLines: z.number().int().default(3),
  /** A shorter sentence may be the article's own, though it is a fixed line elsewhere. */
  shortestFixed: z.number().int().default(6),
})

export type CleanOptions = z.infer<typeof cleanOptionsSchema>
