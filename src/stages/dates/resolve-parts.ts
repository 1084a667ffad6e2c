import { addDays, addMonths, type Day, isDay, toDayNumber } from '../../chinese/calendar.js'
import type { CalendarParts, Reference } from './expression.js'
import {
  againstEarlier,
  againstPublished,
  type Context,
  type Partial,
  type Resolved,
  withValue,
} from './resolution.js'

/** A month without year is of the year before once it would lie further ahead than this. */
const MONTHS_AHEAD = 6
/** A day without month is of the month before once it would lie further ahead than this. */
const DAYS_AHEAD = 15

/** The year told, or for a part of a year the one that goes without saying. */
export function resolveYear({ year, partOfYear }: CalendarParts, context: Context): Partial {
  const { published, earlier } = context
  if (year === null) {
    if (partOfYear === null) return NOTHING
    if (earlier !== null && earlier.toldYear && earlier.paragraph === context.paragraph)
      return ofYear(earlier.year, false, againstEarlier(earlier))
    return published === null ? NOTHING : ofYear(published.year, false, againstPublished(published))
  }
  if (year.base === 'calendar') return ofYear(year.value, true, null)
  const inSentence = earlier !== null && earlier.sentence === context.sentence
  // 当年 far from any year that was told means the old days.
  const told = earlier?.toldYear === true || earlier?.paragraph === context.paragraph
  const near = year.base === 'near' || (year.base === 'text' && told)
  if (earlier !== null && (near || (year.base === 'sentence' && inSentence)))
    return ofYear(earlier.year + year.value, true, againstEarlier(earlier))
  if (published === null || year.base === 'text') return NOTHING
  return ofYear(published.year + year.value, true, againstPublished(published))
}

const NOTHING: Partial = { year: null, month: null, day: null, toldYear: false, anchor: null }

function ofYear(year: number, toldYear: boolean, anchor: Partial['anchor']): Partial {
  return { year, month: null, day: null, toldYear, anchor }
}

/** The month told in the year that goes with it; for a day alone the month it is of. */
export function resolveMonth(parts: CalendarParts, year: Partial, context: Context): Partial {
  const { published, earlier, earlierMonth } = context
  const reference = parts.month
  const near = earlier !== null && earlier.paragraph === context.paragraph ? earlier : null
  if (reference === null) {
    // A day alone: of the month spoken of, or of that of publication.
    if (earlierMonth !== null && earlierMonth.paragraph === context.paragraph) {
      const { year: spokenOf, month } = earlierMonth
      return { ...year, year: spokenOf, month, anchor: againstEarlier(earlierMonth) }
    }
    if (published === null) return year
    const { year: current, month } = published
    return { ...year, year: current, month, anchor: againstPublished(published) }
  }
  if (reference.base !== 'calendar') return relativeMonth(reference, year, context)
  const month = reference.value
  if (year.year !== null) return { ...year, month }
  if (parts.ahead && published !== null) {
    const next = published.year + (month < published.month ? 1 : 0)
    return { ...year, year: next, month, anchor: againstPublished(published) }
  }
  if (near !== null && near.toldYear && (near.month === null || month >= near.month)) {
    const inferred = { ...year, year: near.year, month, anchor: againstEarlier(near) }
    if (published === null || !isAhead(near.year, month, published)) return inferred
  }
  if (published === null) return { ...year, month }
  const ahead = !context.alone && month - published.month > MONTHS_AHEAD
  return {
    ...year,
    year: published.year - (ahead ? 1 : 0),
    month,
    anchor: againstPublished(published),
  }
}

/** A day without month: of the month before where it would lie too far ahead, or does not exist. */
export function resolveDay(day: number, month: Partial, published: Day | null): Partial {
  if (month.year === null || month.month === null) return { ...month, day }
  const first = { year: month.year, month: month.month, day: 1 }
  const exists = isDay(first.year, first.month, day)
  const fits =
    exists &&
    (published === null || toDayNumber({ ...first, day }) - toDayNumber(published) <= DAYS_AHEAD)
  if (fits) return { ...month, day }
  const before = addMonths(first, -1)
  return isDay(before.year, before.month, day)
    ? { ...month, year: before.year, month: before.month, day }
    : { ...month, day }
}

/** 昨天, 当晚, 次日. */
export function resolveRelativeDay(
  parts: CalendarParts,
  reference: Reference,
  context: Context,
): Resolved {
  const { published, earlier, earlierDay } = context
  if (reference.base === 'published' && published !== null) {
    if (parts.year !== null || parts.month !== null) return resolveSameDay(parts, context)
    const date = addDays(published, reference.value)
    return withValue({ ...date, toldYear: true, anchor: againstPublished(published) }, parts)
  }
  if (reference.base === 'text' && earlierDay !== null) {
    const { year, month, day } = earlierDay
    const date = addDays({ year, month: month ?? 1, day: day ?? 1 }, reference.value)
    return withValue({ ...date, toldYear: true, anchor: againstEarlier(earlierDay) }, parts)
  }
  if (reference.base === 'text' && earlier !== null) {
    const { year, month } = earlier
    const anchor = againstEarlier(earlier)
    return withValue({ year, month, day: null, toldYear: true, anchor }, parts, true)
  }
  return withValue(
    { year: null, month: null, day: null, toldYear: false, anchor: null },
    parts,
    true,
  )
}

/** 去年的今天, 下个月的今天: the day of publication in another year or month. */
function resolveSameDay(parts: CalendarParts, context: Context): Resolved {
  const { published } = context
  const year = resolveYear(parts, context)
  const month =
    parts.month === null
      ? { ...year, month: published?.month ?? null }
      : resolveMonth(parts, year, context)
  return withValue({ ...month, day: published?.day ?? null }, parts)
}

function isAhead(year: number, month: number, published: Day): boolean {
  return (year - published.year) * 12 + month - published.month > MONTHS_AHEAD
}

function relativeMonth(reference: Reference, year: Partial, context: Context): Partial {
  const { published, earlierMonth } = context
  const anchored = reference.base === 'text' ? earlierMonth : null
  if (anchored !== null && anchored.month !== null) {
    const base = { year: anchored.year, month: anchored.month, day: 1 }
    const moved = addMonths(base, reference.value)
    const anchor = againstEarlier(anchored)
    return { ...year, year: moved.year, month: moved.month, toldYear: true, anchor }
  }
  if (reference.base === 'text' || published === null)
    return { ...year, month: null, toldYear: false }
  // 去年本月: this month, but of the year told.
  if (year.year !== null) return { ...year, month: published.month }
  const moved = addMonths(published, reference.value)
  const anchor = againstPublished(published)
  return { ...year, year: moved.year, month: moved.month, toldYear: true, anchor }
}
