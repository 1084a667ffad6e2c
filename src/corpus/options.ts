import { z } from 'zod'

/** When two values of one thing cannot both hold. */
export const conflictOptionsSchema = z.strictObject({
  /** How far from an approximate value the true one may be, as a share of it. */
  approximate: z.number().min(0).max(1).default(0.1),
  /** A value with so many digits before its zeros is taken for a rounded one, with fewer for exact. */
  roundedDigits: z.number().int().min(1).default(2),
  /** Metrics that end in so many characters alike, but are not the same, are one narrower than the other. */
  sharedEnd: z.number().int().min(1).default(2),
})

export type ConflictOptions = z.infer<typeof conflictOptionsSchema>

export const corpusOptionsSchema = z.strictObject({
  conflicts: conflictOptionsSchema.prefault({}),
  sketch: z
    .strictObject({
      /** A feature of words is so many tokens as they are. */
      words: z.number().int().min(2).default(9),
      /** A feature of the skeleton, and how many of its tokens must be more than a blank. */
      window: z.number().int().min(4).default(24),
      leastKept: z.number().int().min(1).default(5),
      /** How many features of a body are kept. */
      size: z.number().int().min(1).max(256).default(40),
      /** The share of features that two sketches must show for the bodies to be compared. */
      share: z.number().default(0.2),
    })
    .prefault({}),
  reprint: z
    .strictObject({
      /** Tokens of a shingle. */
      shingle: z.number().int().min(1).default(4),
      /** The share of the shorter body's shingles that the longer one must hold. */
      containment: z.number().default(0.8),
      /** … or, from this share on, the share of its tokens that stand in the other in order. */
      leastContainment: z.number().default(0.25),
      aligned: z.number().default(0.7),
      /** Shorter bodies, in tokens, are reprints only where they are equal. */
      shortest: z.number().int().default(60),
      /** The shorter body's length as a share of the longer one's: a quotation is no reprint. */
      leastLength: z.number().default(0.4),
    })
    .prefault({}),
  /** Bodies that differ in more figures than this are reports by one template, not reprints. */
  template: z
    .strictObject({
      /** The share of the figures in the same place that differ. */
      share: z.number().default(0.3),
      /** How many must differ in a body longer than `short` tokens. */
      least: z.number().int().default(2),
      short: z.number().int().default(200),
    })
    .prefault({}),
  spun: z
    .strictObject({
      /** Swaps of the dictionary, each counted once, that show a page to be spun from another. */
      knownSwaps: z.number().int().default(4),
      /** Or so many different swaps, each made at least twice, and one of them known. */
      recurringSwaps: z.number().int().default(4),
      /** Swaps in a hundred tokens that such a page must have. */
      density: z.number().default(0.5),
      /** Entries whose unnatural collocations must stand on a page that has no pair. */
      entries: z.number().int().default(3),
      /** … and how often in all. */
      collocations: z.number().int().default(4),
    })
    .prefault({}),
})

export type CorpusOptions = z.infer<typeof corpusOptionsSchema>
