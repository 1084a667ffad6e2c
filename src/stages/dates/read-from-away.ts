import { type CalendarParts, type CalendarRead, NO_PARTS, type TimeUnit } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import type { Draft } from './modifiers.js'
import type { AwayRead } from './read-away.js'
import { readNamedWeekday } from './read-weekday.js'
import { withinDay } from './within-day.js'
import { withinMonth, withinYear } from './within-year.js'

/**
 * Reads what goes on from a year, month, week or day told by its distance: 三年前的5月, 两个月前的5号,
 * 两周前的周三, 三天前的下午; null where nothing does.
 */
export function readFromAway(
  lexicon: DateLexicon,
  text: string,
  start: number,
  { value, end, rule, inexact }: AwayRead,
): Draft | null {
  if (value.kind !== 'away' || value.steps.length !== 1 || inexact) return null
  const [step] = value.steps
  if (step === undefined || !Number.isInteger(step.count)) return null
  const at = text[end] === '的' ? end + 1 : end
  const count = value.direction * step.count
  const read = readWithin(lexicon, text, { at, unit: step.unit, count })
  if (read === null || read.end <= at) return null
  const { parts, until } = read
  return { start, end: read.end, expression: { kind: 'calendar', parts, until }, rule }
}

interface Distance {
  readonly at: number
  readonly unit: TimeUnit
  readonly count: number
}

function readWithin(
  lexicon: DateLexicon,
  text: string,
  { at, unit, count }: Distance,
): CalendarRead | null {
  const reference = { base: 'published', value: count } as const
  switch (unit) {
    case 'Y':
      return withinYear(lexicon, text, { ...NO_PARTS, year: reference }, at, 'dates/ago')
    case 'M': {
      const parts = { ...NO_PARTS, month: reference }
      return withinMonth(lexicon, text, parts, { at, dated: true }, 'dates/ago')
    }
    case 'W':
      return weekdayAt(lexicon, text, at, { ...NO_PARTS, week: count })
    case 'D':
      return withinDay(lexicon, text, { ...NO_PARTS, day: reference }, at, 'dates/ago')
    default:
      return null
  }
}

function weekdayAt(
  lexicon: DateLexicon,
  text: string,
  at: number,
  parts: CalendarParts,
): CalendarRead | null {
  const weekday = readNamedWeekday(lexicon, text, at)
  if (weekday === null) return null
  const read = { ...parts, weekday: weekday.value }
  return withinDay(lexicon, text, read, weekday.end, 'dates/ago')
}
