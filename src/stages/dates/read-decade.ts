import { readSmallInteger } from '../../chinese/integers.js'
import { type CalendarRead, NO_PARTS, point, type Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'

/** 90年代, 20世纪80年代, 十九世纪. */
export function readDecade(lexicon: DateLexicon, text: string, at: number): CalendarRead | null {
  if (!lexicon.has('dates/decade')) return null
  const number = readSmallInteger(text, at)
  if (number === null) return null
  if (text.startsWith('世纪', number.end) && number.value > 0 && number.value < 30) {
    const end = number.end + 2
    const tens = readTens(text, end)
    const century = String(number.value - 1).padStart(2, '0')
    return tens === null
      ? point({ ...NO_PARTS, fixed: century }, end, 'dates/decade')
      : point({ ...NO_PARTS, fixed: `${century}${tens.value}` }, tens.end, 'dates/decade')
  }
  const tens = readTens(text, at)
  if (tens !== null && tens.value >= 3)
    return point({ ...NO_PARTS, fixed: `19${tens.value}` }, tens.end, 'dates/decade')
  const whole = number.digits === 4 && number.value % 10 === 0
  if (!whole || !text.startsWith('年代', number.end)) return null
  const decade = String(number.value / 10)
  return point({ ...NO_PARTS, fixed: decade }, number.end + 2, 'dates/decade')
}

/** 上世纪 and what follows it. */
export function readDecadeOf(
  lexicon: DateLexicon,
  text: string,
  offset: number,
  at: number,
): CalendarRead | null {
  if (!lexicon.has('dates/decade')) return null
  const tens = readTens(text, at)
  const century = { offset, decade: tens?.value ?? null }
  return point({ ...NO_PARTS, century }, tens?.end ?? at, 'dates/decade')
}

function readTens(text: string, at: number): Read<number> | null {
  const number = readSmallInteger(text, at)
  if (number === null || number.value > 90 || number.value % 10 !== 0) return null
  return text.startsWith('年代', number.end)
    ? { value: number.value / 10, end: number.end + 2 }
    : null
}
