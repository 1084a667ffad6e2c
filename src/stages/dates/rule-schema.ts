import { z } from 'zod'
import { DOG_DAYS } from '../../chinese/dog-days.js'
import { SOLAR_TERMS } from '../../chinese/solar-terms.js'
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

/** `0/1` for 今明两天: the offsets of the first and the last. */
const offsetPairs = z
  .record(z.string(), z.string().regex(/^-?\d\/-?\d$/, 'expected two offsets, such as 0/1'))
  .default({})

/** `3M`, `1TH`: how many of which TIMEX3 unit one of the words is. */
const durationUnits = z
  .record(z.string(), z.string().regex(/^\d+(Y|M|W|D|TH|TM|TS)$/, 'expected such as 1Y, 3M, 1TH'))
  .default({})

/** `10-1`, `12--1` for the last of the month, `10-1+7` for seven days. */
const monthDays = z
  .record(
    z.string(),
    z.string().regex(/^\d+--?\d+(\+\d+)?$/, 'expected month-day and days, such as 10-1 or 10-1+7'),
  )
  .default({})
/** `5-7-2`: month, weekday, which of them. */
const monthWeekdays = z
  .record(z.string(), z.string().regex(/^\d+-[1-7]-[1-5]$/, 'expected such as 5-7-2'))
  .default({})
const solarTerms = z.record(z.string(), z.enum(SOLAR_TERMS)).default({})

const guards = { unless: words.default([]), notAfter: words.default([]) }

function reading<Id extends string, Shape extends z.core.$ZodLooseShape>(id: Id, shape: Shape) {
  return z.strictObject({ ...provenRuleShape, id: z.literal(`dates/${id}`), ...shape })
}

const readingSchema = z.discriminatedUnion('id', [
  reading('present', { words, notAfter: words.default([]) }),
  reading('year', {
    years: z.tuple([z.number().int(), z.number().int()]),
    shortBefore: words.default([]),
    rangeAfter: words.default([]),
  }),
  reading('era', { words: offsets, before: words.default([]), christian: words.default([]) }),
  reading('relative-year', {
    words: offsets,
    anchored: offsets,
    anchoredInSentence: offsets,
    anchoredOrPublished: offsets,
    bracketed: offsets,
    pairs: offsetPairs,
    unless: words.default([]),
  }),
  reading('part-of-year', {
    words: z.record(z.string(), z.string()),
    relative: offsets,
    afterYear: z.record(z.string(), z.string()).default({}),
  }),
  reading('same-period', { words }),
  reading('month-day', {}),
  reading('relative-month', { words: offsets, anchored: offsets, bracketed: offsets }),
  reading('relative-day', {
    words: dayOffsets,
    anchored: dayOffsets,
    bracketed: offsets,
    pairs: offsetPairs,
  }),
  reading('week', {
    words: offsets,
    weekdays: words,
    weekend: words.default([]),
    weekendBehind: words.default([]),
    joins: words.default([]),
  }),
  reading('nth', {
    ordinal: words,
    first: words,
    last: words,
    units: z.record(z.string(), z.enum(['M', 'Q', 'W', 'D'])),
    fillers: words.default([]),
    unless: words.default([]),
  }),
  reading('clock', {
    parts: z.record(z.string(), z.enum(['MO', 'MI', 'AF', 'EV', 'NI'])),
    halves: z.record(z.string(), z.enum(['MO', 'AF'])).default({}),
    notParts: words.default([]),
    ...guards,
  }),
  reading('numeric', {}),
  reading('beside', { before: words, after: words, ordinal: words, units: words }),
  reading('holiday', {
    solar: monthDays,
    lunar: monthDays,
    weekday: monthWeekdays,
    terms: solarTerms,
    dogDays: z.record(z.string(), z.enum(DOG_DAYS)).default({}),
    familyNames: z.string().default(''),
    ...guards,
  }),
  reading('lunar', {
    markers: words,
    months: offsets,
    leap: words,
    newYear: words.default([]),
    unless: words.default([]),
  }),
  reading('dynasty', {
    words: z.record(z.string(), z.enum(TIMEX_MODS)),
    notAfter: words.default([]),
  }),
  reading('plan', { plans: z.record(z.string(), z.string()), words }),
  reading('decade', { words: offsets }),
  reading('edge', {
    words: z.record(z.string(), z.string().regex(/^(year|month) (START|MID|END)( \d+-\d+)?$/)),
    notAfter: words.default([]),
  }),
  reading('range', { words, pairs: words.default([]), between: words.default([]), ...guards }),
  reading('duration', {
    units: durationUnits,
    calendarUnits: durationUnits,
    minorUnits: durationUnits,
    nights: words.default([]),
    needs: words.default([]),
    joins: words.default([]),
    ...guards,
  }),
  reading('ago', { words, unless: words.default([]) }),
  reading('ahead', {
    words,
    before: words.default([]),
    signs: words.default([]),
    signsUnless: words.default([]),
    unless: words.default([]),
  }),
  reading('stretch', { past: words, future: words, behind: words.default([]), ...guards }),
  reading('run', { past: words, future: words, unless: words.default([]) }),
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
  /** Words for some days of a month, and which: 上旬 [1, 10]. */
  days: z.record(z.string(), z.tuple([z.number().int(), z.number().int()])).default({}),
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
