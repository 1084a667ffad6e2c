import { readSmallInteger } from '../../chinese/integers.js'
import type { CalendarRead } from './expression.js'
import type { DateLexicon } from './lexicon.js'

/** Takes in what names a day beside the one read: 国庆节前一天, 春节后第三天. */
export function readBeside(lexicon: DateLexicon, text: string, read: CalendarRead): CalendarRead {
  const { parts, end } = read
  const daily = parts.day !== null || parts.holiday !== null || parts.lunar?.day != null
  if (!daily || parts.clock !== null || parts.dayPart !== null) return read
  const { before, after, ordinal, units } = lexicon.beside
  const back = before.match(text, end)
  const word = back ?? after.match(text, end)
  if (word === null) return read
  const at = end + word.length
  const nth = ordinal.match(text, at)
  const number = readSmallInteger(text, at + (nth?.length ?? 0))
  if (number === null || number.value < 1 || number.value > MOST_DAYS) return read
  // 节前三天 are three days, the third is one.
  if (nth === null && number.value !== 1) return read
  const unit = units.match(text, number.end)
  if (unit === null) return read
  const shift = back === null ? number.value : -number.value
  return {
    ...read,
    parts: { ...parts, shift },
    end: number.end + unit.length,
    rule: 'dates/beside',
  }
}

const MOST_DAYS = 100
