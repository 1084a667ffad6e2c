import { readSmallInteger } from '../../chinese/integers.js'
import { padYear } from '../../chinese/calendar.js'
import { type CalendarParts, NO_PARTS, type Read } from './expression.js'
import type { Piece } from './pieces.js'

/** No reign was longer. */
const LONGEST_REIGN = 65

/** Reads the year behind 康熙, 公元前 or 公元: 三年, 元年, 221年, 2008年. */
export function readEraYear(text: string, at: number, piece: Piece): Read<CalendarParts> | null {
  const first = text.startsWith('元年', at)
  const number = first ? { value: 1, end: at + 1 } : readSmallInteger(text, at)
  if (number === null || number.value < 1 || text[number.end] !== '年') return null
  const end = number.end + 1
  switch (piece.slot) {
    case 'era': {
      if (number.value > LONGEST_REIGN) return null
      const value = piece.first + number.value - 1
      return { value: { ...NO_PARTS, year: { base: 'calendar', value } }, end }
    }
    case 'christian':
      if (number.value > 9999) return null
      return { value: { ...NO_PARTS, year: { base: 'calendar', value: number.value } }, end }
    case 'before-christ':
      return { value: { ...NO_PARTS, fixed: `BC${padYear(number.value)}` }, end }
    default:
      return null
  }
}
