import { numeralClass } from '../../chinese/numeral-characters.js'
import { type CalendarParts, type CalendarRead, point } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { readDay, readMonth } from './read-components.js'
import { readLunar } from './read-lunar.js'
import { readNth } from './read-nth.js'
import { withinDay } from './within-day.js'

/** What may follow a year: a part of it, a holiday, a month. */
export function withinYear(
  lexicon: DateLexicon,
  text: string,
  parts: CalendarParts,
  end: number,
  rule: string,
): CalendarRead {
  const same = lexicon.samePeriod.match(text, end)
  if (same !== null) return point(parts, end + same.length, 'dates/same-period')
  const today = todayBehind(lexicon, text, end)
  if (today !== null) return point({ ...parts, ...TODAY }, today, rule)
  const season = lexicon.afterYear.match(text, end)
  const piece = lexicon.pieces.match(text, end)
  const next = end + (piece?.length ?? 0)
  switch (piece?.means.slot) {
    case 'part':
      return point({ ...parts, partOfYear: piece.means.value }, next, rule)
    case 'holiday':
      return withinDay(lexicon, text, { ...parts, holiday: piece.means.holiday }, next, rule)
    case 'month':
      // 去年本月十日, but 2024年上月 are two.
      if (piece.means.reference.value !== 0) break
      return (
        withinMonth(
          lexicon,
          text,
          { ...parts, month: piece.means.reference },
          { at: next, dated: true },
          rule,
        ) ?? point(parts, end, rule)
      )
    case 'lunar':
      return withLunar(lexicon, text, parts, next, true) ?? point(parts, end, rule)
    case 'lunar-month':
    case 'leap':
      return withLunar(lexicon, text, parts, end, false) ?? point(parts, end, rule)
    default:
  }
  if (season !== null)
    return point({ ...parts, partOfYear: season.means }, end + season.length, rule)
  const nth = readNth(lexicon, text, end)
  if (nth !== null) return point({ ...parts, nth: nth.value }, nth.end, 'dates/nth')
  // 2024年 3月: a blank may stand between.
  const from = text[end] === ' ' && numeralClass[text.charCodeAt(end + 1)] ? end + 1 : end
  return readMonthOn(lexicon, text, from, parts, rule) ?? point(parts, end, rule)
}

const TODAY = { day: { base: 'published', value: 0 } } as const

/** 的今天 and 今日 behind a year or a month; null where they do not stand. */
function todayBehind(lexicon: DateLexicon, text: string, at: number): number | null {
  const from = text[at] === '的' ? at + 1 : at
  const word = lexicon.pieces.match(text, from)
  if (word?.means.slot !== 'day') return null
  const { reference, part } = word.means
  const today = reference.base === 'published' && reference.value === 0 && part === null
  return today && lexicon.exclusions.match(text, from) === null ? from + word.length : null
}

/** A day of the lunar calendar, or a month of it. `marked`: 农历 stands before. */
export function withLunar(
  lexicon: DateLexicon,
  text: string,
  parts: CalendarParts,
  at: number,
  marked: boolean,
): CalendarRead | null {
  const lunar = readLunar(lexicon, text, at, marked)
  if (lunar === null) return null
  const read = { ...parts, lunar: lunar.value }
  return lunar.value.day === null
    ? point(read, lunar.end, 'dates/lunar')
    : withinDay(lexicon, text, read, lunar.end, 'dates/lunar')
}

/** A month with its day, or a day alone, at `at`. */
export function readMonthOn(
  lexicon: DateLexicon,
  text: string,
  at: number,
  parts: CalendarParts,
  rule: string,
): CalendarRead | null {
  if (!lexicon.has('dates/month-day')) return null
  const month = readMonth(lexicon, text, at, parts.year !== null)
  if (month !== null) {
    const lunar = text[month.end] === '初' ? withLunar(lexicon, text, parts, at, false) : null
    if (lunar !== null) return lunar
    const read = { ...parts, month: { base: 'calendar', value: month.value.first } as const }
    if (month.value.last !== null) {
      const last = { base: 'calendar', value: month.value.last } as const
      return { parts: read, until: { ...parts, month: last }, end: month.end, rule }
    }
    return withinMonth(lexicon, text, read, { at: month.end, dated: true }, rule)
  }
  return parts.year === null ? withinMonth(lexicon, text, parts, { at, dated: false }, rule) : null
}

/** A day behind a month, or alone; the month itself where none follows. */
export function withinMonth(
  lexicon: DateLexicon,
  text: string,
  parts: CalendarParts,
  { at, dated }: { at: number; dated: boolean },
  rule: string,
): CalendarRead | null {
  const day = readDay(lexicon, text, at, dated)
  if (day === null) {
    if (parts.month === null) return null
    const today = parts.month.base === 'calendar' ? null : todayBehind(lexicon, text, at)
    if (today !== null) return point({ ...parts, ...TODAY }, today, rule)
    const nth = readNth(lexicon, text, at)
    return nth === null
      ? point(parts, at, rule)
      : point({ ...parts, nth: nth.value }, nth.end, 'dates/nth')
  }
  const read = { ...parts, day: { base: 'calendar', value: day.value.first } as const }
  if (day.value.last === null) return withinDay(lexicon, text, read, day.end, rule)
  const last = { base: 'calendar', value: day.value.last } as const
  return { parts: read, until: { ...parts, day: last }, end: day.end, rule }
}
