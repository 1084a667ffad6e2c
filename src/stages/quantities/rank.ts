import { isArabicAt } from '../../chinese/numeral-characters.js'
import type { Numeral } from '../../chinese/numerals.js'
import { none, type Step } from './amount.js'
import type { QuantityLexicon } from './lexicon.js'
import { closesClause, isBreak } from './modifiers.js'
import type { Unit } from './units.js'

/**
 * The rank of which `numeral` is the number: 第16位, 排名第三, 前10名. Null where neither 第 nor 前
 * stands before it; a step without amount for other ordinals, which count nothing.
 */
export function readRank(lexicon: QuantityLexicon, text: string, numeral: Numeral): Step | null {
  const start = numeral.start - 1
  const ordinal = text[start] === '第'
  if (!ordinal && text[start] !== '前') return null
  if (lexicon.notRankWords.lengthAt(text, numeral.start) > 0) return null
  const named = readRankUnit(lexicon, text, numeral)
  // 前三名 alone is a rank, 前三名患者 the first three of them.
  const placed =
    ordinal || named === null || closesRank(text, named.end) || isPlaced(lexicon, text, start)
  if (named !== null && placed && lexicon.has('quantities/rank') && !isBarred(lexicon, text, start))
    return toStep(numeral, start, named.unit, named.end)
  return ordinal ? none(numeral.end) : null
}

function readRankUnit(
  lexicon: QuantityLexicon,
  text: string,
  numeral: Numeral,
): { unit: Unit; end: number } | null {
  const match = lexicon.units.match(text, numeral.end)
  if (match !== null)
    return lexicon.rankUnits.has(match.unit.name) || match.unit.traits.has('rank') ? match : null
  const closed =
    closesRank(text, numeral.end) || lexicon.rankClosers.lengthAt(text, numeral.end) > 0
  if (!closed || lexicon.rankUnit === null) return null
  return isPlaced(lexicon, text, numeral.start - 1)
    ? { unit: lexicon.rankUnit, end: numeral.end }
    : null
}

function closesRank(text: string, at: number): boolean {
  return closesClause(text, at) || CLOSERS.includes(text[at]!)
}

/** What may follow a rank without unit inside a clause, besides punctuation. */
const CLOSERS = '的”'

/** True where one of the rank words stands shortly before in the same clause, or whom it ranks right before. */
function isPlaced(lexicon: QuantityLexicon, text: string, start: number): boolean {
  if (lexicon.rankScopes.lengthAt(text, start) > 0) return true
  for (let at = start; at > 0 && start - at <= lexicon.rankReach; at--) {
    if (lexicon.rankWords.lengthAt(text, at) > 0) return true
    const unit = text.charCodeAt(at - 1)
    if (isBreak(unit) || isArabicAt(text, at - 1) || text[at - 1] === '第') return false
  }
  return false
}

function isBarred(lexicon: QuantityLexicon, text: string, start: number): boolean {
  return lexicon.notRankWords.lengthAt(text, start) > 0
}

function toStep(numeral: Numeral, start: number, unit: Unit, end: number): Step {
  const { low, high } = numeral
  const rule = 'quantities/rank'
  return {
    amount: { start, end, low, high, mod: 'rank', unit, unitName: unit.name, rule, round: 0 },
    end,
  }
}
