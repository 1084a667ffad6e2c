/** A day of the proleptic Gregorian calendar; `month` and `day` count from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** False for a month or day that the calendar does not have. `isDay(2023, 2, 29) // false` */
export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The number of days of a month; `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Days since 1970-01-01; negative before. (Hinnant, days_from_civil) */
export function toDayNumber({ year, month, day }: Day): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** The day that is `number` days after 1970-01-01. (Hinnant, civil_from_days) */
export function fromDayNumber(number: number): Day {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

export function addDays(day: Day, count: number): Day {
  return fromDayNumber(toDayNumber(day) + count)
}

/** The first day of the month `count` months after the one of `day`. */
export function addMonths(day: Day, count: number): Day {
  const months = day.year * 12 + day.month - 1 + count
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1, day: 1 }
}

/** The same day `count` months on, or the last of that month where it has no such day. */
export function shiftMonths(day: Day, count: number): Day {
  const { year, month } = addMonths(day, count)
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) }
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((toDayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The Monday of the ISO 8601 week that holds `day`. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** The ISO 8601 week that holds `day`. `isoWeekOf({ year: 2024, month: 2, day: 26 }) // '2024-W09'` */
export function isoWeekOf(day: Day): string {
  const thursday = addDays(mondayOf(day), 3)
  const first = toDayNumber({ year: thursday.year, month: 1, day: 1 })
  const week = Math.floor((toDayNumber(thursday) - first) / 7) + 1
  return `${padYear(thursday.year)}-W${padTwo(week)}`
}

/** `formatDay({ year: 2024, month: 2, day: 6 }) // '2024-02-06'` */
export function formatDay({ year, month, day }: Day): string {
  return `${padYear(year)}-${padTwo(month)}-${padTwo(day)}`
}

/** Reads the day an ISO date or date-time begins with; null if it is none. */
export function parseDay(text: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text)
  if (found === null) return null
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
  return isDay(day.year, day.month, day.day) ? day : null
}

export function padTwo(number: number): string {
  return number < 10 ? `0${number}` : `${number}`
}

export function padYear(year: number): string {
  return String(year).padStart(4, '0')
}
