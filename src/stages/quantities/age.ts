import { readNumeral, type Numeral } from '../../chinese/numerals.js'
import { type Amount, amountOf, none, type Step, toMonths } from './amount.js'
import type { QuantityLexicon } from './lexicon.js'
import { closesClause } from './modifiers.js'
import type { UnitMatch } from './units.js'

/** 2岁4个月: one amount, in months; the years alone where no months follow. */
export function readMonths(lexicon: QuantityLexicon, text: string, years: Amount): Amount {
  if (!lexicon.has('quantities/age-compound')) return years
  const numeral = readNumeral(text, years.end)
  if (numeral === null) return years
  const months = lexicon.units.match(text, numeral.end)
  if (months === null || months.unit.name !== '月') return years
  const value = toMonths(years.low, numeral.low)
  return {
    ...years,
    end: months.end,
    low: value,
    high: value,
    unit: months.unit,
    unitName: months.unit.name,
    rule: 'quantities/age-compound',
  }
}

/** A length of time where the words around make it an age (出生28天); no amount elsewhere. */
export function readAgeInMonths(
  lexicon: QuantityLexicon,
  text: string,
  numeral: Numeral,
  unit: UnitMatch,
): Step {
  const isAge =
    unit.unit.traits.has('age') &&
    (lexicon.bornBefore.lengthAt(text, numeral.start) > 0 ||
      lexicon.bornAfter.lengthAt(text, unit.end) > 0 ||
      endsClause(text, unit.end, lexicon.bornLast.lengthAt(text, unit.end)))
  if (!isAge) return none(unit.end)
  const amount: Amount = { ...amountOf(numeral, unit), rule: 'quantities/age-in-months' }
  return { amount, end: unit.end }
}

/** True where words of `length` stand at `at` and the clause ends behind them. */
function endsClause(text: string, at: number, length: number): boolean {
  return length > 0 && closesClause(text, at + length)
}
