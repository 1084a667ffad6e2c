import { SOLAR_TERMS } from '../../chinese/solar-terms.js'
import { TIMEX_MODS, type TimexMod } from '../../core/timex.js'
import { guard, type GuardedWord } from '../../dictionary/guarded-words.js'
import type { Base, DayPart, Direction, Holiday, Reference } from './expression.js'
import type { DateModifier, DateReading } from './rule-schema.js'
import type { DateRules } from './rules.js'

/** What a word at the beginning of an expression stands for. */
export type Piece =
  | { readonly slot: 'present' }
  | { readonly slot: 'year'; readonly reference: Reference }
  | { readonly slot: 'part'; readonly value: string }
  | { readonly slot: 'quarter'; readonly offset: number }
  /** Two days or years in a word: 今明两天. */
  | {
      readonly slot: 'pair'
      readonly of: 'year' | 'day'
      readonly from: number
      readonly to: number
    }
  /** The end or beginning of a time that has no value: 清末. */
  | { readonly slot: 'dynasty'; readonly mod: TimexMod }
  | { readonly slot: 'month'; readonly reference: Reference }
  /** 昨（: the number of the day stands in the brackets. */
  | { readonly slot: 'bracketed'; readonly of: 'year' | 'month' | 'day'; readonly offset: number }
  | { readonly slot: 'day'; readonly reference: Reference; readonly part: DayPart | null }
  | { readonly slot: 'week'; readonly offset: number }
  | { readonly slot: 'weekday' }
  | { readonly slot: 'weekend' }
  | { readonly slot: 'day-part'; readonly part: DayPart }
  | { readonly slot: 'holiday'; readonly holiday: Holiday }
  | { readonly slot: 'lunar' }
  | { readonly slot: 'lunar-month'; readonly month: number }
  | { readonly slot: 'leap' }
  | { readonly slot: 'new-year' }
  | { readonly slot: 'century'; readonly offset: number }
  | {
      readonly slot: 'edge'
      readonly of: 'year' | 'month'
      readonly mod: TimexMod
      readonly days: DaysOfMonth | null
    }
  | { readonly slot: 'republic' }
  /** `first`: the year that its first is, of our era. */
  | { readonly slot: 'era'; readonly first: number }
  | { readonly slot: 'before-christ' }
  | { readonly slot: 'christian' }
  | { readonly slot: 'stretch'; readonly direction: Direction; readonly whole: boolean }
  | { readonly slot: 'set' }
  | { readonly slot: 'weekly' }
  | { readonly slot: 'limit'; readonly rule: DateModifier }

/** The words at which expressions begin, with what they stand for. */
export function piecesOf(rules: DateRules): GuardedWord<Piece>[] {
  const limits = rules.modifiers
    .filter(({ place }) => place === 'before')
    .flatMap((rule) => guard<Piece>(rule.words, { slot: 'limit', rule }, rule.unless))
  return [...rules.readings.flatMap(piecesOfReading), ...limits]
}

