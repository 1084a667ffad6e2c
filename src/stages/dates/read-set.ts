import { readNumeral } from '../../chinese/numerals.js'
import type { Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { readMonth, readWeekday } from './read-components.js'
import { readClock } from './read-clock.js'
import { readDuration } from './read-duration.js'
import { padTwo } from '../../chinese/calendar.js'

/**
 * Reads what comes again and again, from behind 每 on: 年, 周有4天, 3年, 周三, 年10月. The value is the
 * period, or what recurs in it.
 */
export function readSet(lexicon: DateLexicon, text: string, at: number): Read<string> | null {
  const numeral = readNumeral(text, at)
  if (numeral !== null) {
    const span = readDuration(lexicon, text, at)
    return span === null || span.value.inexact ? null : { value: span.value.value, end: span.end }
  }
  const unit = lexicon.setUnits.match(text, at)
  if (unit === null) return null
  const end = at + unit.length
  if (unit.means === '1W') {
    const weekday = readSetWeekday(lexicon, text, end)
    if (weekday !== null) return weekday
  }
  if (unit.means === '1Y') {
    const month = readMonth(text, end, false)
    if (month !== null && month.value.last === null)
      return { value: `XXXX-${padTwo(month.value.first)}`, end: month.end }
  }
  const filler = lexicon.fillers.match(text, end)
  const within = readDuration(lexicon, text, end + (filler?.length ?? 0))
  if (within !== null && !within.value.inexact)
    return { value: within.value.value, end: within.end }
  return { value: toPeriod(unit.means), end }
}

/** 三 behind 每周 or 逢周, with a clock time behind it. */
export function readSetWeekday(
  lexicon: DateLexicon,
  text: string,
  at: number,
): Read<string> | null {
  const weekday = readWeekday(text, at)
  if (weekday === null) return null
  const value = `XXXX-WXX-${weekday.value}`
  const clock = readClock(lexicon, text, weekday.end, { part: null, dated: true })
  if (clock === null || clock.value.last !== null) return { value, end: weekday.end }
  const { first, dayPart } = clock.value
  const time = first === null ? dayPart : `${padTwo(first.hour)}:${padTwo(first.minute)}`
  return { value: `${value}T${time}`, end: clock.end }
}

/** `1TH` is PT1H, `3M` is P3M. */
function toPeriod(code: string): string {
  const [, digits, unit] = /^(\d+)(.+)$/.exec(code) ?? []
  return unit?.startsWith('T') ? `PT${digits}${unit.slice(1)}` : `P${digits}${unit}`
}
