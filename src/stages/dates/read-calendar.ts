import { readSmallInteger } from '../../chinese/integers.js'
import { numeralClass } from '../../chinese/numeral-characters.js'
import { readBeside } from './read-beside.js'
import { readYear } from './read-components.js'
import { readEraYear } from './read-era.js'
import { readNewYear } from './read-lunar.js'
import { readMonthAndDay, readNumeric } from './read-numeric.js'
import { readDecade, readDecadeOf } from './read-decade.js'
import { type CalendarParts, type CalendarRead, NO_PARTS, point } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import type { Piece } from './pieces.js'
import { readDayOfWeek, readWeekday } from './read-weekday.js'
import { joinAt, readWeekdayBehind, timeOnly, withinDay } from './within-day.js'
import { readMonthOn, withinMonth, withinYear, withLunar } from './within-year.js'

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
  const read = readPoint(lexicon, text, at, republic)
  if (read === null || read.until !== null) return read
  const first = readBeside(lexicon, text, read)
  if (!lexicon.has('dates/range')) return first
  // 2019年12月底至2020年3月: the range is of the whole months.
  const edge = lexicon.behind.match(text, first.end)
  const from = edge !== null && edge.means.rule.open === null ? first.end + edge.length : first.end
  const connector = lexicon.connectors.match(text, from)
  const pair = connector === null ? lexicon.pairs.match(text, from) : null
  if (connector === null && pair === null) return first
  const next = from + (connector ?? pair ?? NOTHING).length
  const second = readPoint(lexicon, text, next, republic) ?? readShort(lexicon, text, next, first)
  if (second === null || second.until !== null || second.parts.fixed !== null) return first
  const fromDays = from === first.end ? null : (edge?.means.days ?? null)
  if (pair === null) return { ...first, until: second.parts, end: second.end, fromDays }
  const between = lexicon.between.match(text, second.end)
  if (between === null || isBefore(second.parts.year, first.parts.year)) return first
  return { ...first, until: second.parts, end: second.end + between.length }
}

const NOTHING = { length: 0 }

function isBefore(year: CalendarParts['year'], other: CalendarParts['year']): boolean {
  return year?.base === 'calendar' && other?.base === 'calendar' && year.value < other.value
}

/** 2/28 behind 2024/2/26-, 十五号 behind 十二月九号到. */
function readShort(
  lexicon: DateLexicon,
  text: string,
  at: number,
  first: CalendarRead,
): CalendarRead | null {
  if (first.rule !== 'dates/numeric') {
    if (first.parts.day === null) return null
    return withinMonth(lexicon, text, NO_PARTS, { at, dated: true }, first.rule)
  }
  const short = readMonthAndDay(text, at)
  return short && point(short.value, short.end, 'dates/numeric')
}

/** One date; `until` only where its last number is a range itself (3-5月). */
function readPoint(
  lexicon: DateLexicon,
  text: string,
  at: number,
  republic: boolean,
): CalendarRead | null {
  const piece = lexicon.pieces.match(text, at)
  if (piece !== null) return readPiece(lexicon, text, at, piece.means, at + piece.length)
  const number = readSmallInteger(text, at)
  if (number === null) {
    const decades = readDecade(lexicon, text, at)
    if (decades !== null) return decades
  }
  if (number === null || NUMERIC_MARKS.includes(text[number.end] ?? '!')) {
    const numeric = readNumeric(lexicon, text, at)
    if (numeric !== null) return numeric
  } else if (text[number.end] === '世' || text[number.end + 1] === '代') {
    const decade = readDecade(lexicon, text, at)
    if (decade !== null) return decade
  }
  const year = readYear(lexicon, text, at, republic)
  if (year !== null) {
    if (year.value.until !== null) return { ...year.value, end: year.end, rule: 'dates/year' }
    return withinYear(lexicon, text, year.value.parts, year.end, 'dates/year')
  }
  return readMonthOn(lexicon, text, at, NO_PARTS, 'dates/month-day') ?? timeOnly(lexicon, text, at)
}

