import { readSmallInteger } from '../../chinese/integers.js'
import type { LunarDate, Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'

/**
 * Reads 正月初八, 腊月二十三, 闰六月, 三月初一, and where `marked` (农历 stands before) 八月十五 and 8月15日.
 */
export function readLunar(
  lexicon: DateLexicon,
  text: string,
  at: number,
  marked: boolean,
): Read<LunarDate> | null {
  if (!lexicon.has('dates/lunar')) return null
  const leap = slotAt(lexicon, text, at, 'leap')
  const from = leap === null ? at : leap
  const named = lexicon.pieces.match(text, from)
  if (named !== null && named.means.slot === 'lunar-month') {
    const month = { month: named.means.month, leap: leap !== null }
    return withDay(text, from + named.length, month, true)
  }
  const month = readSmallInteger(text, from)
  if (month === null || month.value < 1 || month.value > 12 || text[month.end] !== '月') return null
  const sure = marked || leap !== null
  if (!sure && (month.script !== 'chinese' || text[month.end + 1] !== '初')) return null
  return withDay(text, month.end + 1, { month: month.value, leap: leap !== null }, sure)
}

/** Reads 初三 and 三十 behind 大年: days of the first month, but the thirtieth is that before it. */
export function readNewYear(text: string, at: number): Read<LunarDate> | null {
  const day = readDay(text, at)
  if (day === null || text[at] !== '初') return null
  return { value: { month: 1, leap: false, day: day.value }, end: day.end }
}

/** Where the word of that kind at `at` ends; null where none stands there. */
export function slotAt(
  lexicon: DateLexicon,
  text: string,
  at: number,
  slot: 'lunar' | 'leap' | 'new-year',
): number | null {
  const match = lexicon.pieces.match(text, at)
  return match !== null && match.means.slot === slot ? at + match.length : null
}

function withDay(
  text: string,
  at: number,
  month: { readonly month: number; readonly leap: boolean },
  sure: boolean,
): Read<LunarDate> | null {
  const day = readDay(text, at)
  if (day === null) return sure ? { value: { ...month, day: null }, end: at } : null
  // 三月初一场雪: without 农历 a word behind shows that 初 is the month's beginning.
  if (!sure && /^[\p{L}\d]$/u.test(text[day.end] ?? '')) return null
  return { value: { ...month, day: day.value }, end: day.end }
}

/** 初一 to 初十, 廿三, 十五, 三十, 15日. */
function readDay(text: string, at: number): Read<number> | null {
  const opener = text[at]
  const tens = opener === '廿' ? 20 : 0
  const from = opener === '初' || opener === '廿' ? at + 1 : at
  const number = readSmallInteger(text, from)
  if (number === null) return opener === '廿' ? { value: 20, end: from } : null
  const value = tens + number.value
  const most = opener === '初' ? 10 : 30
  if (value < 1 || value > most) return null
  const unit = text[number.end] === '日'
  if (number.script === 'arabic' && !unit) return null
  return { value, end: unit ? number.end + 1 : number.end }
}
