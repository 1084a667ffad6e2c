import { readSmallInteger } from '../../chinese/integers.js'
import type { Nth, Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { readWeekday } from './read-weekday.js'

/** Reads what counts out parts of the year or month before it: 第九个月, 前两周, 的最后一个星期一. */
export function readNth(lexicon: DateLexicon, text: string, at: number): Read<Nth> | null {
  if (!lexicon.has('dates/nth')) return null
  const { ordinal, first, last, units, fillers } = lexicon.nth
  const start = at + (fillers.match(text, at)?.length ?? 0)
  const from = text[start] === ' ' ? start + 1 : start
  const opener =
    ordinal.match(text, from) ?? first.match(text, from) ?? last.match(text, from) ?? null
  if (opener === null) return null
  const space = text[from + opener.length] === ' ' ? 1 : 0
  const number = readSmallInteger(text, from + opener.length + space)
  if (number === null || number.value < 1 || number.value > 366) return null
  const gap = text[number.end] === ' ' ? number.end + 1 : number.end
  const counted = text[gap] === '个' ? gap + 1 : gap
  const unit = units.match(text, counted) ?? weekUnit(lexicon, text, counted)
  if (unit === null) return null
  const end = counted + unit.length
  const weekday = unit.means === 'W' ? readWeekday(text, end) : null
  const kind =
    weekday === null
      ? { unit: unit.means, weekday: null }
      : { unit: 'weekday' as const, weekday: weekday.value }
  const bounds = boundsOf(
    number.value,
    ordinal.match(text, from) !== null,
    last.match(text, from) !== null,
  )
  return { value: { ...kind, ...bounds }, end: weekday?.end ?? end }
}

/** 周 before a weekday is one of the words that weekdays begin with. */
function weekUnit(
  lexicon: DateLexicon,
  text: string,
  at: number,
): { readonly means: 'W'; readonly length: number } | null {
  const word = lexicon.pieces.match(text, at)
  return word?.means.slot === 'weekday' ? { means: 'W', length: word.length } : null
}

function boundsOf(count: number, ordinal: boolean, last: boolean): { from: number; to: number } {
  if (ordinal) return { from: count, to: count }
  return last ? { from: -count, to: -1 } : { from: 1, to: count }
}
