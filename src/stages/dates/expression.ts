import type { DogDays } from '../../chinese/dog-days.js'
import type { TimexMod } from '../../core/timex.js'

/** What a year, month or day is counted from. */
export type Base =
  /** Nothing: the value itself. */
  | 'calendar'
  /** The publication date. */
  | 'published'
  /** The nearest earlier date in the text. */
  | 'text'
  /** The nearest earlier date in the same sentence, else the publication date. */
  | 'sentence'
  /** The nearest earlier date in the text, else the publication date. */
  | 'near'

/** A year, month or day: itself, or how far it is from its base. */
export interface Reference {
  readonly base: Base
  readonly value: number
}

export type DayPart = 'MO' | 'MI' | 'AF' | 'EV' | 'NI'

export interface ClockTime {
  readonly hour: number
  readonly minute: number
  /** Null where seconds are not told. */
  readonly second: number | null
}

export type Holiday =
  | {
      readonly calendar: 'solar' | 'lunar'
      readonly month: number
      /** Counts from the month's end where it is negative. */
      readonly day: number
      /** How many days it takes. */
      readonly days: number
    }
  /** The hottest days of the year: all of them, or the first, middle or last of their three parts. */
  | { readonly calendar: 'dog-days'; readonly part: DogDays }
  /** One of the 24 solar terms; `index` counts from 小寒 as 0. */
  | { readonly calendar: 'term'; readonly index: number }
  /** The second Sunday of May: `nth` 2, `weekday` 7. */
  | {
      readonly calendar: 'weekday'
      readonly month: number
      readonly weekday: number
      readonly nth: number
    }

/** A day or month of the lunar calendar. */
export interface LunarDate {
  readonly month: number
  readonly leap: boolean
  /** Null for the whole month. */
  readonly day: number | null
}

export type NthUnit = 'M' | 'Q' | 'W' | 'D' | 'weekday'

/** Parts of a year or month counted out: its third week, its first two months, its last Monday. */
export interface Nth {
  readonly unit: NthUnit
  /** 1 for Monday to 7 for Sunday where the unit is a weekday, else null. */
  readonly weekday: number | null
  /** The first and the last of them, from 1; from the end of the year or month where negative. */
  readonly from: number
  readonly to: number
}

/** What is said of a point or period of the calendar; null for what is left open. */
export interface CalendarParts {
  readonly year: Reference | null
  /** `H1`, `Q3`, `SP`, or `01/09` for a run of months. */
  readonly partOfYear: string | null
  readonly month: Reference | null
  readonly day: Reference | null
  /** Quarters from that of publication. */
  readonly quarter: number | null
  /** Weeks from that of publication. */
  readonly week: number | null
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number | null
  /** The Saturday and Sunday of the week. */
  readonly weekend: boolean
  /** 将 follows: of what a weekday or month can be, it is the next. */
  readonly ahead: boolean
  readonly nth: Nth | null
  readonly holiday: Holiday | null
  readonly lunar: LunarDate | null
  /** Days before or after what the other parts name: -1 for 国庆节前一天. */
  readonly shift: number
  readonly dayPart: DayPart | null
  readonly clock: ClockTime | null
  /** A TIMEX3 value that needs no resolution: `199`, `2021/2025`. */
  readonly fixed: string | null
  /** Decades and centuries counted from the century of publication. */
  readonly century: { readonly offset: number; readonly decade: number | null } | null
}

export const NO_PARTS: CalendarParts = {
  year: null,
  partOfYear: null,
  quarter: null,
  month: null,
  day: null,
  week: null,
  weekday: null,
  weekend: false,
  ahead: false,
  nth: null,
  holiday: null,
  lunar: null,
  shift: 0,
  dayPart: null,
  clock: null,
  fixed: null,
  century: null,
}

/** The units of TIMEX3 from the coarsest on; those of the day behind a T. */
export const TIME_UNITS = ['Y', 'M', 'W', 'D', 'TH', 'TM', 'TS'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

/** So many of one unit, whole but for hours, minutes and seconds. */
export interface Step {
  readonly unit: TimeUnit
  readonly count: number
}

/** A length of time as a TIMEX3 value and, for 三年前, as what to count, the coarsest unit first. */
export interface Duration {
  readonly value: string
  /** Null where it cannot be counted: a range, or a part of a unit that is no whole number of days. */
  readonly steps: readonly Step[] | null
}

/** Earlier or later than what it is counted from. */
export type Direction = -1 | 1

export type Expression =
  | { readonly kind: 'present' }
  | {
      readonly kind: 'calendar'
      readonly parts: CalendarParts
      /** The last day, month … of a range; null for a single date. */
      readonly until: CalendarParts | null
      /** The days of the month that the beginning of a range stands for: 8月上旬至9月中旬. */
      readonly fromDays?: DaysOfMonth | null
    }
  | { readonly kind: 'duration'; readonly duration: Duration }
  /** A point so far from the publication date: 三年前. */
  | { readonly kind: 'away'; readonly steps: readonly Step[]; readonly direction: Direction }
  /** A length of time up to the publication date or on from it: 过去十年. */
  | { readonly kind: 'stretch'; readonly duration: Duration }
  /** So many whole units before or after that of publication: 上两周. */
  | { readonly kind: 'run'; readonly step: Step; readonly direction: Direction }
  | { readonly kind: 'set'; readonly value: string }

/** The first and the last day: [1, 10] for 上旬. */
export type DaysOfMonth = readonly [number, number]

/** Which end of the interval a modifier leaves open: 以来 the later, 截至 the earlier. */
export type Opening = 'from' | 'until' | 'before' | 'after' | null

/** An expression as read, in the offsets of its sentence, not yet resolved. */
export interface FoundExpression {
  readonly start: number
  readonly end: number
  readonly expression: Expression
  readonly mod: TimexMod | null
  readonly open: Opening
  /** The days of the month that 上旬 and the like stand for; null for the whole value. */
  readonly days: DaysOfMonth | null
  readonly rule: string
  readonly modifiers: readonly string[]
  /** Nothing but marks stands around it in its sentence: a line of a timetable, a heading. */
  readonly alone: boolean
}

/** What a reader took from the text, and where it stopped. */
export interface Read<T> {
  readonly value: T
  readonly end: number
}

/** A point or period of the calendar as read: one, or the two ends of a range. */
export interface CalendarRead {
  readonly parts: CalendarParts
  readonly until: CalendarParts | null
  readonly end: number
  readonly fromDays?: DaysOfMonth | null
  /** The reading that its coarsest part came from. */
  readonly rule: string
}

/** One date that is no range. */
export function point(parts: CalendarParts, end: number, rule: string): CalendarRead {
  return { parts, until: null, end, rule }
}
