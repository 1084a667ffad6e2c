import { type Decimal, negateDecimal } from '../../core/decimal.js'

/** True where 负 or a minus stands before the number at `start`; a dash behind a word or number is none. */
export function isMinus(text: string, start: number): boolean {
  const sign = text[start - 1]
  if (sign === '负') return !BURDEN.has(text.slice(start - 2, start))
  if (sign !== '-' && sign !== '−' && sign !== '－') return false
  return start < 2 || !/[0-9A-Za-z%％)）-]/.test(text[start - 2]!)
}

/** True for a minus where it stands behind the connector of a range, as in -10℃至-5℃. */
export function isMinusSign(character: string | undefined): boolean {
  return character === '-' || character === '−' || character === '－' || character === '负'
}

export function withSign(value: Decimal, negative: boolean): Decimal {
  return negative ? negateDecimal(value) : value
}

const BURDEN: ReadonlySet<string> = new Set(['肩负', '担负', '抱负', '背负', '胜负', '自负'])