function piecesOfReading(rule: DateReading): GuardedWord<Piece>[] {
  switch (rule.id) {
    case 'dates/present':
      return guard<Piece>(rule.words, { slot: 'present' })
    case 'dates/year':
      return guard<Piece>(['中华民国', '民国'], { slot: 'republic' })
    case 'dates/relative-year':
      return [
        ...references('year', rule.words, 'published'),
        ...references('year', rule.anchored, 'text'),
        ...references('year', rule.anchoredInSentence, 'sentence'),
        ...references('year', rule.anchoredOrPublished, 'near'),
        ...bracketed('year', rule.bracketed),
        ...toPieces(rule.pairs, (offsets) => toPair('year', offsets)),
        ...rule.unless.map((word) => ({ word, means: null })),
      ]
    case 'dates/part-of-year':
      return [
        ...toPieces(rule.words, (value): Piece => ({ slot: 'part', value })),
        ...toPieces(rule.relative, (offset): Piece => ({ slot: 'quarter', offset })),
      ]
    case 'dates/relative-month':
      return [
        ...references('month', rule.words, 'published'),
        ...references('month', rule.anchored, 'text'),
        ...bracketed('month', rule.bracketed),
      ]
    case 'dates/relative-day':
      return [
        ...days(rule.words, 'published'),
        ...days(rule.anchored, 'text'),
        ...bracketed('day', rule.bracketed),
        ...toPieces(rule.pairs, (offsets) => toPair('day', offsets)),
      ]
    case 'dates/week':
      return [
        ...toPieces(rule.words, (offset) => ({ slot: 'week', offset })),
        ...guard<Piece>(rule.weekdays, { slot: 'weekday' }),
        ...guard<Piece>(rule.weekend, { slot: 'weekend' }),
      ]
    case 'dates/clock':
      return [
        ...toPieces(rule.parts, (part): Piece => ({ slot: 'day-part', part })),
        ...rule.notParts.map((word) => ({ word, means: null })),
      ]
    case 'dates/era':
      return [
        ...toPieces(rule.words, (first) => ({ slot: 'era', first })),
        ...guard<Piece>(rule.before, { slot: 'before-christ' }),
        ...guard<Piece>(rule.christian, { slot: 'christian' }),
      ]
    case 'dates/holiday':
      return [
        ...toPieces(rule.solar, (text) => toHoliday('solar', text)),
        ...toPieces(rule.lunar, (text) => toHoliday('lunar', text)),
        ...toPieces(rule.weekday, toWeekdayHoliday),
        ...toPieces(rule.terms, (term) => ({
          slot: 'holiday',
          holiday: { calendar: 'term', index: SOLAR_TERMS.indexOf(term) },
        })),
        ...toPieces(rule.dogDays, (part) => ({
          slot: 'holiday',
          holiday: { calendar: 'dog-days', part },
        })),
        ...rule.unless.map((word) => ({ word, means: null })),
      ]
    case 'dates/dynasty':
      return toPieces(rule.words, (mod) => ({ slot: 'dynasty', mod }))
    case 'dates/lunar':
      return [
        ...guard<Piece>(rule.markers, { slot: 'lunar' }, rule.unless),
        ...toPieces(rule.months, (month) => ({ slot: 'lunar-month', month })),
        ...guard<Piece>(rule.leap, { slot: 'leap' }),
        ...guard<Piece>(rule.newYear, { slot: 'new-year' }),
      ]
    case 'dates/decade':
      return toPieces(rule.words, (offset) => ({ slot: 'century', offset }))
    case 'dates/edge':
      return toPieces(rule.words, toEdge)
    case 'dates/stretch':
      return [
        ...stretches(rule.past, -1, false, rule.unless),
        ...stretches(rule.future, 1, false, rule.unless),
      ]
    case 'dates/run':
      return [
        ...stretches(rule.past, -1, true, rule.unless),
        ...stretches(rule.future, 1, true, rule.unless),
      ]
    case 'dates/set':
      return [
        ...guard<Piece>(rule.words, { slot: 'set' }, rule.unless),
        ...guard<Piece>(rule.weekdays, { slot: 'weekly' }),
      ]
    default:
      return []
  }
}

function toPieces<V>(
  words: Readonly<Record<string, V>>,
  toPiece: (value: V) => Piece,
): GuardedWord<Piece>[] {
  return Object.entries(words).map(([word, value]) => ({ word, means: toPiece(value) }))
}

function references(
  slot: 'year' | 'month',
  words: Readonly<Record<string, number>>,
  base: Base,
): GuardedWord<Piece>[] {
  return toPieces(words, (value) => ({ slot, reference: { base, value } }))
}

function days(
  words: Readonly<Record<string, { offset: number; part: string | null }>>,
  base: Base,
): GuardedWord<Piece>[] {
  return toPieces(words, ({ offset, part }) => ({
    slot: 'day',
    reference: { base, value: offset },
    part: toDayPart(part),
  }))
}

const DAY_PARTS: readonly DayPart[] = ['MO', 'MI', 'AF', 'EV', 'NI']

function toDayPart(text: string | null): DayPart | null {
  return DAY_PARTS.find((part) => part === text) ?? null
}

/** The words with the bracket behind them, of either width. */
function bracketed(
  of: 'year' | 'month' | 'day',
  words: Readonly<Record<string, number>>,
): GuardedWord<Piece>[] {
  return Object.entries(words).flatMap(([word, offset]) =>
    guard<Piece>([`${word}（`, `${word}(`], { slot: 'bracketed', of, offset }),
  )
}

function toPair(of: 'year' | 'day', offsets: string): Piece {
  const [from = 0, to = 0] = offsets.split('/').map(Number)
  return { slot: 'pair', of, from, to }
}

type DaysOfMonth = readonly [number, number]

function toEdge(text: string): Piece {
  const [, of, name, from, to] = /^(year|month) ([A-Z]+)(?: (\d+)-(\d+))?$/.exec(text) ?? []
  const days = from === undefined ? null : ([Number(from), Number(to)] as const)
  const mod = TIMEX_MODS.find((one) => one === name) ?? 'END'
  return { slot: 'edge', of: of === 'year' ? 'year' : 'month', mod, days }
}

function stretches(
  words: readonly string[],
  direction: Direction,
  whole: boolean,
  unless: readonly string[],
): GuardedWord<Piece>[] {
  return guard<Piece>(words, { slot: 'stretch', direction, whole }, unless)
}

function toHoliday(calendar: 'solar' | 'lunar', text: string): Piece {
  const [, month, day, days = 1] = /^(\d+)-(-?\d+)(?:\+(\d+))?$/.exec(text) ?? []
  const holiday = { calendar, month: Number(month), day: Number(day), days: Number(days) }
  return { slot: 'holiday', holiday }
}

function toWeekdayHoliday(text: string): Piece {
  const [month = 1, weekday = 1, nth = 1] = text.split('-').map(Number)
  return { slot: 'holiday', holiday: { calendar: 'weekday', month, weekday, nth } }
}
