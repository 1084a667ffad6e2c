import {
  addDays,
  type Day,
  formatDay,
  isoWeekOf,
  mondayOf,
  padTwo,
  padYear,
  toDayNumber,
  weekdayOf,
} from '../../chinese/calendar.js'
import { dogDaysOf } from '../../chinese/dog-days.js'
import { fromLunar } from '../../chinese/lunar.js'
import { solarTermOf } from '../../chinese/solar-terms.js'
import type { CalendarParts, Holiday, LunarDate } from './expression.js'
import {
  againstPublished,
  type Context,
  type Partial,
  plain,
  type Resolved,
  timeOf,
  UNKNOWN,
  withValue,
} from './resolution.js'
import { resolveMonth, resolveYear } from './resolve-parts.js'

/** 上周, 上周五, 下周末, 星期三. */
export function resolveWeek(parts: CalendarParts, { published, alone }: Context): Resolved {
  const { week, weekday, weekend } = parts
  if (published === null) {
    const rest = weekend ? '-WE' : weekday === null ? '' : `-${weekday}`
    return plain(`${UNKNOWN}-WXX${rest}${timeOf(parts)}`)
  }
  const anchor = againstPublished(published)
  const monday = addDays(mondayOf(published), (week ?? 0) * 7)
  if (weekday === null) {
    const value = weekend ? `${isoWeekOf(monday)}-WE${timeOf(parts)}` : isoWeekOf(monday)
    return { ...plain(value), year: monday.year, toldYear: true, anchor }
  }
  // A bare weekday is the last one: news looks back, but where it says 将, and a timetable ahead.
  const past = (weekdayOf(published) - weekday + 7) % 7
  const back = (parts.ahead || alone) && past > 0 ? past - 7 : past
  const date = week === null ? addDays(published, -back) : addDays(monday, weekday - 1)
  return withValue({ ...date, toldYear: true, anchor }, parts)
}

/** 上季度, 本季度. */
export function resolveQuarter(offset: number, { published }: Context): Resolved {
  if (published === null) return plain(`${UNKNOWN}-QX`)
  const count = published.year * 4 + Math.floor((published.month - 1) / 3) + offset
  const year = Math.floor(count / 4)
  const value = `${padYear(year)}-Q${count - year * 4 + 1}`
  return { ...plain(value), year, toldYear: true, anchor: againstPublished(published) }
}

/** 春节, 去年国庆节. */
export function resolveHoliday(parts: CalendarParts, holiday: Holiday, context: Context): Resolved {
  const month = monthOf(holiday)
  const told = resolveYear(parts, context)
  if (parts.year !== null && told.year === null) return plain(UNKNOWN)
  const given = { ...parts, month: { base: 'calendar', value: month } as const }
  const guessed = parts.year === null ? resolveMonth(given, told, context) : told
  if (guessed.year === null) return plain(unresolved(holiday))
  const date = dateOf(holiday, guessed.year)
  if (date === null) return plain(UNKNOWN)
  const days = daysOf(holiday, guessed.year)
  return spanning(withValue({ ...guessed, ...date }, parts), date, days)
}

/** 正月初八, 去年腊月; without a year the last one that does not lie far ahead. */
export function resolveLunar(parts: CalendarParts, lunar: LunarDate, context: Context): Resolved {
  const { published } = context
  const told = resolveYear(parts, context)
  if (told.year !== null) return ofLunar(lunar, told.year, told, parts)
  if (parts.year !== null || published === null) return plain(UNKNOWN)
  const partial = { ...told, anchor: againstPublished(published) }
  for (const year of [published.year + 1, published.year, published.year - 1]) {
    const first = fromLunar(year, lunar.month, lunar.day ?? 1, lunar.leap)
    if (first === null || toDayNumber(first) - toDayNumber(published) > LUNAR_DAYS_AHEAD) continue
    return ofLunar(lunar, year, partial, parts)
  }
  return plain(UNKNOWN)
}

/** Half a year, as for months of the solar calendar. */
const LUNAR_DAYS_AHEAD = 183

function ofLunar(
  { month, day, leap }: LunarDate,
  year: number,
  partial: Partial,
  parts: CalendarParts,
): Resolved {
  const first = fromLunar(year, month, day ?? 1, leap)
  const last = day === null ? fromLunar(year, month, -1, leap) : first
  if (first === null || last === null) return plain(UNKNOWN)
  const days = toDayNumber(last) - toDayNumber(first) + 1
  return spanning(withValue({ ...partial, ...first }, parts), first, days)
}

/** The value of some days from the first on. */
function spanning(resolved: Resolved, first: Day, days: number): Resolved {
  if (days === 1) return resolved
  return { ...resolved, value: `${formatDay(first)}/${formatDay(addDays(first, days - 1))}` }
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

function daysOf(holiday: Holiday, year: number): number {
  if (holiday.calendar !== 'dog-days') return 'days' in holiday ? holiday.days : 1
  const [first, last] = dogDaysOf(year, holiday.part)
  return toDayNumber(last) - toDayNumber(first) + 1
}

/** The month by which a holiday without year is taken for one of this year or the last. */
function monthOf(holiday: Holiday): number {
  if (holiday.calendar === 'dog-days') return 7
  return holiday.calendar === 'term' ? Math.floor(holiday.index / 2) + 1 : holiday.month
}

function unresolved(holiday: Holiday): string {
  switch (holiday.calendar) {
    case 'solar':
      return `${UNKNOWN}-${padTwo(holiday.month)}-${padTwo(holiday.day)}`
    case 'weekday':
      return `${UNKNOWN}-${padTwo(holiday.month)}-WXX-${holiday.weekday}-${holiday.nth}`
    default:
      return UNKNOWN
  }
}

function dateOf(holiday: Holiday, year: number): Day | null {
  switch (holiday.calendar) {
    case 'solar':
      return { year, month: holiday.month, day: holiday.day }
    case 'dog-days':
      return dogDaysOf(year, holiday.part)[0]
    case 'term':
      return solarTermOf(year, holiday.index)
    case 'weekday': {
      const first = { year, month: holiday.month, day: 1 }
      const ahead = (holiday.weekday - weekdayOf(first) + 7) % 7
      return addDays(first, ahead + (holiday.nth - 1) * 7)
    }
    case 'lunar': {
      // The twelfth lunar month ends in the next year: 除夕 of 2025 is that before 春节 2025.
      const lunarYear = holiday.month === 12 ? year - 1 : year
      return fromLunar(lunarYear, holiday.month, holiday.day)
    }
  }
}
