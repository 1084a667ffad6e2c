import { readChineseNumeral } from '../../chinese/chinese-numeral.js'
import { readSmallInteger, type SmallInteger } from '../../chinese/integers.js'
import { isArabicAt, numeralClass } from '../../chinese/numeral-characters.js'
import { type CalendarParts, NO_PARTS, type Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { isAlone } from './surroundings.js'

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
 * Reads 2024年, 2023年度, 2019—2023年, 从2016到2018; with `republic` 113年 too. A year of two digits needs
 * a month or 底 behind it or a 0 before, else it is a length of time.
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
    const value = toYear(lexicon, text, first, { at, end, republic })
    if (value === null) return null
    return { value: { parts: ofYear(value), until: null }, end }
  }
  const connector = first.digits === 4 ? lexicon.connectors.match(text, first.end) : null
  if (connector === null) return null
  const lastAt = first.end + connector.length
  const last = readSmallInteger(text, lastAt)
  if (last === null || last.digits !== 4) return null
  const lastEnd = endOfYear(text, last.end) ?? endOfBareYear(lexicon, text, at, last.end)
  if (lastEnd === null) return null
  const from = toYear(lexicon, text, first, { at, end: lastEnd, republic: false })
  const to = toYear(lexicon, text, last, { at: lastAt, end: lastEnd, republic: false })
  if (from === null || to === null || from >= to) return null
  return { value: { parts: ofYear(from), until: ofYear(to) }, end: lastEnd }
}

function ofYear(value: number): CalendarParts {
  return { ...NO_PARTS, year: { base: 'calendar', value } }
}

/** Where 年, 年度 or 年份 behind a year ends; null for other words with 年. */
function endOfYear(text: string, at: number): number | null {
  const from = text[at] === ' ' ? at + 1 : at
  if (text.startsWith('学年', from)) return from + 2
  if (text[from] !== '年') return null
  const next = text[from + 1]
  if (next === '级' || next === '代' || next === '制') return null
  return next === '度' || next === '份' ? from + 2 : from + 1
}

/** Two years without 年 are some where 从 stands before and no word goes on behind. */
function endOfBareYear(
  lexicon: DateLexicon,
  text: string,
  start: number,
  end: number,
): number | null {
  if (lexicon.yearRangeAfter.match(text, start) === null) return null
  return /^[^\p{L}\d%.]?$/u.test(text[end] ?? '') ? end : null
}

function toYear(
  lexicon: DateLexicon,
  text: string,
  year: SmallInteger,
  { at, end, republic }: { at: number; end: number; republic: boolean },
): number | null {
  const [lowest, highest] = lexicon.years
  const dated = (): boolean => readMonth(lexicon, text, end, true) !== null
  if (year.digits === 4) return year.value > lowest && year.value <= highest ? year.value : null
  if (republic && year.value > 0 && year.value < 200) return year.value + REPUBLIC_BEFORE
  if (year.digits === 3 && year.script === 'chinese') return dated() ? year.value : null
  if (year.digits === 0 && year.value >= lowest && year.value <= highest)
    // 二千零八年 is a year, 两千年 one only before a month.
    return year.value % 1000 > 0 || dated() ? year.value : null
  if (year.digits !== 2) return null
  const zero = text[at] === '0' || text[at] === '零' || text[at] === '〇'
  if (!zero && !dated() && lexicon.shortYearBefore.match(text, end) === null) return null
  return year.value + (year.value < LAST_CENTURY_FROM ? 2000 : 1900)
}

/** Reads 3月, 3月份, 3-5月, and behind a year 前10月. */
export function readMonth(
  lexicon: DateLexicon,
  text: string,
  at: number,
  dated: boolean,
): Read<Span> | null {
  if (dated && text[at] === '前') {
    const count = readSmallInteger(text, at + 1)
    if (count === null || !isMonth(count.value) || text[count.end] !== '月') return null
    return { value: { first: 1, last: count.value }, end: count.end + 1 }
  }
  const read = readPair(lexicon, text, at, '月')
  if (read === null || !isMonth(read.value.first)) return null
  if (read.value.last !== null && !isMonth(read.value.last)) return null
  return text[read.end] === '份' ? { ...read, end: read.end + 1 } : read
}

/** Reads 26日, 11-12日; 26号 only behind a month or where it can be no door. Alone it must not be a number of days (7日内). */
export function readDay(
  lexicon: DateLexicon,
  text: string,
  at: number,
  dated: boolean,
): Read<Span> | null {
  if (!lexicon.has('dates/month-day')) return null
  const daily = readPair(lexicon, text, at, '日')
  const read = daily ?? readPair(lexicon, text, at, '号')
  if (read === null || !isDayOfMonth(read.value.first)) return null
  if (daily === null && !dated && !standsAsDay(lexicon, text, at, read.end)) return null
  if (read.value.last !== null && !isDayOfMonth(read.value.last)) return null
  if (!dated && isLength(lexicon, text, at, read.end)) return null
  return read
}

/** 12号 alone in its sentence, or before a part of the day. */
function standsAsDay(lexicon: DateLexicon, text: string, start: number, end: number): boolean {
  const word = lexicon.pieces.match(text, end)
  return (word?.means.slot === 'day-part' && word.length > 1) || isAlone(text, start, end)
}

/** 7日内, and 三日后 in Chinese numerals, which the day of a month hardly ever is. */
function isLength(lexicon: DateLexicon, text: string, at: number, end: number): boolean {
  if (lexicon.durationNeeds.match(text, end) !== null) return true
  if (isArabicAt(text, at)) return false
  return lexicon.ago.match(text, end) !== null || lexicon.ahead.match(text, end) !== null
}

function readPair(lexicon: DateLexicon, text: string, at: number, unit: string): Read<Span> | null {
  const first = readSmallInteger(text, at)
  if (first === null) return unit === '月' ? readNeighbours(text, at, unit) : null
  if (first.digits > 2 || text[at] === '两') return null
  const from = text[first.end] === ' ' ? first.end + 1 : first.end
  if (text[from] === unit) return { value: { first: first.value, last: null }, end: from + 1 }
  const connector = lexicon.connectors.match(text, first.end)
  const listed = connector === null && text[first.end] === '、' && at > 0
  if (connector === null && !listed) return null
  const last = readSmallInteger(text, first.end + (connector?.length ?? 1))
  if (last === null || last.digits > 2 || text[last.end] !== unit) return null
  if (last.value <= first.value) return null
  // 7、8月 are neighbours, but an item 1、2月5日 is numbered 1.
  if (listed && (last.value !== first.value + 1 || numeralClass[text.charCodeAt(last.end + 1)]))
    return null
  return { value: { first: first.value, last: last.value }, end: last.end + 1 }
}

/** 七八月: two digits that name neighbours. */
function readNeighbours(text: string, at: number, unit: string): Read<Span> | null {
  const low = readChineseNumeral(text, at)
  if (low === null || low.spread !== 'pair' || low.end !== at + 2) return null
  const high = readChineseNumeral(text, at, true)
  if (high === null || text[low.end] !== unit) return null
  return { value: { first: Number(low.value), last: Number(high.value) }, end: low.end + 1 }
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12
}

function isDayOfMonth(value: number): boolean {
  return value >= 1 && value <= 31
}
