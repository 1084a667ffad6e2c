import { type Decimal, toDecimal } from '../../core/decimal.js'
import { guard, type GuardedWord, GuardedWords } from '../../dictionary/guarded-words.js'
import { Beginnings } from './beginnings.js'
import { type DayPart, type NthUnit, TIME_UNITS, type TimeUnit } from './expression.js'
import { type Piece, piecesOf } from './pieces.js'
import type { DateModifier, DateReading } from './rule-schema.js'
import type { DateRules } from './rules.js'

type ReadingOf<Id extends string> = Extract<DateReading, { id: `dates/${Id}` }>

/** Everything that reading dates looks up, compiled once for a pipeline. */
export interface DateLexicon {
  has(id: DateReading['id']): boolean
  readonly begins: Beginnings
  /** True for code units that can follow the number of an expression: 年, 个, 多, a dash. */
  readonly follows: Uint8Array
  /** True for those that can only follow the number of a length of time. */
  readonly followsLength: Uint8Array
  /** The same as `follows` behind 个. */
  readonly followsCounter: Uint8Array
  readonly pieces: GuardedWords<Piece>
  readonly afterYear: GuardedWords<string>
  readonly samePeriod: GuardedWords<true>
  readonly connectors: GuardedWords<true>
  /** 和 and 与 make a range where 之间 follows. */
  readonly pairs: GuardedWords<true>
  readonly between: GuardedWords<true>
  readonly years: readonly [number, number]
  /** What shows a year of two digits: 21年底. */
  readonly shortYearBefore: GuardedWords<true>
  /** What shows that 2016到2018 are years. */
  readonly yearRangeAfter: GuardedWords<true>
  readonly nth: NthWords
  readonly beside: BesideWords
  /** 末 behind 周 and 上周. */
  readonly weekendBehind: GuardedWords<true>
  /** Between weekdays of one week: 下周一和周三. */
  readonly weekdayJoins: GuardedWords<true>
  readonly plans: ReadonlyMap<string, string>
  readonly planWords: GuardedWords<true>
  readonly notClock: GuardedWords<true>
  readonly notBeforeClock: GuardedWords<true>
  readonly notBeforePresent: GuardedWords<true>
  readonly notBeforeEdge: GuardedWords<true>
  readonly notBeforeDynasty: GuardedWords<true>
  readonly durationUnits: GuardedWords<UnitOfTime>
  /** Units that 个 stands before, without it: 月 of 个月, for 个多月 and 个半月. */
  readonly countedUnits: GuardedWords<UnitOfTime>
  readonly calendarUnits: GuardedWords<UnitOfTime>
  /** Units only behind an hour or before a second: 3小时20分. */
  readonly minorUnits: GuardedWords<UnitOfTime>
  /** 两夜 behind 三天. */
  readonly nights: GuardedWords<true>
  /** What may stand between the parts of one: 两年零三个月. */
  readonly durationJoins: GuardedWords<true>
  readonly durationNeeds: GuardedWords<true>
  readonly notBeforeDuration: GuardedWords<true>
  readonly ago: GuardedWords<true>
  readonly ahead: GuardedWords<true>
  readonly aheadBefore: GuardedWords<true>
  /** Right behind a date they show that it is yet to come. */
  readonly aheadSigns: GuardedWords<true>
  readonly notBeforeHoliday: GuardedWords<true>
  /** The same for words that are given names too: family names. */
  readonly notBeforeName: GuardedWords<true>
  readonly notBeforeStretch: GuardedWords<true>
  readonly behindStretch: GuardedWords<true>
  /** Halves of the day in Latin letters: pm. */
  readonly halves: GuardedWords<DayPart>
  readonly setUnits: GuardedWords<string>
  readonly fillers: GuardedWords<true>
  readonly behind: GuardedWords<WordBehind>
  readonly behindDuration: GuardedWords<DateModifier>
  readonly beforeDuration: GuardedWords<DateModifier>
  readonly exclusions: GuardedWords<true>
}

/** How many of which unit a word for a length of time is. */
export interface UnitOfTime {
  readonly count: Decimal
  readonly unit: TimeUnit
}

/** A word behind a date, with the days of the month that it means. */
export interface WordBehind {
  readonly rule: DateModifier
  readonly days: readonly [number, number] | null
}

/** What tells a day by its distance from another. */
export interface BesideWords {
  readonly before: GuardedWords<true>
  readonly after: GuardedWords<true>
  readonly ordinal: GuardedWords<true>
  readonly units: GuardedWords<true>
}

