import { readSmallInteger, type SmallInteger } from '../../chinese/integers.js'
import { type CalendarParts, NO_PARTS, type Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'

/** The first year of 民国 is 1912. */
const REPUBLIC_BEFORE = 1911
/** Years of two digits from here on are of the last century. */
const LAST_CENTURY_FROM = 50

/** A number, or the two of a range that share one unit: 3-5月. */
interface Span {
  readonly first: number
  readonly last: number | null
}

/**
 * Reads 2024年, 2023年度, 2019—2023年; with `republic` 113年 too. A year of two digits needs a month
 * behind it, else it is a length of time.
 */
export function readYear(
  lexicon: DateLexicon,
  text: string,
  at: number,
  republic: boolean,
): Read<{ parts: CalendarParts; until: CalendarParts | null }> | null {
  const first = readSmallInteger(text, at)
  if (first === null || !lexicon.has('dates/year')) return null
  const end = endOfYear(text, first.end)
  if (end !== null) {
    const value = toYear(lexicon, text, first, { end, republic })
    if (value === null) return null
    return { value: { parts: ofYear(value), until: null }, end }
  }
  const connector = first.digits === 4 ? lexicon.connectors.match(text, first.end) : null
  if (connector === null) return null
  const last = readSmallInteger(text, first.end + connector.length)
  const lastEnd = last === null ? null : endOfYear(text, last.end)
  if (last === null || lastEnd === null || last.digits !== 4) return null
  const [from, to] = [first, last].map((year) =>
    toYear(lexicon, text, year, { end: lastEnd, republic: false }),
  )
  if (from === null || from === undefined || to === null || to === undefined || from >= to)
    return null
  return { value: { parts: ofYear(from), until: ofYear(to) }, end: lastEnd }
}

function ofYear(value: number): CalendarParts {
  return { ...NO_PARTS, year: { base: 'calendar', value } }
}

/** Where 年, 年度 or 年份 behind a year ends; null for other words with 年. */
function endOfYear(text: string, at: number): number | null {
  const from = text[at] === ' ' ? at + 1 : at
  if (text[from] !== '年') return null
  const next = text[from + 1]
  if (next === '级' || next === '代' || next === '制') return null
  return next === '度' || next === '份' ? from + 2 : from + 1
}

function toYear(
  lexicon: DateLexicon,
  text: string,
  year: SmallInteger,
  { end, republic }: { end: number; republic: boolean },
): number | null {
  const [lowest, highest] = lexicon.years
  if (year.digits === 4) return year.value > lowest && year.value <= highest ? year.value : null
  if (republic && year.value > 0 && year.value < 200) return year.value + REPUBLIC_BEFORE
  if (year.digits !== 2 || readMonth(text, end, true) === null) return null
  return year.value + (year.value < LAST_CENTURY_FROM ? 2000 : 1900)
}

/** Reads 3月, 3月份, 3-5月, and behind a year 前10个月. */
export function readMonth(text: string, at: number, dated: boolean): Read<Span> | null {
  if (dated && text[at] === '前') {
    const count = readSmallInteger(text, at + 1)
    if (count === null || !isMonth(count.value)) return null
    const end = text.startsWith('个月', count.end)
      ? count.end + 2
      : text[count.end] === '月'
        ? count.end + 1
        : null
    return end === null ? null : { value: { first: 1, last: count.value }, end }
  }
  const read = readPair(text, at, '月')
  if (read === null || !isMonth(read.value.first)) return null
  if (read.value.last !== null && !isMonth(read.value.last)) return null
  return text[read.end] === '份' ? { ...read, end: read.end + 1 } : read
}

/** Reads 26日, 11-12日; 26号 only behind a month. Alone it must not be a number of days (7日内). */
export function readDay(
  lexicon: DateLexicon,
  text: string,
  at: number,
  dated: boolean,
): Read<Span> | null {
  if (!lexicon.has('dates/month-day')) return null
  const read = readPair(text, at, '日') ?? (dated ? readPair(text, at, '号') : null)
  if (read === null || !isDayOfMonth(read.value.first)) return null
  if (read.value.last !== null && !isDayOfMonth(read.value.last)) return null
  if (!dated && lexicon.durationNeeds.match(text, read.end) !== null) return null
  return read
}

/** The name of a weekday behind 周 or 星期; 1 for Monday. */
export function readWeekday(text: string, at: number): Read<number> | null {
  const name = text[at]
  if (name === undefined) return null
  if (name === '天') return { value: 7, end: at + 1 }
  const index = WEEKDAYS.indexOf(name)
  return index < 0 ? null : { value: index + 1, end: at + 1 }
}

const WEEKDAYS = '一二三四五六日'

function readPair(text: string, at: number, unit: string): Read<Span> | null {
  const first = readSmallInteger(text, at)
  if (first === null || first.digits > 2) return null
  const from = text[first.end] === ' ' ? first.end + 1 : first.end
  if (text[from] === unit) return { value: { first: first.value, last: null }, end: from + 1 }
  if (!'-至到—–~～－'.includes(text[first.end] ?? ' ')) return null
  const last = readSmallInteger(text, first.end + 1)
  if (last === null || last.digits > 2 || text[last.end] !== unit) return null
  if (last.value <= first.value) return null
  return { value: { first: first.value, last: last.value }, end: last.end + 1 }
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12
}

function isDayOfMonth(value: number): boolean {
  return value >= 1 && value <= 31
}
