import {
  addDays,
  addMonths,
  type Day,
  formatDay,
  isoWeekOf,
  mondayOf,
  padTwo,
  padYear,
  toDayNumber,
  weekdayOf,
} from '../../chinese/calendar.js'
import type { Nth } from './expression.js'
import { nameOf, type Partial, type Resolved } from './resolution.js'

/** 十月的第一周, 去年前两个月: parts counted out of the year or month that `whole` names. */
export function resolveNth(nth: Nth, whole: Partial): Resolved {
  const { year, month } = whole
  if (year === null) {
    const name = month === null ? nameOf(null) : `${nameOf(null)}-${padTwo(month)}`
    return { ...whole, value: name }
  }
  const values = [nth.from, nth.to].map((count) => valueOf(nth, count, year, month))
  const [first, last] = values
  if (first === null || first === undefined || last === null || last === undefined)
    return { ...whole, year: null, month: null, anchor: null, value: nameOf(null) }
  return { ...whole, value: first === last ? first : `${first}/${last}` }
}

/** The value of the `count`th unit, from the end where negative; null where there are fewer. */
function valueOf(nth: Nth, count: number, year: number, month: number | null): string | null {
  const start = { year, month: month ?? 1, day: 1 }
  const end = month === null ? { year: year + 1, month: 1, day: 1 } : addMonths(start, 1)
  switch (nth.unit) {
    case 'M':
    case 'Q': {
      const units = nth.unit === 'M' ? 12 : 4
      const index = count > 0 ? count : units + 1 + count
      if (month !== null || index < 1 || index > units) return null
      return `${padYear(year)}-${nth.unit === 'M' ? padTwo(index) : `Q${index}`}`
    }
    case 'D':
      return dayWithin(stepFrom(start, end, count, 1), start, end)
    case 'weekday': {
      const ahead = ((nth.weekday ?? 1) - weekdayOf(start) + 7) % 7
      const back = (weekdayOf(end) - (nth.weekday ?? 1) + 7) % 7
      const last = addDays(end, back === 0 ? -7 : -back)
      return dayWithin(stepFrom(addDays(start, ahead), addDays(last, 7), count, 7), start, end)
    }
    case 'W': {
      // A week belongs to the year or month that its Thursday is in.
      const first = firstWeek(start)
      const monday = stepFrom(first, firstWeek(end), count, 7)
      const thursday = dayWithin(addDays(monday, 3), start, end)
      return thursday === null ? null : isoWeekOf(monday)
    }
  }
}

function stepFrom(first: Day, end: Day, count: number, days: number): Day {
  return count > 0 ? addDays(first, (count - 1) * days) : addDays(end, count * days)
}

function firstWeek(start: Day): Day {
  const monday = mondayOf(start)
  return toDayNumber(addDays(monday, 3)) < toDayNumber(start) ? addDays(monday, 7) : monday
}

function dayWithin(day: Day, start: Day, end: Day): string | null {
  const number = toDayNumber(day)
  return number >= toDayNumber(start) && number < toDayNumber(end) ? formatDay(day) : null
}
