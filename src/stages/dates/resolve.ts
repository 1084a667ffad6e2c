import { addDays, padYear, parseDay } from '../../chinese/calendar.js'
import { type CalendarParts, NO_PARTS } from './expression.js'
import {
  type Context,
  nameOf,
  plain,
  type Resolved,
  timeOf,
  UNKNOWN,
  withValue,
} from './resolution.js'
import {
  resolveCentury,
  resolveHoliday,
  resolveLunar,
  resolveQuarter,
  resolveWeek,
} from './resolve-named.js'
import { resolveNth } from './resolve-nth.js'
import { resolveDay, resolveMonth, resolveRelativeDay, resolveYear } from './resolve-parts.js'

/** Resolves what is said of the calendar; what cannot be resolved stays `XXXX`. */
export function resolveCalendar(parts: CalendarParts, context: Context): Resolved {
  return parts.shift === 0 ? resolveParts(parts, context) : resolveShifted(parts, context)
}

/** 国庆节前一天 counts from the first of its days, 国庆假期后一天 from the last. */
function resolveShifted(parts: CalendarParts, context: Context): Resolved {
  const whole = resolveParts({ ...parts, shift: 0 }, context)
  const ends = whole.value.split('/')
  const day = parseDay((parts.shift < 0 ? ends[0] : ends[ends.length - 1]) ?? '')
  return day === null
    ? plain(UNKNOWN)
    : withValue({ ...whole, ...addDays(day, parts.shift) }, NO_PARTS)
}

function resolveParts(parts: CalendarParts, context: Context): Resolved {
  const { published } = context
  if (parts.fixed !== null) return plain(parts.fixed)
  if (parts.century !== null) return resolveCentury(parts.century, context)
  const { week, weekday, weekend, holiday, lunar, nth } = parts
  if (week !== null || weekday !== null || weekend) return resolveWeek(parts, context)
  if (holiday !== null) return resolveHoliday(parts, holiday, context)
  if (lunar !== null) return resolveLunar(parts, lunar, context)
  const bare = parts.year === null && parts.month === null && parts.day === null
  if (bare && (parts.clock !== null || parts.dayPart !== null)) return plain(timeOf(parts))
  if (parts.day !== null && parts.day.base !== 'calendar')
    return resolveRelativeDay(parts, parts.day, context)
  if (parts.quarter !== null) return resolveQuarter(parts.quarter, context)
  const year = resolveYear(parts, context)
  if (parts.partOfYear !== null) {
    const [first, last] = parts.partOfYear.split('/')
    const name = year.year === null ? UNKNOWN : padYear(year.year)
    const value = last === undefined ? `${name}-${first}` : `${name}-${first}/${name}-${last}`
    return {
      value,
      year: year.year,
      month: null,
      day: null,
      toldYear: year.toldYear,
      anchor: year.anchor,
    }
  }
  if (nth !== null) {
    const month = parts.month === null ? year : resolveMonth(parts, year, context)
    return resolveNth(nth, month)
  }
  if (parts.month === null && parts.day === null) {
    // 比去年 only compares: a year told in numbers governs the months behind it, 去年 does not.
    const toldYear = parts.year?.base === 'calendar'
    const { year: known, anchor } = year
    return { value: nameOf(known), year: known, month: null, day: null, toldYear, anchor }
  }
  const month = resolveMonth(parts, year, context)
  if (parts.day === null) return withValue(month, parts)
  const day = parts.day.value
  if (parts.month === null) return withValue(resolveDay(day, month, published), parts)
  return withValue({ ...month, day }, parts)
}
