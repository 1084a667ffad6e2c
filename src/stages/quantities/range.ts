import { type Numeral, readNumeral } from '../../chinese/numerals.js'
import { amountOf, joinBounds, none, orderBounds, type Step } from './amount.js'
import { readHalfAndPer } from './behind-unit.js'
import { readParts } from './compound.js'
import type { QuantityLexicon } from './lexicon.js'
import { isMinus, isMinusSign, withSign } from './signs.js'
import { type UnitMatch, unitStart } from './units.js'

/**
 * Two numbers with a connector: 3至5名, 5%至10%, -10℃至5℃. `firstUnit` is the unit behind the first, null
 * where it shares the second's. Null where no second number with that unit follows.
 */
export function readRange(
  lexicon: QuantityLexicon,
  text: string,
  first: Numeral,
  firstUnit: UnitMatch | null,
): Step | null {
  const from = firstUnit?.end ?? first.end
  const connector = lexicon.connectors.lengthAt(text, from)
  if (connector === 0) return null
  const sign = readSign(lexicon, text, from + connector)
  const second = readNumeral(text, sign.end)
  if (second === null) return null
  const unit = lexicon.units.match(text, unitStart(text, second.end))
  if (unit === null || (firstUnit !== null && firstUnit.unit !== unit.unit)) return null
  const below = findSign(lexicon, text, first.start, unit)
  const start = below?.start ?? first.start
  if (firstUnit !== null && lexicon.changeAfter.lengthAt(text, start) > 0) return null
  if (unit.unit.traits.has('time')) return none(unit.end)
  if (first.positional || second.positional) return null
  if (sign.kind !== 'none' && !takesSign(unit, sign.kind)) return null
  // 零下3至5度 is below zero at both ends, -3至5度 at one.
  const both = sign.kind !== 'none' || (below?.kind === 'word' && firstUnit === null)
  const bounds =
    below === null && !both
      ? joinBounds(first, second)
      : orderBounds(withSign(first.low, below !== null), withSign(second.high, both))
  if (bounds === null) return null
  const plain = { ...amountOf(second, unit), ...bounds, start, round: 0 }
  const parts = readParts(lexicon, text, { ...plain, rule: 'quantities/range' })
  const amount = readHalfAndPer(lexicon, text, parts)
  return { amount, end: amount.end }
}

interface Sign {
  readonly kind: 'none' | 'mark' | 'word'
  readonly end: number
}

/** The minus or 零下 that stands at `at`, before the second number. */
function readSign(lexicon: QuantityLexicon, text: string, at: number): Sign {
  if (isMinusSign(text[at])) return { kind: 'mark', end: at + 1 }
  const length = lexicon.belowZeroAhead.lengthAt(text, at)
  return { kind: length === 0 ? 'none' : 'word', end: at + length }
}

/** The minus or 零下 before the first number, where its unit allows it. */
function findSign(
  lexicon: QuantityLexicon,
  text: string,
  start: number,
  unit: UnitMatch,
): { readonly kind: 'mark' | 'word'; readonly start: number } | null {
  if (takesSign(unit, 'mark') && isMinus(text, start)) return { kind: 'mark', start: start - 1 }
  const length = takesSign(unit, 'word') ? lexicon.belowZero.lengthAt(text, start) : 0
  return length === 0 ? null : { kind: 'word', start: start - length }
}

function takesSign({ unit }: UnitMatch, kind: 'mark' | 'word'): boolean {
  return kind === 'word' ? unit.kind === 'temperature' : unit.traits.has('signed')
}
