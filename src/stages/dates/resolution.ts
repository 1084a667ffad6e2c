import { type Day, formatDay, isDay, padTwo, padYear } from '../../chinese/calendar.js'
import type { TimexAnchor } from '../../core/timex.js'
import type { CalendarParts, ClockTime } from './expression.js'

/** A date in the text before, against which others resolve. */
export interface EarlierDate {
  /** Its index among the document's date mentions. */
  readonly index: number
  readonly value: string
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  /** Whether the text told the year, so that months behind it belong to that year. */
  readonly toldYear: boolean
  readonly sentence: number
  readonly paragraph: number
}

/** What an expression is resolved against. */
export interface Context {
  readonly published: Day | null
  /** The second of that day at which it was published; null if unknown. */
  readonly clock: number | null
  /** The nearest date before whose year is known; those whose month, whose day is known too. */
  readonly earlier: EarlierDate | null
  readonly earlierMonth: EarlierDate | null
  readonly earlierDay: EarlierDate | null
  readonly sentence: number
  readonly paragraph: number
  /** Nothing stands around the expression that could tell whether it looks back. */
  readonly alone: boolean
}

/** A TIMEX3 value with what it was resolved to and against. */
export interface Resolved {
  readonly value: string
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  readonly toldYear: boolean
  readonly anchor: TimexAnchor | null
}

/** What stands in a value for a year that is not known. */
export const UNKNOWN = 'XXXX'

/** What is known before the value is spelled. */
export type Partial = Omit<Resolved, 'value'>

/** A value that needed nothing to resolve against, or found nothing. */
export function plain(value: string): Resolved {
  return { value, year: null, month: null, day: null, toldYear: false, anchor: null }
}

/** The year as values spell it. */
export function nameOf(year: number | null): string {
  return year === null ? UNKNOWN : padYear(year)
}

export function againstPublished(published: Day): TimexAnchor {
  return { value: formatDay(published), mention: null }
}

export function againstEarlier({ value, index }: EarlierDate): TimexAnchor {
  return { value, mention: index }
}

/** Spells what is known; an impossible day makes the value unresolved, never another day. */
export function withValue(partial: Partial, parts: CalendarParts, dayUnknown = false): Resolved {
  const { month, day } = partial
  const possible =
    partial.year === null || month === null || day === null || isDay(partial.year, month, day)
  const year = possible ? partial.year : null
  let value = nameOf(year)
  if (month !== null || day !== null || dayUnknown)
    value += `-${month === null ? 'XX' : padTwo(month)}`
  if (day !== null || dayUnknown) value += `-${day === null ? 'XX' : padTwo(day)}`
  const anchor = possible ? partial.anchor : null
  return { value: value + timeOf(parts), year, month, day, toldYear: partial.toldYear, anchor }
}

/** `T14:00`, `TEV`, or nothing. */
export function timeOf({ clock, dayPart }: Pick<CalendarParts, 'clock' | 'dayPart'>): string {
  if (clock !== null) return `T${formatClock(clock)}`
  return dayPart === null ? '' : `T${dayPart}`
}

function formatClock({ hour, minute, second }: ClockTime): string {
  return [hour, minute, ...(second === null ? [] : [second])].map(padTwo).join(':')
}
