import { readChineseNumeral } from '../../chinese/chinese-numeral.js'
import { readSmallInteger } from '../../chinese/integers.js'
import { type CalendarRead, NO_PARTS, point, type Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'

/** 90年代, 20世纪80年代, 十九世纪. */
export function readDecade(lexicon: DateLexicon, text: string, at: number): CalendarRead | null {
  if (!lexicon.has('dates/decade')) return null
  const number = readSmallInteger(text, at)
  if (number === null) return readTwoDecades(text, at, '19')
  if (text.startsWith('世纪', number.end) && number.value > 0 && number.value < 30) {
    const end = number.end + 2
    const tens = readTens(text, end)
    const century = String(number.value - 1).padStart(2, '0')
    const two = readTwoDecades(text, end, century)
    if (two !== null) return two
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
  const two = offset === 0 ? null : readTwoDecades(text, at, '19')
  if (two !== null) return two
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

/** 五六十年代: the two decades as a range of the century that `century` names. */
function readTwoDecades(text: string, at: number, century: string): CalendarRead | null {
  const low = readChineseNumeral(text, at)
  if (low === null || low.spread !== 'pair' || !text.startsWith('年代', low.end)) return null
  const first = Number(low.value) / 10
  if (!Number.isInteger(first) || first < 1 || first > 8) return null
  const fixed = `${century}${first}/${century}${first + 1}`
  return point({ ...NO_PARTS, fixed }, low.end + 2, 'dates/decade')
}
