import { readSmallInteger } from '../../chinese/integers.js'
import { readClock } from './read-clock.js'
import { readDay, readMonth, readWeekday, readYear } from './read-components.js'
import { readDecade, readDecadeOf } from './read-decade.js'
import { type CalendarParts, type CalendarRead, NO_PARTS, point } from './expression.js'
import type { DateLexicon, Piece } from './lexicon.js'

/**
 * Reads the date at `at`, from its coarsest part to its finest, with a second one behind a connector.
 * `republic`: years of three digits are those of 民国.
 */
export function readCalendar(
  lexicon: DateLexicon,
  text: string,
  at: number,
  republic: boolean,
): CalendarRead | null {
  const first = readPoint(lexicon, text, at, republic)
  if (first === null || first.until !== null || !lexicon.has('dates/range')) return first
  const connector = lexicon.connectors.match(text, first.end)
  if (connector === null) return first
  const second = readPoint(lexicon, text, first.end + connector.length, republic)
  if (second === null || second.until !== null || second.parts.fixed !== null) return first
  return { ...first, until: second.parts, end: second.end }
}

/** One date; `until` only where its last number is a range itself (3-5月). */
function readPoint(
  lexicon: DateLexicon,
  text: string,
  at: number,
  republic: boolean,
): CalendarRead | null {
  const piece = lexicon.pieces.match(text, at)
  if (piece !== null) return readPiece(lexicon, text, at, { ...piece.means }, at + piece.length)
  const numeric = readNumericDate(lexicon, text, at) ?? readDecade(lexicon, text, at)
  if (numeric !== null) return numeric
  const year = readYear(lexicon, text, at, republic)
  if (year !== null) {
    if (year.value.until !== null) return { ...year.value, end: year.end, rule: 'dates/year' }
    return withinYear(lexicon, text, year.value.parts, year.end, 'dates/year')
  }
  return readMonthOn(lexicon, text, at, NO_PARTS, 'dates/month-day') ?? timeOnly(lexicon, text, at)
}

function readPiece(
  lexicon: DateLexicon,
  text: string,
  at: number,
  piece: Piece,
  end: number,
): CalendarRead | null {
  switch (piece.slot) {
    case 'year': {
      const parts = { ...NO_PARTS, year: piece.reference }
      const read = withinYear(lexicon, text, parts, end, 'dates/relative-year')
      // 今 alone is no year, 今春 is one.
      return end - at === 1 && read.end === end ? null : read
    }
    case 'part':
      return point({ ...NO_PARTS, partOfYear: piece.value }, end, 'dates/part-of-year')
    case 'month': {
      const parts = { ...NO_PARTS, month: piece.reference }
      return withinMonth(lexicon, text, parts, end, 'dates/relative-month')
    }
    case 'day': {
      const parts = { ...NO_PARTS, day: piece.reference, dayPart: piece.part }
      return withinDay(lexicon, text, parts, end, 'dates/relative-day')
    }
    case 'week':
    case 'weekday': {
      const week = piece.slot === 'week' ? piece.offset : null
      const weekday = readWeekday(text, end)
      if (weekday === null && week === null) return null
      const parts = { ...NO_PARTS, week, weekday: weekday?.value ?? null }
      if (weekday === null) return point(parts, end, 'dates/week')
      return withinDay(lexicon, text, parts, weekday.end, 'dates/week')
    }
    case 'holiday':
      return point({ ...NO_PARTS, holiday: piece.holiday }, end, 'dates/holiday')
    case 'day-part':
      return timeOnly(lexicon, text, at)
    case 'republic': {
      const year = readYear(lexicon, text, end, true)
      return year === null || year.value.until !== null
        ? null
        : withinYear(lexicon, text, year.value.parts, year.end, 'dates/year')
    }
    case 'century':
      return readDecadeOf(lexicon, text, piece.offset, end)
    default:
      return null
  }
}

