import { addDays, type Day, formatDay, parseDay, weekdayOf } from '../../chinese/calendar.js'
import type { Timex, TimexType } from '../../core/timex.js'
import type { CalendarParts, FoundExpression } from './expression.js'
import { intervalOf } from './interval.js'
import {
  againstPublished,
  type Context,
  type EarlierDate,
  plain,
  type Resolved,
  timeOf,
  UNKNOWN,
  withValue,
} from './resolution.js'
import { resolveCalendar } from './resolve.js'
import { resolveAway, resolveRun } from './resolve-away.js'

/** Resolves the expressions of one document in text order, each against those before it. */
export class Timeline {
  private earlier: EarlierDate | null = null
  private earlierMonth: EarlierDate | null = null
  private earlierDay: EarlierDate | null = null
  private count = 0

  private readonly published: Day | null
  private readonly clock: number | null

  /** `published`: the day or moment of publication as ISO 8601 has it, empty where it is not known. */
  constructor(published: string) {
    this.published = parseDay(published)
    const [, hour, minute, second = 0] = /T(\d\d):(\d\d)(?::(\d\d))?/.exec(published) ?? []
    const known = this.published !== null && hour !== undefined
    this.clock = known ? Number(hour) * 3600 + Number(minute) * 60 + Number(second) : null
  }

  /** The TIMEX3 of the next expression; `sentence` and `paragraph` count from 0. */
  resolve(found: FoundExpression, sentence: number, paragraph: number): Timex {
    const context: Context = {
      published: this.published,
      clock: this.clock,
      earlier: this.earlier,
      earlierMonth: this.earlierMonth,
      earlierDay: this.earlierDay,
      sentence,
      paragraph,
      alone: found.alone,
    }
    const index = this.count++
    const { expression, mod } = found
    switch (expression.kind) {
      case 'present':
        return { type: 'DATE', value: 'PRESENT_REF', mod, start: null, end: null, anchor: null }
      case 'stretch':
      case 'duration': {
        const { value } = expression.duration
        return { type: 'DURATION', value, mod, start: null, end: null, anchor: null }
      }
      case 'set':
        return { type: 'SET', value: expression.value, mod, start: null, end: null, anchor: null }
      case 'away': {
        const resolved = resolveAway(expression.steps, expression.direction, context)
        const type = resolved.value.includes('T') ? 'TIME' : 'DATE'
        return this.toTimex(found, resolved, type, resolved.value)
      }
      case 'run': {
        const resolved = resolveRun(expression.step, expression.direction, context)
        const type = resolved.value.includes('T') ? 'TIME' : 'DATE'
        return this.toTimex(found, resolved, type, resolved.value)
      }
      case 'calendar': {
        const { until } = expression
        const parts = withDayOf(expression.parts, until)
        const first = resolveCalendar(parts, context)
        this.remember(first, index, context)
        // 11月至次年3月, 5日至次日: the end counts from the beginning.
        const within =
          until !== null && isAnchored(until) ? this.contextBehind(first, context) : context
        const last = until === null ? null : resolveUntil(parts, until, first, within)
        const value = last === null ? first.value : `${first.value}/${last.value}`
        const timed = parts.clock !== null || parts.dayPart !== null
        if (timed && found.alone && value.startsWith('T')) return this.today(found, value)
        const type = timed ? 'TIME' : 'DATE'
        if (until === null) return this.toTimex(found, first, type, value)
        // 3月初至5月底: what is said of its end is not said of the whole.
        const { days, open } = found
        const fromDays = expression.fromDays ?? null
        const interval = intervalOf(value, open, { first: fromDays, last: days })
        return { type, value, mod: open === null ? null : mod, ...interval, anchor: first.anchor }
      }
    }
  }

  /** The context of what counts from `first`, which was remembered if its year is known. */
  private contextBehind(first: Resolved, context: Context): Context {
    const known = first.year !== null
    return {
      ...context,
      earlier: known ? this.earlier : null,
      earlierMonth: known ? this.earlierMonth : null,
      earlierDay: known ? this.earlierDay : null,
    }
  }

  /** A time that is all of its line is of the day of publication; its value still names no day. */
  private today(found: FoundExpression, value: string): Timex {
    const timex = { type: 'TIME', value, mod: found.mod } as const
    if (this.published === null) return { ...timex, start: null, end: null, anchor: null }
    const day = formatDay(this.published)
    const times = value.split('/').map((time) => `${day}${time}`)
    const anchor = againstPublished(this.published)
    return { ...timex, ...intervalOf(times.join('/'), found.open), anchor }
  }

