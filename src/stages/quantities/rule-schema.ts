import { z } from 'zod'
import { QUANTITY_MODS } from '../../core/quantity.js'
import { provenRuleShape } from '../../rule/mention-example.js'

const words = z.array(z.string().min(1))

/** The ways an amount can be written that the code knows; a rule file switches each on and explains it. */
export const READINGS = [
  'quantities/number-unit',
  'quantities/range',
  'quantities/percent-words',
  'quantities/fraction',
  'quantities/tenths',
  'quantities/half-share',
  'quantities/half-price',
  'quantities/half',
  'quantities/rank',
  'quantities/age-in-months',
  'quantities/age-compound',
  'quantities/currency-sign',
  'quantities/prefix-unit',
  'quantities/below-zero',
  'quantities/compound',
  'quantities/pair',
  'quantities/price',
  'quantities/one',
  'quantities/nouns',
  'numbers/numeral',
  'numbers/ordinal',
  'numbers/fraction',
  'numbers/exponent',
  'numbers/range',
  'numbers/bound',
  'numbers/suffix',
  'numbers/between',
  'numbers/dozen',
  'numbers/half',
] as const

export type ReadingId = (typeof READINGS)[number]

const readingSchema = z.strictObject({
  ...provenRuleShape,
  id: z.enum(READINGS),
  /** Words that the reading turns on: connectors of a range, verbs before a rank. */
  words: words.default([]),
  unless: words.default([]),
  changeAfter: words.default([]),
  before: words.default([]),
  after: words.default([]),
  /** Currency signs, and the unit each stands for. */
  signs: z.record(z.string(), z.string()).default({}),
  /** The units a rank may have; the first is that of a rank without one. */
  units: words.default([]),
  /** The most characters between a word and the amount. */
  within: z.number().int().min(0).max(30).default(0),
})

const modifierSchema = z.strictObject({
  ...provenRuleShape,
  /** `before` and `behind` belong to the span; `ahead` stands further off and does not. */
  place: z.enum(['before', 'behind', 'ahead']),
  mod: z.enum(QUANTITY_MODS),
  words: words.min(1),
  unless: words.default([]),
  /** Only for round numbers without a digit: 上百. */
  round: z.boolean().default(false),
  /** Only for units of measurement: 一倍多. */
  measures: z.boolean().default(false),
  within: z.number().int().min(0).max(30).default(0),
})

const exclusionSchema = z.strictObject({
  ...provenRuleShape,
  /** Whole terms with a number in them. */
  words: words.default([]),
  /** What stands right before or behind the number; both where both are given. */
  before: words.default([]),
  after: words.default([]),
  /** Characters that join the number to a letter or digit before it. */
  glue: words.default([]),
  /** How many Latin letters before the number make it a code: 1 for G36. */
  letters: z.number().int().min(0).default(0),
  /** What begins a stretch of characters without space that is no text. */
  openers: words.default([]),
  /** Marks between which no number counts, where the second follows within so many characters. */
  enclosed: z
    .strictObject({ open: z.string().length(1), close: z.string().length(1), within: z.number() })
    .optional(),
  /** As `enclosed`, for Chinese numerals that stand right behind the first mark, in one clause. */
  named: z
    .strictObject({ open: z.string().length(1), close: z.string().length(1), within: z.number() })
    .optional(),
})

export const quantityRulesSchema = z.strictObject({
  readings: z.array(readingSchema),
  modifiers: z.array(modifierSchema).default([]),
  exclusions: z.array(exclusionSchema).default([]),
})

export type Reading = z.infer<typeof readingSchema>
export type ModifierRule = z.infer<typeof modifierSchema>
export type ExclusionRule = z.infer<typeof exclusionSchema>
