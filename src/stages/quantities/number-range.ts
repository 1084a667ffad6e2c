import { isArabicAt } from '../../chinese/numeral-characters.js'
import { type Numeral, readNumeral } from '../../chinese/numerals.js'
import { orderBounds, joinBounds } from './amount.js'
import type { NumberLexicon } from './number-lexicon.js'
import type { ReadNumber } from './number.js'
import { isMinus, isMinusSign, withSign } from './signs.js'

/** 20至30, -10到-5, and 20与30之间; null where `first` stands alone. */
export function readNumberRange(
  lexicon: NumberLexicon,
  text: string,
  first: Numeral,
): ReadNumber | null {
  const plainly = lexicon.connectors.match(text, first.end)
  const connector = plainly ?? lexicon.pairWords.match(text, first.end)
  if (connector === null || first.positional) return null
  const from = first.end + connector.length
  const minus = isMinusSign(text[from])
  const second = readNumeral(text, minus ? from + 1 : from)
  if (second === null || second.positional || second.bare) return null
  const closer = lexicon.between.match(text, second.end)
  if (plainly === null && closer === null) return null
  if (isCode(text, first) || isCode(text, second)) return null
  const below = isMinus(text, first.start)
  const bounds =
    below || minus
      ? orderBounds(withSign(first.low, below), withSign(second.high, minus))
      : joinBounds(first, second)
  if (bounds === null) return null
  const start = below ? first.start - 1 : first.start
  const end = second.end + (closer?.length ?? 0)
  const rule = plainly === null ? 'numbers/between' : 'numbers/range'
  return { start, end, ...bounds, mod: 'exact', rule }
}

/** Dates and telephone numbers have dashes too: 2024-02-26, 0551-62922114. */
function isCode(text: string, { start, end, script }: Numeral): boolean {
  if (script !== 'arabic') return false
  if (text[start - 1] === '-' && isArabicAt(text, start - 2))
    return text[end] === '-' && isArabicAt(text, end + 1)
  return text[start] === '0' && text[start + 1] !== '.' && end > start + 1
}
