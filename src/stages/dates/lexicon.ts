import { numeralClass } from '../../chinese/numeral-characters.js'
import { guard, type GuardedWord, GuardedWords } from '../../dictionary/guarded-words.js'
import type { Base, DayPart, Holiday, Reference } from './expression.js'
import type { DateModifier, DateReading } from './rule-schema.js'
import type { DateRules } from './rules.js'

/** What a word at the beginning of an expression stands for. */
export type Piece =
  | { readonly slot: 'present' }
  | { readonly slot: 'year'; readonly reference: Reference }
  | { readonly slot: 'part'; readonly value: string }
  | { readonly slot: 'month'; readonly reference: Reference }
  | { readonly slot: 'day'; readonly reference: Reference; readonly part: DayPart | null }
  | { readonly slot: 'week'; readonly offset: number }
  | { readonly slot: 'weekday' }
  | { readonly slot: 'day-part'; readonly part: DayPart }
  | { readonly slot: 'holiday'; readonly holiday: Holiday }
  | { readonly slot: 'century'; readonly offset: number }
  | { readonly slot: 'edge'; readonly of: 'year' | 'month'; readonly mod: 'START' | 'END' }
  | { readonly slot: 'republic' }
  | { readonly slot: 'set' }
  | { readonly slot: 'weekly' }
  | { readonly slot: 'limit'; readonly rule: DateModifier }

type ReadingOf<Id extends string> = Extract<DateReading, { id: `dates/${Id}` }>

/** Everything that reading dates looks up, compiled once for a pipeline. */
export interface DateLexicon {
  has(id: DateReading['id']): boolean
  /** True for code units that begin an expression: a numeral, or the first of a word. */
  readonly begins: Uint8Array
  /** True for code units that can follow the number of an expression: 年, 个, 多, a dash. */
  readonly follows: Uint8Array
  /** The same behind 个. */
  readonly followsCounter: Uint8Array
  readonly pieces: GuardedWords<Piece>
  readonly afterYear: GuardedWords<string>
  readonly samePeriod: GuardedWords<true>
  readonly connectors: GuardedWords<true>
  readonly years: readonly [number, number]
  readonly plans: ReadonlyMap<string, string>
  readonly planWords: GuardedWords<true>
  readonly notClock: GuardedWords<true>
  readonly notBeforeClock: GuardedWords<true>
  readonly notBeforePresent: GuardedWords<true>
  readonly notBeforeEdge: GuardedWords<true>
  readonly durationUnits: GuardedWords<string>
  /** Units that 个 stands before, without it: 月 of 个月, for 个多月 and 个半月. */
  readonly countedUnits: GuardedWords<string>
  readonly calendarUnits: GuardedWords<string>
  readonly durationNeeds: GuardedWords<true>
  readonly notBeforeDuration: GuardedWords<true>
  readonly ago: GuardedWords<true>
  readonly setUnits: GuardedWords<string>
  readonly fillers: GuardedWords<true>
  readonly behind: GuardedWords<DateModifier>
  readonly behindDuration: GuardedWords<DateModifier>
  readonly beforeDuration: GuardedWords<DateModifier>
  readonly exclusions: GuardedWords<true>
}