const NUMERIC_MARKS = '-/. '

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
    case 'bracketed':
      return readBracketed(lexicon, text, piece, end)
    case 'quarter':
      return point({ ...NO_PARTS, quarter: piece.offset }, end, 'dates/part-of-year')
    case 'pair': {
      const [from, to] = [piece.from, piece.to].map((value): CalendarParts => ({
        ...NO_PARTS,
        [piece.of]: { base: 'published', value },
      }))
      const rule = `dates/relative-${piece.of}`
      return from === undefined || to === undefined ? null : { parts: from, until: to, end, rule }
    }
    case 'month': {
      const parts = { ...NO_PARTS, month: piece.reference }
      return withinMonth(lexicon, text, parts, { at: end, dated: true }, 'dates/relative-month')
    }
    case 'day': {
      const parts = { ...NO_PARTS, day: piece.reference, dayPart: piece.part }
      const told = piece.part === null ? readDateBehind(lexicon, text, end, false) : null
      // 昨天（9日） is yesterday, 今天（10月1日） of a reprint the day that it names.
      if (told !== null && told.parts.month !== null) return told
      if (told !== null) return { ...told, parts: { ...told.parts, day: piece.reference } }
      return withinDay(lexicon, text, parts, end, 'dates/relative-day')
    }
    case 'week':
      return readWeek(lexicon, text, piece.offset, end)
    case 'weekday':
      return readBareWeekday(lexicon, text, end)
    case 'weekend':
      return withinDay(lexicon, text, { ...NO_PARTS, week: 0, weekend: true }, end, 'dates/week')
    case 'holiday': {
      // Given names have two characters: 李国庆, 李立春.
      const named = end - at === 2 ? lexicon.notBeforeName : null
      if ((lexicon.notBeforeHoliday.match(text, at) ?? named?.match(text, at)) != null) return null
      const parts = { ...NO_PARTS, holiday: piece.holiday }
      return withinDay(lexicon, text, parts, end, 'dates/holiday')
    }
    case 'lunar': {
      const year = readYear(lexicon, text, end, false)
      const parts = year === null || year.value.until !== null ? NO_PARTS : year.value.parts
      return withLunar(lexicon, text, parts, parts.year === null ? end : (year?.end ?? end), true)
    }
    case 'lunar-month':
    case 'leap':
      return withLunar(lexicon, text, NO_PARTS, at, false)
    case 'new-year': {
      const day = readNewYear(text, end)
      if (day === null) return null
      return withinDay(lexicon, text, { ...NO_PARTS, lunar: day.value }, day.end, 'dates/lunar')
    }
    case 'day-part':
      return timeOnly(lexicon, text, at)
    case 'republic': {
      const year = readYear(lexicon, text, end, true)
      return year === null || year.value.until !== null
        ? null
        : withinYear(lexicon, text, year.value.parts, year.end, 'dates/year')
    }
    case 'era':
    case 'before-christ':
    case 'christian': {
      const year = readEraYear(text, end, piece)
      return year && withinYear(lexicon, text, year.value, year.end, 'dates/era')
    }
    case 'century':
      return readDecadeOf(lexicon, text, piece.offset, end)
    default:
      return null
  }
}

function readWeek(lexicon: DateLexicon, text: string, week: number, end: number): CalendarRead {
  const read = readDayOfWeek(lexicon, text, end) ?? readWeekdayBehind(lexicon, text, end)
  const parts = { ...NO_PARTS, week }
  if (read === null) return point(parts, end, 'dates/week')
  const { value } = read
  const day = value === 'weekend' ? { ...parts, weekend: true } : { ...parts, weekday: value }
  return withinDay(lexicon, text, day, read.end, 'dates/week')
}

function readBareWeekday(lexicon: DateLexicon, text: string, at: number): CalendarRead | null {
  const weekday = readWeekday(text, at)
  if (weekday === null) return null
  const parts = { ...NO_PARTS, weekday: weekday.value }
  const joined = readDateBehind(lexicon, text, weekday.end, true)
  return joined ?? withinDay(lexicon, text, parts, weekday.end, 'dates/week')
}

/**
 * 周日，二月十号, 周日（2月10日） and 昨天（9日）晚 are one date, to which the first word adds nothing.
 * `loose`: a comma may stand between, not only brackets around it.
 */
function readDateBehind(
  lexicon: DateLexicon,
  text: string,
  at: number,
  loose: boolean,
): CalendarRead | null {
  const mark = joinAt(text, at)
  if (mark === null || !numeralClass[text.charCodeAt(mark.end)]) return null
  if (mark.close === '' && !loose) return null
  const date = readPoint(lexicon, text, mark.end, false)
  if (date === null || date.until !== null || date.parts.day === null) return null
  if (mark.close === '') return date.parts.month === null ? null : date
  if (text[date.end] !== mark.close || date.parts.clock !== null) return null
  return withinDay(lexicon, text, date.parts, date.end + 1, date.rule)
}

/** 昨（17）日, 今(113)年, 本(12)月: the word decides, the number says it again. */
function readBracketed(
  lexicon: DateLexicon,
  text: string,
  { of, offset }: Extract<Piece, { slot: 'bracketed' }>,
  at: number,
): CalendarRead | null {
  const number = readSmallInteger(text, at)
  if (number === null || !/^[)）]$/.test(text[number.end] ?? '')) return null
  if (text[number.end + 1] !== { year: '年', month: '月', day: '日' }[of]) return null
  const end = number.end + 2
  const parts = { ...NO_PARTS, [of]: { base: 'published', value: offset } }
  switch (of) {
    case 'year':
      return withinYear(lexicon, text, parts, end, 'dates/relative-year')
    case 'month':
      return withinMonth(lexicon, text, parts, { at: end, dated: true }, 'dates/relative-month')
    case 'day':
      return withinDay(lexicon, text, parts, end, 'dates/relative-day')
  }
}