/** What may follow a year: a part of it, a holiday, a month. */
function withinYear(
  lexicon: DateLexicon,
  text: string,
  parts: CalendarParts,
  end: number,
  rule: string,
): CalendarRead {
  const same = lexicon.samePeriod.match(text, end)
  if (same !== null) return point(parts, end + same.length, 'dates/same-period')
  const season = lexicon.afterYear.match(text, end)
  const piece = lexicon.pieces.match(text, end)
  if (piece !== null && piece.means.slot === 'part')
    return point({ ...parts, partOfYear: piece.means.value }, end + piece.length, rule)
  if (piece !== null && piece.means.slot === 'holiday')
    return point({ ...parts, holiday: piece.means.holiday }, end + piece.length, rule)
  if (season !== null)
    return point({ ...parts, partOfYear: season.means }, end + season.length, rule)
  return readMonthOn(lexicon, text, end, parts, rule) ?? point(parts, end, rule)
}

function readMonthOn(
  lexicon: DateLexicon,
  text: string,
  at: number,
  parts: CalendarParts,
  rule: string,
): CalendarRead | null {
  if (!lexicon.has('dates/month-day')) return null
  const month = readMonth(text, at, parts.year !== null)
  if (month !== null) {
    const read = { ...parts, month: { base: 'calendar', value: month.value.first } as const }
    if (month.value.last !== null) {
      const last = { base: 'calendar', value: month.value.last } as const
      return { parts: read, until: { ...parts, month: last }, end: month.end, rule }
    }
    return withinMonth(lexicon, text, read, month.end, rule)
  }
  return parts.year === null ? withinMonth(lexicon, text, parts, at, rule) : null
}

/** A day behind a month, or alone; the month itself where none follows. */
function withinMonth(
  lexicon: DateLexicon,
  text: string,
  parts: CalendarParts,
  at: number,
  rule: string,
): CalendarRead | null {
  const day = readDay(lexicon, text, at, parts.month !== null)
  if (day === null) return parts.month === null ? null : point(parts, at, rule)
  const read = { ...parts, day: { base: 'calendar', value: day.value.first } as const }
  if (day.value.last === null) return withinDay(lexicon, text, read, day.end, rule)
  const last = { base: 'calendar', value: day.value.last } as const
  return { parts: read, until: { ...parts, day: last }, end: day.end, rule }
}

/** A part of the day and a clock time behind a day. */
function withinDay(
  lexicon: DateLexicon,
  text: string,
  parts: CalendarParts,
  at: number,
  rule: string,
): CalendarRead {
  const clock = readClock(lexicon, text, at, { part: parts.dayPart, dated: true })
  if (clock === null) return point(parts, at, rule)
  const { dayPart, first, last } = clock.value
  const read = { ...parts, dayPart: first === null ? dayPart : null, clock: first }
  const until = last === null ? null : { ...parts, dayPart: null, clock: last }
  return { parts: read, until, end: clock.end, rule }
}

function timeOnly(lexicon: DateLexicon, text: string, at: number): CalendarRead | null {
  const clock = readClock(lexicon, text, at, { part: null, dated: false })
  if (clock === null || clock.value.first === null) return null
  const { first, last } = clock.value
  const until = last === null ? null : { ...NO_PARTS, clock: last }
  return { parts: { ...NO_PARTS, clock: first }, until, end: clock.end, rule: 'dates/clock' }
}

/** 2024-02-26 with one separator throughout, and a time behind it. */
function readNumericDate(lexicon: DateLexicon, text: string, at: number): CalendarRead | null {
  const year = readSmallInteger(text, at)
  if (year === null || year.digits !== 4 || year.script !== 'arabic') return null
  const separator = text[year.end]
  if (separator === undefined || !'-/.'.includes(separator)) return null
  const month = readSmallInteger(text, year.end + 1)
  if (month === null || month.digits > 2 || text[month.end] !== separator) return null
  const day = readSmallInteger(text, month.end + 1)
  if (day === null || day.digits > 2 || day.script !== 'arabic') return null
  if (month.value < 1 || month.value > 12 || day.value < 1 || day.value > 31) return null
  if (!lexicon.has('dates/numeric') || text[day.end] === separator) return null
  const read = {
    ...NO_PARTS,
    year: { base: 'calendar', value: year.value } as const,
    month: { base: 'calendar', value: month.value } as const,
    day: { base: 'calendar', value: day.value } as const,
  }
  const gap = text[day.end] === ' ' || text[day.end] === 'T' ? 1 : 0
  const timed = withinDay(lexicon, text, read, day.end + gap, 'dates/numeric')
  return timed.end === day.end + gap ? point(read, day.end, 'dates/numeric') : timed
}
