import {
  addDays,
  addMonths,
  type Day,
  formatDay,
  isDay,
  mondayOf,
  padTwo,
  padYear,
} from '../../chinese/calendar.js'
import type { DaysOfMonth, Opening } from './expression.js'

/** Half-open; to the day, or to the second where a clock time is given. */
export interface Interval {
  readonly start: string | null
  readonly end: string | null
}

const WHOLE: DaysWithin = { first: null, last: null }
const OPEN: Interval = { start: null, end: null }

/** Of the months that a value names, the days that are meant; null for the whole month. */
export interface DaysWithin {
  readonly first: DaysOfMonth | null
  readonly last: DaysOfMonth | null
}

/**
 * The interval of a TIMEX3 value, with the end that a modifier leaves open; both null where unresolved.
 * `days`: of its first and last month it is only these (上旬 is 1 to 10).
 */
export function intervalOf(value: string, open: Opening, days: DaysWithin = WHOLE): Interval {
  const slash = value.indexOf('/')
  const last = slash < 0 ? null : value.slice(slash + 1)
  const from = daysOf(wholeOf(slash < 0 ? value : value.slice(0, slash)), days.first)
  const to = last === null ? from : daysOf(wholeOf(last), days.last)
  if (from === null || to === null) return OPEN
  // A range of times, and 截至 with a time, ends when that time comes, one of days with its last day.
  if (from.start >= to.end) return OPEN
  const timed = (last ?? (open === 'until' ? value : '')).includes(':')
  const end = timed ? to.start : to.end
  switch (open) {
    case 'from':
      return { start: from.start, end: null }
    case 'until':
      return { start: null, end }
    case 'before':
      return { start: null, end: from.start }
    case 'after':
      return { start: end, end: null }
    case null:
      return { start: from.start, end }
  }
}

/** Those days of a whole month; the month where it is no month, and up to its end where it is shorter. */
function daysOf(whole: Whole | null, days: DaysOfMonth | null): Whole | null {
  if (whole === null || days === null || !/-01$/.test(whole.start)) return whole
  const [from, to] = days
  const first = `${whole.start.slice(0, -2)}${padTwo(from)}`
  const end = `${whole.start.slice(0, -2)}${padTwo(to + 1)}`
  return { start: first, end: to >= 28 ? whole.end : end }
}

interface Whole {
  readonly start: string
  readonly end: string
}

function wholeOf(value: string): Whole | null {
  const time = value.indexOf('T')
  if (time >= 0 && !value.includes('W')) {
    const day = toDay(value.slice(0, time))
    return day === null ? null : (clockOf(day, value.slice(time + 1)) ?? days(day, addDays(day, 1)))
  }
  if (value.length <= 4) return ofYears(value)
  const day = toDay(value)
  if (day !== null) return days(day, addDays(day, 1))
  return ofMonths(value) ?? ofWeek(value)
}

function toDay(text: string): Day | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const day = Number(text.slice(8))
  return !Number.isNaN(year) && isDay(year, month, day) ? { year, month, day } : null
}

/** An hour, a minute or a second. */
function clockOf(day: Day, text: string): Whole | null {
  const found = /^(\d\d)(?::(\d\d))?(?::(\d\d))?$/.exec(text)
  if (found === null) return null
  const [, hour, minute, second] = found
  const seconds = Number(hour) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0)
  const length = minute === undefined ? 3600 : second === undefined ? 60 : 1
  return { start: at(day, seconds), end: at(day, seconds + length) }
}

function at(day: Day, seconds: number): string {
  const date = addDays(day, Math.floor(seconds / 86_400))
  const rest = seconds % 86_400
  const [hour, minute, second] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60]
  return `${formatDay(date)}T${padTwo(hour)}:${padTwo(minute)}:${padTwo(second)}`
}

/** A century, a decade or a year. */
function ofYears(value: string): Whole | null {
  if (value.length < 2 || !/^\d+$/.test(value)) return null
  const length = 10 ** (4 - value.length)
  const year = Number(value) * length
  return { start: `${padYear(year)}-01-01`, end: `${padYear(year + length)}-01-01` }
}

/** The first month and the number of months of halves, quarters and seasons. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  H1: [1, 6],
  H2: [7, 6],
  Q1: [1, 3],
  Q2: [4, 3],
  Q3: [7, 3],
  Q4: [10, 3],
  SP: [3, 3],
  SU: [6, 3],
  FA: [9, 3],
  WI: [12, 3],
}

function ofMonths(value: string): Whole | null {
  const found = /^(\d{4})-(\d\d|[A-Z][A-Z0-9])$/.exec(value)
  if (found === null) return null
  const [, year, name] = found
  const [month, count] = PARTS[name ?? ''] ?? [Number(name), 1]
  if (!(month >= 1 && month <= 12)) return null
  const first = { year: Number(year), month, day: 1 }
  return days(first, addMonths(first, count))
}

function ofWeek(value: string): Whole | null {
  const found = /^(\d{4})-W(\d\d)(-WE)?$/.exec(value)
  if (found === null) return null
  const first = mondayOf({ year: Number(found[1]), month: 1, day: 4 })
  const monday = addDays(first, (Number(found[2]) - 1) * 7)
  return days(addDays(monday, found[3] === undefined ? 0 : 5), addDays(monday, 7))
}

function days(start: Day, end: Day): Whole {
  return { start: formatDay(start), end: formatDay(end) }
}
