import {
  addDays,
  addMonths,
  type Day,
  formatDay,
  isoWeekOf,
  mondayOf,
  padTwo,
  padYear,
  weekdayOf,
} from '../../chinese/calendar.js'
import { fromLunar, qingmingOf } from '../../chinese/lunar.js'
import type { CalendarParts, Holiday } from './expression.js'
import {
  againstPublished,
  type Context,
  plain,
  type Resolved,
  timeOf,
  UNKNOWN,
  withValue,
} from './resolution.js'
import { resolveMonth, resolveYear } from './resolve-parts.js'

/** 上周, 上周五, 星期三. */
export function resolveWeek(parts: CalendarParts, { published }: Context): Resolved {
  if (published === null)
    return plain(
      `${UNKNOWN}-WXX${parts.weekday === null ? '' : `-${parts.weekday}`}${timeOf(parts)}`,
    )
  const anchor = againstPublished(published)
  const monday = addDays(mondayOf(published), (parts.week ?? 0) * 7)
  if (parts.weekday === null)
    return { ...plain(isoWeekOf(monday)), year: monday.year, toldYear: true, anchor }
  // A bare weekday is the last one: news looks back.
  const back = (weekdayOf(published) - parts.weekday + 7) % 7
  const date = parts.week === null ? addDays(published, -back) : addDays(monday, parts.weekday - 1)
  return withValue({ ...date, toldYear: true, anchor }, parts)
}

/** 春节, 去年国庆节. */
export function resolveHoliday(parts: CalendarParts, holiday: Holiday, context: Context): Resolved {
  const month = { ...parts, month: { base: 'calendar', value: holiday.month } as const }
  const told = resolveYear(parts, context)
  if (parts.year !== null && told.year === null) return plain(UNKNOWN)
  const guessed = parts.year === null ? resolveMonth(month, told, context) : told
  if (guessed.year === null) {
    const solar = holiday.calendar === 'solar'
    return plain(solar ? `${UNKNOWN}-${padTwo(holiday.month)}-${padTwo(holiday.day)}` : UNKNOWN)
  }
  const date = dateOf(holiday, guessed.year)
  if (date === null) return plain(UNKNOWN)
  return withValue({ ...guessed, ...date }, parts)
}

/** 上世纪90年代. */
export function resolveCentury(
  { offset, decade }: NonNullable<CalendarParts['century']>,
  { published }: Context,
): Resolved {
  if (published === null) return plain(`XX${decade === null ? '' : decade}`)
  const century = String(Math.floor(published.year / 100) + offset).padStart(2, '0')
  const value = decade === null ? century : `${century}${decade}`
  return { ...plain(value), anchor: againstPublished(published) }
}

/** The value of so many years, months, weeks or days before publication. */
export function resolveAgo(count: number, unit: string, { published }: Context): Resolved {
  if (published === null || count > 9000) return plain(unit === 'Y' ? UNKNOWN : `${UNKNOWN}-XX`)
  const anchor = { value: formatDay(published), mention: null }
  const told = { toldYear: true, anchor, month: null, day: null }
  switch (unit) {
    case 'Y': {
      const year = published.year - count
      return { ...told, value: padYear(year), year }
    }
    case 'M': {
      const { year, month } = addMonths(published, -count)
      return { ...told, value: `${padYear(year)}-${padTwo(month)}`, year, month }
    }
    default: {
      const date = addDays(published, -count * (unit === 'W' ? 7 : 1))
      const value = unit === 'W' ? isoWeekOf(date) : formatDay(date)
      return { ...told, ...date, value }
    }
  }
}

function dateOf(holiday: Holiday, year: number): Day | null {
  switch (holiday.calendar) {
    case 'solar':
      return { year, month: holiday.month, day: holiday.day }
    case 'qingming':
      return qingmingOf(year)
    case 'lunar': {
      // The twelfth lunar month ends in the next year: 除夕 of 2025 is that before 春节 2025.
      const lunarYear = holiday.month === 12 ? year - 1 : year
      return fromLunar(lunarYear, holiday.month, holiday.day)
    }
  }
}