/** What counts out parts of a year or month. */
export interface NthWords {
  readonly ordinal: GuardedWords<true>
  readonly first: GuardedWords<true>
  readonly last: GuardedWords<true>
  readonly units: GuardedWords<NthUnit>
  readonly fillers: GuardedWords<true>
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
  const timeUnits = [duration?.units, duration?.calendarUnits, duration?.minorUnits].flatMap(
    (record) => Object.keys(record ?? {}),
  )
  const names = new Set(rules.readings.map(({ id }) => id))
  const listed = (words: readonly string[] | undefined): GuardedWords<true> =>
    new GuardedWords(guard(words ?? [], true as const))
  const before = (words: readonly string[] | undefined): GuardedWords<true> =>
    new GuardedWords(guard(words ?? [], true as const), 'backward')
  const [ago, ahead, set] = [reading('ago'), reading('ahead'), reading('set')]
  const setUnits = Object.keys(set?.units ?? {})
  const [range, nth, clock] = [reading('range'), reading('nth'), reading('clock')]
  const beside = reading('beside')
  const [year, stretch, holiday] = [reading('year'), reading('stretch'), reading('holiday')]
  return {
    has: (id) => names.has(id),
    begins: new Beginnings(pieces, exclusions, followersOf(setUnits)),
    follows: marks(FOLLOWS_NUMBER, [...timeUnits, ...(reading('range')?.words ?? [])], 0),
    followsLength: marks(
      '',
      timeUnits.filter((word) => !FOLLOWS_DATE.includes(word.charAt(0))),
      0,
    ),
    followsCounter: marks(
      '多余半',
      timeUnits.filter((word) => word.startsWith('个')),
      1,
    ),
    pieces: new GuardedWords(pieces),
    afterYear: toWords(reading('part-of-year')?.afterYear),
    samePeriod: listed(reading('same-period')?.words),
    connectors: listed(range?.words),
    pairs: listed(range?.pairs),
    between: new GuardedWords(guard(range?.between ?? [], true as const, range?.unless)),
    years: year?.years ?? [0, 0],
    shortYearBefore: listed(year?.shortBefore),
    yearRangeAfter: before(year?.rangeAfter),
    weekendBehind: listed(reading('week')?.weekendBehind),
    weekdayJoins: listed(reading('week')?.joins),
    nth: {
      ordinal: listed(nth?.ordinal),
      first: new GuardedWords(guard(nth?.first ?? [], true as const, nth?.unless)),
      last: listed(nth?.last),
      units: toWords<NthUnit>(nth?.units),
      fillers: listed(nth?.fillers),
    },
    plans: new Map(Object.entries(reading('plan')?.plans ?? {})),
    planWords: listed(reading('plan')?.words),
    notClock: listed(clock?.unless),
    notBeforeClock: before(clock?.notAfter),
    halves: toWords<DayPart>(clock?.halves),
    notBeforePresent: before(reading('present')?.notAfter),
    notBeforeEdge: before(reading('edge')?.notAfter),
    notBeforeDynasty: before(reading('dynasty')?.notAfter),
    beside: {
      before: listed(beside?.before),
      after: listed(beside?.after),
      ordinal: listed(beside?.ordinal),
      units: listed(beside?.units),
    },
    durationUnits: toWords(toUnits(duration?.units), duration?.unless),
    countedUnits: new GuardedWords(
      units
        .filter(([word]) => word.startsWith('个'))
        .map(([word, code]) => ({ word: word.slice(1), means: toUnit(code) })),
    ),
    calendarUnits: toWords(toUnits(duration?.calendarUnits), duration?.unless),
    minorUnits: toWords(toUnits(duration?.minorUnits)),
    nights: listed(duration?.nights),
    durationJoins: listed(duration?.joins),
    durationNeeds: listed(duration?.needs),
    notBeforeDuration: before(duration?.notAfter),
    ago: new GuardedWords(guard(ago?.words ?? [], true as const, ago?.unless)),
    ahead: new GuardedWords(guard(ahead?.words ?? [], true as const, ahead?.unless)),
    aheadBefore: listed(ahead?.before),
    aheadSigns: new GuardedWords(guard(ahead?.signs ?? [], true as const, ahead?.signsUnless)),
    notBeforeHoliday: before(holiday?.notAfter),
    notBeforeName: before([...(holiday?.familyNames ?? '')]),
    notBeforeStretch: before(stretch?.notAfter),
    behindStretch: listed(stretch?.behind),
    setUnits: toWords(set?.units),
    fillers: listed(set?.fillers),
    behind: new GuardedWords(modifiers('behind').map(toWordBehind)),
    behindDuration: new GuardedWords(modifiers('behind-duration')),
    beforeDuration: new GuardedWords(modifiers('before-duration'), 'backward'),
    exclusions: listed(exclusions),
  }
}

function toUnits(words: Readonly<Record<string, string>> = {}): Record<string, UnitOfTime> {
  return Object.fromEntries(Object.entries(words).map(([word, code]) => [word, toUnit(code)]))
}

/** `3M` is three months, `15TM` fifteen minutes. */
function toUnit(code: string): UnitOfTime {
  const digits = /^\d+/.exec(code)?.[0] ?? '1'
  const unit = TIME_UNITS.find((name) => name === code.slice(digits.length)) ?? 'D'
  return { count: toDecimal(Number(digits)), unit }
}

function toWordBehind({ word, means }: GuardedWord<DateModifier>): GuardedWord<WordBehind> {
  return { word, means: means && { rule: means, days: means.days[word] ?? null } }
}

function toWords<T = string>(
  words: Readonly<Record<string, T>> | undefined,
  unless: readonly string[] = [],
): GuardedWords<T> {
  const meant = Object.entries(words ?? {}).map(([word, means]) => ({ word, means }))
  return new GuardedWords<T>([...meant, ...unless.map((word) => ({ word, means: null }))])
}

/** What can follow a number in a date besides the words of the rules: marks, and words within it. */
const FOLLOWS_DATE = '年月日号点时世刻季'
const FOLLOWS_NUMBER = `${FOLLOWS_DATE}半多余几来五期”"’ -/.:：、apAP`

function marks(characters: string, words: readonly string[], at: number): Uint8Array {
  const table = new Uint8Array(65536)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  for (const word of words) if (word.length > at) table[word.charCodeAt(at)] = 1
  return table
}

/** What can follow words of one character besides a numeral: a blank, a weekday, a unit of a set. */
function followersOf(setUnits: readonly string[]): Partial<Record<Piece['slot'], string>> {
  const units = setUnits.map((word) => word.charAt(0)).join('')
  return { stretch: ' ', 'day-part': '，。 ', weekday: '末天日', set: units, weekly: units }
}
