import { isDay } from '../../chinese/calendar.js'
import { readSmallInteger, type SmallInteger } from '../../chinese/integers.js'
import { isArabicAt } from '../../chinese/numeral-characters.js'
import { type CalendarParts, type CalendarRead, NO_PARTS, point, type Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { withinDay } from './within-day.js'

/** What may stand between the parts of a date; the same one throughout. */
const SEPARATORS = '-/. '

/** Reads a date in figures, with a time behind it. */
export function readNumeric(lexicon: DateLexicon, text: string, at: number): CalendarRead | null {
  const read = readNumericDate(lexicon, text, at)
  if (read === null) return null
  const gap = text[read.end] === ' ' || text[read.end] === 'T' ? 1 : 0
  const timed = withinDay(lexicon, text, read.value, read.end + gap, 'dates/numeric')
  return timed.end === read.end + gap ? point(read.value, read.end, 'dates/numeric') : timed
}

/** Reads 2024-02-26, 2024/2/26, 2024 02 26, 26.2.2024, 20240226 and 2024-02. */
function readNumericDate(
  lexicon: DateLexicon,
  text: string,
  at: number,
): Read<CalendarParts> | null {
  if (!lexicon.has('dates/numeric') || !isArabicAt(text, at)) return null
  const first = readSmallInteger(text, at)
  if (first === null) return readDigits(text, at)
  const separator = text[first.end]
  if (separator === undefined || !SEPARATORS.includes(separator)) return null
  const second = readArabic(text, first.end + 1)
  if (second === null) return null
  const third = text[second.end] === separator ? readArabic(text, second.end + 1) : null
  if (third === null)
    return readYearAndMonth(lexicon, text, at, { year: first, month: second, separator })
  if (text[third.end] === separator && isArabicAt(text, third.end + 1)) return null
  if (first.digits === 4) return ofParts(first, second, third, separator)
  return third.digits === 4 && separator === '.' ? ofParts(third, second, first, separator) : null
}

/** 2/28 behind 2024/2/26-: the second date of a range without its year. */
export function readMonthAndDay(text: string, at: number): Read<CalendarParts> | null {
  const month = readArabic(text, at)
  if (month === null || month.digits > 2 || !/[/.]/.test(text[month.end] ?? ' ')) return null
  const day = readArabic(text, month.end + 1)
  if (day === null || day.digits > 2 || /[/.]/.test(text[day.end] ?? ' ')) return null
  if (month.value < 1 || month.value > 12 || day.value < 1 || day.value > 31) return null
  return { value: parts(null, month.value, day.value), end: day.end }
}

function ofParts(
  year: SmallInteger,
  month: SmallInteger,
  day: SmallInteger,
  separator: string,
): Read<CalendarParts> | null {
  // 2010 1 29 may be three numbers, 2010 01 29 hardly.
  if (separator === ' ' && (month.digits < 2 || day.digits < 2)) return null
  if (month.digits > 2 || day.digits > 2) return null
  if (month.value < 1 || month.value > 12 || day.value < 1 || day.value > 31) return null
  return { value: parts(year.value, month.value, day.value), end: Math.max(year.end, day.end) }
}

/** 2024-02 and 2024.02, where nothing behind makes them an amount or part of a code. */
function readYearAndMonth(
  lexicon: DateLexicon,
  text: string,
  at: number,
  { year, month, separator }: { year: SmallInteger; month: SmallInteger; separator: string },
): Read<CalendarParts> | null {
  if (separator === ' ' || year.digits !== 4 || month.digits !== 2) return null
  if (year.value < 1900 || year.value > 2100 || month.value < 1 || month.value > 12) return null
  if (/[\d\-:：/]/.test(text[at - 1] ?? '')) return null
  const closed = /^[^\p{L}\d%.\-/]?$/u.test(text[month.end] ?? '')
  if (!closed && lexicon.connectors.match(text, month.end) === null) return null
  return { value: parts(year.value, month.value, null), end: month.end }
}

/** 20240226, with nothing around it that makes it a part of something longer. */
function readDigits(text: string, at: number): Read<CalendarParts> | null {
  const digits = text.slice(at, at + 8)
  if (!/^(?:19|20)\d{6}$/.test(digits) || /[\p{L}\d.\-/%]/u.test(text[at + 8] ?? '')) return null
  if (at > 0 && !/[\s，,。；;（(：:《“]/.test(text[at - 1]!)) return null
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number)
  if (!isDay(year!, month!, day!)) return null
  return { value: parts(year!, month!, day!), end: at + 8 }
}

function readArabic(text: string, at: number): SmallInteger | null {
  return isArabicAt(text, at) ? readSmallInteger(text, at) : null
}

function parts(year: number | null, month: number, day: number | null): CalendarParts {
  const told = (value: number | null): CalendarParts['year'] =>
    value === null ? null : { base: 'calendar', value }
  return { ...NO_PARTS, year: told(year), month: told(month), day: told(day) }
}
