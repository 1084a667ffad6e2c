import { isArabicAt } from '../../chinese/numeral-characters.js'
import { type Numeral, readNumeral } from '../../chinese/numerals.js'
import { type Amount, amountOf, type Step } from './amount.js'
import type { QuantityLexicon } from './lexicon.js'
import { type UnitMatch, unitStart } from './units.js'

/** 140 of 140/90mmHg: two amounts of one unit, which stands behind the second. Null where none follows. */
export function readFirstOfPair(
  lexicon: QuantityLexicon,
  text: string,
  numeral: Numeral,
): Step | null {
  if (text[numeral.end] !== '/' || numeral.script !== 'arabic') return null
  const unit = readPairUnit(lexicon, text, numeral.end + 1)
  if (unit === null) return null
  const amount: Amount = { ...amountOf(numeral, unit), end: numeral.end, rule: 'quantities/pair' }
  return { amount, end: numeral.end }
}

/** True for 90 of 140/90mmHg, which is no part of a code or a date. */
export function isSecondOfPair(lexicon: QuantityLexicon, text: string, at: number): boolean {
  const joined = text[at - 1] === '/' && isArabicAt(text, at - 2)
  return joined && readPairUnit(lexicon, text, at) !== null
}

function readPairUnit(lexicon: QuantityLexicon, text: string, at: number): UnitMatch | null {
  if (!lexicon.has('quantities/pair') || !isArabicAt(text, at)) return null
  const second = readNumeral(text, at)
  if (second === null) return null
  const unit = lexicon.units.match(text, unitStart(text, second.end))
  return unit !== null && unit.unit.traits.has('pair') ? unit : null
}
