import type { Span } from '../../core/span.js'
import type { QuantityLexicon } from './lexicon.js'
import { closesClause, isBreak } from './modifiers.js'

/** Whether the words around 三块 or 五毛 make it money: 花了三块, 三块一斤, or nothing but itself. */
export function isPrice(lexicon: QuantityLexicon, text: string, { start, end }: Span): boolean {
  if (!lexicon.has('quantities/price')) return false
  if (start === 0 && end === text.length) return true
  if (lexicon.pricedBehind.lengthAt(text, end) > 0) return true
  return closesClause(text, end) && isPaid(lexicon, text, start)
}

/** True where a word of paying or asking a price stands shortly before, in the same clause. */
function isPaid(lexicon: QuantityLexicon, text: string, start: number): boolean {
  for (let at = start; at > 0 && start - at <= lexicon.priceReach; at--) {
    if (lexicon.paidBefore.lengthAt(text, at) > 0) return true
    if (isBreak(text.charCodeAt(at - 1))) return false
  }
  return false
}
