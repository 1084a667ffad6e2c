import { padTwo } from '../../chinese/calendar.js'
import { numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import type { CalendarParts, DayPart, Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { readClock } from './read-clock.js'
import { readDay, readMonth } from './read-components.js'
import { readNth } from './read-nth.js'
import { readDuration } from './read-duration.js'
import { readDayOfWeek, readNamedWeekday, readWeekday } from './read-weekday.js'
import { timeOf, UNKNOWN } from './resolution.js'

/**
 * Reads what comes again and again, from behind 每 on: 年, 周有4天, 3年, 周三, 年10月, 月15日, 天上午8点. The
 * value is the period, or what recurs in it.
 */
export function readSet(lexicon: DateLexicon, text: string, at: number): Read<string> | null {
  if (beginsNumber(text, at)) {
    const span = readDuration(lexicon, text, at)
    return span === null || span.value.inexact ? null : { value: span.value.value, end: span.end }
  }
  const unit = lexicon.setUnits.match(text, at)
  if (unit === null) return null
  const end = at + unit.length
  const filler = lexicon.fillers.match(text, end)
  const within = readWithin(lexicon, text, end, unit.means)
  if (within !== null) return within
  const span = readDuration(lexicon, text, end + (filler?.length ?? 0))
  if (span !== null && !span.value.inexact) return { value: span.value.value, end: span.end }
  return { value: toPeriod(unit.means), end }
}

/** 三, 末 or 的星期三 behind 每周 or 逢周, with a clock time behind it; 一至五. */
export function readSetWeekday(
  lexicon: DateLexicon,
  text: string,
  at: number,
): Read<string> | null {
  const weekday = readDayOfWeek(lexicon, text, at)
  if (weekday === null) return null
  if (weekday.value === 'weekend') return withTime(lexicon, text, weekday.end, `${UNKNOWN}-WXX-WE`)
  return endSetWeekday(lexicon, text, { value: weekday.value, end: weekday.end })
}

/** The weekday that comes every week, with the last of a range or a clock time behind it. */
export function endSetWeekday(
  lexicon: DateLexicon,
  text: string,
  weekday: Read<number>,
): Read<string> {
  const value = `${UNKNOWN}-WXX-${weekday.value}`
  const last = readLastWeekday(lexicon, text, weekday.end)
  if (last !== null && last.value > weekday.value)
    return { value: `${value}/${UNKNOWN}-WXX-${last.value}`, end: last.end }
  return withTime(lexicon, text, weekday.end, value)
}

function readLastWeekday(lexicon: DateLexicon, text: string, at: number): Read<number> | null {
  const connector = lexicon.connectors.match(text, at)
  if (connector === null) return null
  const last = at + connector.length
  return readNamedWeekday(lexicon, text, last) ?? readWeekday(text, last)
}

function beginsNumber(text: string, at: number): boolean {
  const kind = numeralClass[text.charCodeAt(at)]
  return kind !== undefined && kind !== NumeralClass.none
}

/** What recurs within the period: a weekday of the week, a day of the month, a month of the year. */
function readWithin(
  lexicon: DateLexicon,
  text: string,
  at: number,
  period: string,
): Read<string> | null {
  switch (period) {
    case '1W':
      return readSetWeekday(lexicon, text, at)
    case '1M': {
      const day = readDay(lexicon, text, at, true)
      if (day === null) return readSetNth(lexicon, text, at)
      if (day.value.last !== null) return null
      return withTime(lexicon, text, day.end, `${UNKNOWN}-XX-${padTwo(day.value.first)}`)
    }
    case '1Y':
      return readSetMonth(lexicon, text, at) ?? readSetHoliday(lexicon, text, at)
    case '1D': {
      // 每晚8点: the unit itself names a part of the day.
      const named = lexicon.pieces.match(text, at - 1)
      const part = named?.means.slot === 'day-part' ? named.means.part : null
      const timed = withTime(lexicon, text, at, `${UNKNOWN}-XX-XX`, part)
      return timed.end === at ? null : timed
    }
    default:
      return null
  }
}

/** 每月第一个周三, 每月最后一个周五: the weekday, and which of them. */
function readSetNth(lexicon: DateLexicon, text: string, at: number): Read<string> | null {
  const nth = readNth(lexicon, text, at)
  if (nth === null || nth.value.weekday === null) return null
  const { weekday, from } = nth.value
  return withTime(lexicon, text, nth.end, `${UNKNOWN}-XX-WXX-${weekday}-${from}`)
}

function readSetMonth(lexicon: DateLexicon, text: string, at: number): Read<string> | null {
  const month = readMonth(lexicon, text, at, false)
  if (month === null || month.value.last !== null) return null
  const value = `${UNKNOWN}-${padTwo(month.value.first)}`
  const day = readDay(lexicon, text, month.end, true)
  if (day === null || day.value.last !== null) return { value, end: month.end }
  return withTime(lexicon, text, day.end, `${value}-${padTwo(day.value.first)}`)
}

/** 每年国庆节; a day of the lunar calendar has no value but that it comes once a year. */
function readSetHoliday(lexicon: DateLexicon, text: string, at: number): Read<string> | null {
  const word = lexicon.pieces.match(text, at)
  if (word?.means.slot !== 'holiday') return null
  const { holiday } = word.means
  const end = at + word.length
  if (holiday.calendar !== 'solar') return { value: 'P1Y', end }
  return { value: `${UNKNOWN}-${padTwo(holiday.month)}-${padTwo(holiday.day)}`, end }
}

/** The value with the time behind it, or the two of a range. */
function withTime(
  lexicon: DateLexicon,
  text: string,
  at: number,
  value: string,
  part: DayPart | null = null,
): Read<string> {
  const clock = readClock(lexicon, text, at, { part, dated: true })
  if (clock === null) return { value, end: at }
  const { first, last, dayPart } = clock.value
  const named = (time: Pick<CalendarParts, 'clock' | 'dayPart'>): string =>
    `${value}${timeOf(time)}`
  const from = named({ clock: first, dayPart })
  const to = last === null ? '' : `/${named({ clock: last, dayPart: null })}`
  return { value: `${from}${to}`, end: clock.end }
}

/** `1TH` is PT1H, `3M` is P3M. */
function toPeriod(code: string): string {
  const [, digits, unit] = /^(\d+)(.+)$/.exec(code) ?? []
  return unit?.startsWith('T') ? `PT${digits}${unit.slice(1)}` : `P${digits}${unit}`
}