  private toTimex(
    { mod, open, days }: FoundExpression,
    { anchor }: Resolved,
    type: TimexType,
    value: string,
  ): Timex {
    return { type, value, mod, ...intervalOf(value, open, { first: days, last: days }), anchor }
  }

  private remember(resolved: Resolved, index: number, context: Context): void {
    const { year, month, day, toldYear, value } = resolved
    if (year === null) {
      // 次日 behind a day of an unknown year is not the day after one told before it.
      if (month !== null) this.earlier = this.earlierMonth = this.earlierDay = null
      return
    }
    const { sentence, paragraph } = context
    const inherits = this.earlier?.paragraph === paragraph && this.earlier.year === year
    const told = toldYear || (inherits && (this.earlier?.toldYear ?? false))
    const date = { index, value, year, month, day, toldYear: told, sentence, paragraph }
    this.earlier = date
    if (month !== null) this.earlierMonth = date
    if (month !== null && day !== null) this.earlierDay = date
  }
}

/** 2:00-明天4:00 begins on the day of publication. */
function withDayOf(parts: CalendarParts, until: CalendarParts | null): CalendarParts {
  const bare = parts.clock !== null && parts.day === null && parts.month === null
  if (until === null || until.day?.base !== 'published' || !bare || isNamed(parts)) return parts
  return { ...parts, day: { base: 'published', value: 0 } }
}

function isNamed({ holiday, weekday, week, lunar }: CalendarParts): boolean {
  return holiday !== null || weekday !== null || week !== null || lunar !== null
}

function isAnchored({ year, month, day }: CalendarParts): boolean {
  return year?.base === 'text' || month?.base === 'text' || day?.base === 'text'
}

/** The end of a range: what it leaves out is that of its beginning. */
function resolveUntil(
  parts: CalendarParts,
  until: CalendarParts,
  first: Resolved,
  context: Context,
): Resolved {
  const inherited: CalendarParts = {
    ...until,
    year: until.year ?? (first.year === null ? null : { base: 'calendar', value: first.year }),
  }
  // 今明两天: counted from publication like the beginning.
  if (until.day?.base === 'published') return resolveCalendar(until, context)
  const sameDay = until.day === null || until.day === parts.day
  if (until.clock !== null && sameDay && parts.day !== null && first.day !== null) {
    const day = {
      ...inherited,
      year: calendar(first.year),
      month: calendar(first.month),
      day: calendar(first.day),
    }
    const last = resolveCalendar(day, context)
    return last.value < first.value ? dayAfter(last, until) : last
  }
  // 21:30—次日6:30 without a day: only the times are known.
  if (until.day?.base === 'text' && until.clock !== null && first.day === null)
    return plain(timeOf(until))
  if (until.weekday !== null && until.week === null && first.day !== null)
    return weekdayFrom(until, until.weekday, first)
  if (isNamed(until) || (until.clock !== null && until.day === null))
    return resolveCalendar(until, context)
  const month = until.month ?? (until.day === null ? null : calendar(first.month))
  const wraps =
    until.year === null &&
    month !== null &&
    month.base === 'calendar' &&
    first.month !== null &&
    month.value < first.month
  const year =
    wraps && first.year !== null
      ? ({ base: 'calendar', value: first.year + 1 } as const)
      : inherited.year
  return resolveCalendar({ ...inherited, year, month }, context)
}

/** 晚上10点至凌晨3点 ends on the next day. */
function dayAfter(last: Resolved, until: CalendarParts): Resolved {
  const { year, month, day } = last
  if (year === null || month === null || day === null) return last
  return withValue({ ...last, ...addDays({ year, month, day }, 1) }, until)
}

/** 周一至周五: the first Friday from that Monday on. */
function weekdayFrom(until: CalendarParts, weekday: number, first: Resolved): Resolved {
  const { year, month, day } = first
  if (year === null || month === null || day === null) return plain(UNKNOWN)
  const start = { year, month, day }
  const date = addDays(start, (weekday - weekdayOf(start) + 7) % 7)
  return withValue({ ...first, ...date }, until)
}

function calendar(value: number | null): CalendarParts['month'] {
  return value === null ? null : { base: 'calendar', value }
}
