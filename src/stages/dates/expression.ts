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

export interface Holiday {
  readonly calendar: 'solar' | 'lunar' | 'qingming'
  readonly month: number
  /** Counts from the month's end where it is negative. */
  readonly day: number
}

/** What is said of a point or period of the calendar; null for what is left open. */
export interface CalendarParts {
  readonly year: Reference | null
  /** `H1`, `Q3`, `SP`, or `Q1/Q3` for a run of them. */
  readonly partOfYear: string | null
  readonly month: Reference | null
  readonly day: Reference | null
  /** Weeks from that of publication. */
  readonly week: number | null
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number | null
  readonly holiday: Holiday | null
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
  month: null,
  day: null,
  week: null,
  weekday: null,
  holiday: null,
  dayPart: null,
  clock: null,
  fixed: null,
  century: null,
}

/** A length of time as a TIMEX3 value and, for 三年前, as one count of one unit. */
export interface Duration {
  readonly value: string
  readonly count: number | null
  readonly unit: string
}

export type Expression =
  | { readonly kind: 'present' }
  | {
      readonly kind: 'calendar'
      readonly parts: CalendarParts
      /** The last day, month … of a range; null for a single date. */
      readonly until: CalendarParts | null
    }
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'ago'; readonly duration: Duration }
  | { readonly kind: 'set'; readonly value: string }

/** Which end of the interval a modifier leaves open: 以来 the later, 截至 the earlier. */
export type Opening = 'from' | 'until' | 'before' | 'after' | null

/** An expression as read, in the offsets of its sentence, not yet resolved. */
export interface FoundExpression {
  readonly start: number
  readonly end: number
  readonly expression: Expression
  readonly mod: TimexMod | null
  readonly open: Opening
  readonly rule: string
  readonly modifiers: readonly string[]
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
  /** The reading that its coarsest part came from. */
  readonly rule: string
}

/** One date that is no range. */
export function point(parts: CalendarParts, end: number, rule: string): CalendarRead {
  return { parts, until: null, end, rule }
}
