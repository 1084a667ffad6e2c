import type { Numeral } from '../../chinese/numerals.js'
import { type Amount, negate, type Step } from './amount.js'
import type { QuantityLexicon } from './lexicon.js'
import type { ReadingId } from './rule-schema.js'
import type { Unit } from './units.js'

/** A unit named before a number. */
interface Prefix {
  readonly start: number
  readonly unit: Unit
  readonly rule: ReadingId
}

/**
 * Gives the amount at `numeral` the unit that stands before it, ￥300, 人民币50元, 摄氏37度. `counted` is
 * what was read without it; null where no unit stands there, or another follows than it goes with.
 */
export function readPrefixed(
  lexicon: QuantityLexicon,
  text: string,
  numeral: Numeral,
  counted: Step,
): Step | null {
  const prefix = findPrefix(lexicon, text, numeral.start)
  if (prefix === null) return null
  const { start, unit, rule } = prefix
  const { amount } = counted
  if (amount !== null) {
    const goes = amount.unit.name === unit.name || lexicon.weakUnits.has(amount.unit.name)
    if (!goes || amount.start !== numeral.start) return null
    return { amount: { ...amount, start, unit, unitName: unit.name, rule }, end: counted.end }
  }
  if (counted.end !== numeral.end || numeral.positional) return null
  const { low, high, mod, end } = numeral
  const bare: Amount = { start, end, low, high, mod, unit, unitName: unit.name, rule, round: 0 }
  return { amount: bare, end }
}

function findPrefix(lexicon: QuantityLexicon, text: string, start: number): Prefix | null {
  let end = start
  while (end > start - MOST_SPACES && text.charCodeAt(end - 1) === SPACE) end--
  const sign = lexicon.signs.indexAt(text, end)
  const signUnit = sign < 0 ? null : lexicon.signUnits[sign]!
  if (signUnit !== null) {
    const from = end - lexicon.signs.lengthAt(text, end)
    return { start: from, unit: signUnit, rule: 'quantities/currency-sign' }
  }
  const prefix = lexicon.prefixes.indexAt(text, end)
  const unit = prefix < 0 ? null : lexicon.prefixUnits[prefix]!
  if (unit === null) return null
  return { start: end - lexicon.prefixes.lengthAt(text, end), unit, rule: 'quantities/prefix-unit' }
}

const SPACE = 0x20
const MOST_SPACES = 2

/** 零下5度: a temperature below zero. */
export function readBelowZero(lexicon: QuantityLexicon, text: string, amount: Amount): Amount {
  if (amount.unit.kind !== 'temperature') return amount
  const length = lexicon.belowZero.lengthAt(text, amount.start)
  return length === 0
    ? amount
    : { ...negate(amount, amount.start - length), rule: 'quantities/below-zero' }
}
