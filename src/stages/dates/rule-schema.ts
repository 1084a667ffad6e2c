import { z } from 'zod'
import { TIMEX_MODS } from '../../core/timex.js'
import { provenRuleShape } from '../../rule/mention-example.js'

const words = z.array(z.string().min(1))
const offsets = z.record(z.string(), z.number().int()).default({})

/** A day offset, and the part of the day that the word names: `0 EV` for 今晚. */
const dayOffsets = z
  .record(
    z.string(),
    z.union([
      z
        .number()
        .int()
        .transform((offset) => ({ offset, part: null })),
      z
        .string()
        .regex(/^-?\d+ (MO|MI|AF|EV|NI)$/, 'expected an offset and a part of the day, such as 0 EV')
        .transform((text) => {
          const [offset, part] = text.split(' ')
          return { offset: Number(offset), part: part ?? null }
        }),
    ]),
  )
  .default({})

/** `3M`, `1TH`: how many of which TIMEX3 unit one of the words is. */
const durationUnits = z
  .record(z.string(), z.string().regex(/^\d+(Y|M|W|D|TH|TM|TS)$/, 'expected such as 1Y, 3M, 1TH'))
  .default({})

const monthDays = z
  .record(z.string(), z.string().regex(/^\d+--?\d+$/, 'expected month-day, such as 10-1'))
  .default({})

const guards = { unless: words.default([]), notAfter: words.default([]) }

function reading<Id extends string, Shape extends z.core.$ZodLooseShape>(id: Id, shape: Shape) {
  return z.strictObject({ ...provenRuleShape, id: z.literal(`dates/${id}`), ...shape })
}

const readingSchema = z.discriminatedUnion('id', [
  reading('present', { words, notAfter: words.default([]) }),
  reading('year', { years: z.tuple([z.number().int(), z.number().int()]) }),
  reading('relative-year', { words: offsets, anchored: offsets, anchoredInSentence: offsets }),
  reading('part-of-year', {
    words: z.record(z.string(), z.string()),
    afterYear: z.record(z.string(), z.string()).default({}),
  }),
  reading('same-period', { words }),
  reading('month-day', {}),
  reading('relative-month', { words: offsets, anchored: offsets }),
  reading('relative-day', { words: dayOffsets, anchored: dayOffsets }),
  reading('week', { words: offsets, weekdays: words }),
  reading('clock', {
    parts: z.record(z.string(), z.enum(['MO', 'MI', 'AF', 'EV', 'NI'])),
    ...guards,
  }),
  reading('numeric', {}),
  reading('holiday', { solar: monthDays, lunar: monthDays, terms: words.default([]) }),
  reading('plan', { plans: z.record(z.string(), z.string()), words }),
  reading('decade', { words: offsets }),
  reading('edge', {
    words: z.record(z.string(), z.enum(['year START', 'year END', 'month START', 'month END'])),
    notAfter: words.default([]),
  }),
  reading('range', { words }),
  reading('duration', {
    units: durationUnits,
    calendarUnits: durationUnits,
    needs: words.default([]),
    ...guards,
  }),
  reading('ago', { words, unless: words.default([]) }),
  reading('set', {
    words,
    units: durationUnits,
    fillers: words.default([]),
    weekdays: words.default([]),
    unless: words.default([]),
  }),
])

const modifierSchema = z.strictObject({
  ...provenRuleShape,
  place: z.enum(['before', 'behind', 'before-duration', 'behind-duration']),
  mod: z.enum(TIMEX_MODS),
  /** Which end of the interval the word leaves open; the whole value where it is not told. */
  open: z.enum(['from', 'until', 'before', 'after']).nullable().default(null),
  words: words.min(1),
  unless: words.default([]),
})

const exclusionSchema = z.strictObject({ ...provenRuleShape, words: words.min(1) })

export const dateRulesSchema = z.strictObject({
  readings: z.array(readingSchema),
  modifiers: z.array(modifierSchema).default([]),
  exclusions: z.array(exclusionSchema).default([]),
})

export type DateReading = z.infer<typeof readingSchema>
export type DateModifier = z.infer<typeof modifierSchema>
export type DateExclusion = z.infer<typeof exclusionSchema>
