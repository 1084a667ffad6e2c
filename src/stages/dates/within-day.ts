import { isArabicAt } from '../../chinese/numeral-characters.js'
import { type CalendarParts, type CalendarRead, NO_PARTS, point, type Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { readClock } from './read-clock.js'
import { readNamedWeekday } from './read-weekday.js'

/** A part of the day and a clock time behind a day. */
export function withinDay(
  lexicon: DateLexicon,
  text: string,
  parts: CalendarParts,
  at: number,
  rule: string,
): CalendarRead {
  const weekday = parts.day === null ? null : readWeekdayBehind(lexicon, text, at)
  const end = weekday?.end ?? at
  // 6月14日 10:30 is one.
  const from = parts.day !== null && text[end] === ' ' && isArabicAt(text, end + 1) ? end + 1 : end
  const clock = readClock(lexicon, text, from, { part: parts.dayPart, dated: true })
  if (clock === null) return point(parts, end, rule)
  const { dayPart, first, last } = clock.value
  const read = { ...parts, dayPart: first === null ? dayPart : null, clock: first }
  const until = last === null ? null : { ...parts, dayPart: null, clock: last }
  return { parts: read, until, end: clock.end, rule }
}

/** A clock time without a day, or a part of the day that is all of its clause. */
export function timeOnly(lexicon: DateLexicon, text: string, at: number): CalendarRead | null {
  const clock = readClock(lexicon, text, at, { part: null, dated: false })
  if (clock === null) return null
  const { first, last } = clock.value
  const until = last === null ? null : { ...NO_PARTS, clock: last }
  const dayPart = first === null ? clock.value.dayPart : null
  const parts = { ...NO_PARTS, clock: first, dayPart }
  return { parts, until, end: clock.end, rule: 'dates/clock' }
}

/** What may stand between a day and its weekday, and what closes it. */
export function joinAt(text: string, at: number): { end: number; close: string } | null {
  const mark = text[at]
  if (mark === '（') return { end: at + 1, close: '）' }
  if (mark === '(') return { end: at + 1, close: ')' }
  if (mark !== '，' && mark !== ',' && mark !== ' ') return null
  return { end: text[at + 1] === ' ' ? at + 2 : at + 1, close: '' }
}

/** The weekday behind a mark and a day or week, with its bracket: 10月12号，星期一 and 8月5日（周一）. */
export function readWeekdayBehind(
  lexicon: DateLexicon,
  text: string,
  at: number,
): Read<number> | null {
  const mark = joinAt(text, at)
  if (mark === null) return null
  const weekday = readNamedWeekday(lexicon, text, mark.end)
  if (weekday === null) return null
  if (mark.close !== '')
    return text[weekday.end] === mark.close ? { ...weekday, end: weekday.end + 1 } : null
  // 10月12日，星期一的课: only a weekday that closes its clause, or has a time behind it, goes with the day.
  const closed = /^[\p{P}\s]?$/u.test(text[weekday.end] ?? '')
  const timed = (): boolean =>
    readClock(lexicon, text, weekday.end, { part: null, dated: true }) !== null
  return closed || timed() ? weekday : null
}