export function compileDateLexicon(rules: DateRules): DateLexicon {
  const reading = <Id extends string>(id: Id): ReadingOf<Id> | undefined =>
    rules.readings.find((rule): rule is ReadingOf<Id> => rule.id === `dates/${id}`)
  const modifiers = (place: DateModifier['place']): GuardedWord<DateModifier>[] =>
    rules.modifiers
      .filter((rule) => rule.place === place)
      .flatMap((rule) => guard(rule.words, rule, rule.unless))
  const pieces = piecesOf(rules)
  const duration = reading('duration')
  const exclusions = rules.exclusions.flatMap(({ words }) => words)
  const units = Object.entries(duration?.units ?? {})
  const timeUnits = [duration?.units, duration?.calendarUnits].flatMap((record) =>
    Object.keys(record ?? {}),
  )
  const names = new Set(rules.readings.map(({ id }) => id))
  const listed = (words: readonly string[] | undefined): GuardedWords<true> =>
    new GuardedWords(guard(words ?? [], true as const))
  const before = (words: readonly string[] | undefined): GuardedWords<true> =>
    new GuardedWords(guard(words ?? [], true as const), 'backward')
  const ago = reading('ago')
  const set = reading('set')
  return {
    has: (id) => names.has(id),
    begins: beginningsOf([...pieces.map(({ word }) => word), ...exclusions]),
    follows: marks(FOLLOWS_NUMBER, [...timeUnits, ...(reading('range')?.words ?? [])], 0),
    followsCounter: marks(
      '多余半',
      timeUnits.filter((word) => word.startsWith('个')),
      1,
    ),
    pieces: new GuardedWords(pieces),
    afterYear: toWords(reading('part-of-year')?.afterYear),
    samePeriod: listed(reading('same-period')?.words),
    connectors: listed(reading('range')?.words),
    years: reading('year')?.years ?? [0, 0],
    plans: new Map(Object.entries(reading('plan')?.plans ?? {})),
    planWords: listed(reading('plan')?.words),
    notClock: listed(reading('clock')?.unless),
    notBeforeClock: before(reading('clock')?.notAfter),
    notBeforePresent: before(reading('present')?.notAfter),
    notBeforeEdge: before(reading('edge')?.notAfter),
    durationUnits: toWords(duration?.units, duration?.unless),
    countedUnits: new GuardedWords(
      units
        .filter(([word]) => word.startsWith('个'))
        .map(([word, means]) => ({ word: word.slice(1), means })),
    ),
    calendarUnits: toWords(duration?.calendarUnits),
    durationNeeds: listed(duration?.needs),
    notBeforeDuration: before(duration?.notAfter),
    ago: new GuardedWords(guard(ago?.words ?? [], true as const, ago?.unless)),
    setUnits: toWords(set?.units),
    fillers: listed(set?.fillers),
    behind: new GuardedWords(modifiers('behind')),
    behindDuration: new GuardedWords(modifiers('behind-duration')),
    beforeDuration: new GuardedWords(modifiers('before-duration'), 'backward'),
    exclusions: listed(exclusions),
  }
}

function toWords(
  words: Readonly<Record<string, string>> | undefined,
  unless: readonly string[] = [],
): GuardedWords<string> {
  const meant = Object.entries(words ?? {}).map(([word, means]) => ({ word, means }))
  return new GuardedWords<string>([...meant, ...guard([], '', unless)])
}

/** What can follow a number in a date besides the words of the rules: marks, and words within it. */
const FOLLOWS_NUMBER = '年月日号点时世刻季半多余几来五期”"’ -/.:：'

function marks(characters: string, words: readonly string[], at: number): Uint8Array {
  const table = new Uint8Array(65536)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  for (const word of words) if (word.length > at) table[word.charCodeAt(at)] = 1
  return table
}

function beginningsOf(words: readonly string[]): Uint8Array {
  const begins = Uint8Array.from(numeralClass, (kind) => (kind === 0 ? 0 : 1))
  for (const word of words) begins[word.charCodeAt(0)] = 1
  return begins
}

function piecesOf(rules: DateRules): GuardedWord<Piece>[] {
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
      ]
    case 'dates/part-of-year':
      return toPieces(rule.words, (value) => ({ slot: 'part', value }))
    case 'dates/relative-month':
      return [
        ...references('month', rule.words, 'published'),
        ...references('month', rule.anchored, 'text'),
      ]
    case 'dates/relative-day':
      return [...days(rule.words, 'published'), ...days(rule.anchored, 'text')]
    case 'dates/week':
      return [
        ...toPieces(rule.words, (offset) => ({ slot: 'week', offset })),
        ...guard<Piece>(rule.weekdays, { slot: 'weekday' }),
      ]
    case 'dates/clock':
      return toPieces(rule.parts, (part) => ({ slot: 'day-part', part }))
    case 'dates/holiday':
      return [
        ...toPieces(rule.solar, (text) => toHoliday('solar', text)),
        ...toPieces(rule.lunar, (text) => toHoliday('lunar', text)),
        ...guard<Piece>(rule.terms, {
          slot: 'holiday',
          holiday: { calendar: 'qingming', month: 4, day: 0 },
        }),
      ]
    case 'dates/decade':
      return toPieces(rule.words, (offset) => ({ slot: 'century', offset }))
    case 'dates/edge':
      return toPieces(rule.words, (text) => ({
        slot: 'edge',
        of: text.startsWith('year') ? 'year' : 'month',
        mod: text.endsWith('END') ? 'END' : 'START',
      }))
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

function toHoliday(calendar: 'solar' | 'lunar', text: string): Piece {
  const [, month, day] = /^(\d+)-(-?\d+)$/.exec(text) ?? []
  return { slot: 'holiday', holiday: { calendar, month: Number(month), day: Number(day) } }
}
