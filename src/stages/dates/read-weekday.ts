import type { Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'

/** The name of a weekday behind 周 or 星期; 1 for Monday. */
export function readWeekday(text: string, at: number): Read<number> | null {
  const name = text[at]
  if (name === undefined) return null
  if (name === '天') return { value: 7, end: at + 1 }
  const index = WEEKDAYS.indexOf(name)
  return index < 0 ? null : { value: index + 1, end: at + 1 }
}

const WEEKDAYS = '一二三四五六日'

/** A weekday with the word before its name: 周三, 星期三. */
export function readNamedWeekday(
  lexicon: DateLexicon,
  text: string,
  at: number,
): Read<number> | null {
  const word = lexicon.pieces.match(text, at)
  return word?.means.slot === 'weekday' ? readWeekday(text, at + word.length) : null
}

/** The day that a week goes on to, as 上周 does in 上周三, 上周周三, 上周的星期三, 上周周末. */
export function readDayOfWeek(
  lexicon: DateLexicon,
  text: string,
  at: number,
): Read<number | 'weekend'> | null {
  const weekend = lexicon.weekendBehind.match(text, at)
  if (weekend !== null) return { value: 'weekend', end: at + weekend.length }
  const weekday = readWeekday(text, at)
  if (weekday !== null) return weekday
  const from = text[at] === '的' ? at + 1 : at
  const word = lexicon.pieces.match(text, from)
  if (word?.means.slot === 'weekend') return { value: 'weekend', end: from + word.length }
  return readNamedWeekday(lexicon, text, from)
}
