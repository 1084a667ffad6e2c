import { endOfDigits } from '../../chinese/arabic-numeral.js'
import { isFinancial, numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import { type Numeral, readNumeral } from '../../chinese/numerals.js'
import { decimalOfDigits, toDecimal } from '../../core/decimal.js'
import { readAgeInMonths } from './age.js'
import { type Amount, amountOf, none, type Step } from './amount.js'
import { readAround } from './behind-unit.js'
import type { QuantityLexicon } from './lexicon.js'
import { closesClause } from './modifiers.js'
import { isSecondOfPair, readFirstOfPair } from './pair.js'
import { readPrefixed } from './prefix-unit.js'
import { isPrice } from './price.js'
import { readRange } from './range.js'
import { readRank } from './rank.js'
import { readFraction, readHalfShare, readPercentWords, readSlash } from './shares.js'
import { type Unit, type UnitMatch, unitStart } from './units.js'

/** Reads the amount whose number starts at `at`, where a numeral character stands. */
export function readAmount(lexicon: QuantityLexicon, text: string, at: number): Step {
  const kind = numeralClass[text.charCodeAt(at)]
  const arabic = kind === NumeralClass.arabic
  if (arabic && lexicon.exclusions.isGlued(text, at) && !isSecondOfPair(lexicon, text, at))
    return none(endOfDigits(text, at))
  const share = readPercentWords(lexicon, text, at) ?? readHalfShare(lexicon, text, at)
  if (share !== null) return share
  if (kind === NumeralClass.half) return readHalf(lexicon, text, at)
  const numeral = readNumeral(text, at)
  if (numeral === null) return none(arabic ? endOfDigits(text, at) : at + 1)
  if (lexicon.exclusions.isBarred(text, at, numeral.end)) return none(numeral.end)
  const told =
    readFraction(lexicon, text, numeral) ??
    readSlash(lexicon, text, numeral) ??
    readFirstOfPair(lexicon, text, numeral) ??
    readRank(lexicon, text, numeral)
  if (told !== null) return told
  const counted = readCounted(lexicon, text, numeral)
  return readPrefixed(lexicon, text, numeral, counted) ?? counted
}

function readCounted(lexicon: QuantityLexicon, text: string, numeral: Numeral): Step {
  const unit = lexicon.units.match(text, unitStart(text, numeral.end))
  const first = unit?.unit.times === TEN_PERCENT ? asTenths(numeral) : numeral
  const range = readRange(lexicon, text, first, unit)
  if (range !== null) return range
  if (unit === null) return none(first.end)
  if (unit.unit.traits.has('time')) return readAgeInMonths(lexicon, text, first, unit)
  if (!counts(lexicon, text, first, unit) || tellsTime(lexicon, text, first, unit))
    return none(unit.end)
  const plain = amountOf(first, unit)
  const rule = isOne(text, first) ? 'quantities/one' : plain.rule
  const amount = readAround(lexicon, text, { ...plain, rule })
  return isLonePart(lexicon, text, amount) ? none(unit.end) : { amount, end: amount.end }
}

const TEN_PERCENT = toDecimal(10)

/** 五五折 is five and a half tenths. */
function asTenths(numeral: Numeral): Numeral {
  if (!numeral.positional || numeral.end !== numeral.start + 2) return numeral
  const value = decimalOfDigits(numeral.low, '', -1)
  return { ...numeral, low: value, high: value, positional: false }
}

function isOne(text: string, numeral: Numeral): boolean {
  return numeral.end === numeral.start + 1 && text[numeral.start] === '一'
}

/** Whether the number really counts: no article, no name, no line of digits. */
function counts(
  lexicon: QuantityLexicon,
  text: string,
  numeral: Numeral,
  { unit, end }: UnitMatch,
): boolean {
  const { start } = numeral
  if (unit.traits.has('rank') || numeral.positional) return false
  if (!fits(text, numeral, unit, end)) return false
  if (numeral.script === 'arabic') return true
  if (!unit.traits.has('measure') && lexicon.exclusions.opensName(text, start)) return false
  if (unit.traits.has('noun')) return lexicon.listWords.lengthAt(text, start) > 0
  if (!isOne(text, numeral)) return true
  if (!lexicon.has('quantities/one') || lexicon.articleWords.lengthAt(text, start) > 0) return false
  if (closesClause(text, end) && lexicon.pronounBefore.lengthAt(text, start) > 0) return false
  return unit.traits.has('one') || lexicon.countingWords.lengthAt(text, start) > 0
}

/** Whether the words around allow the unit: 四里 is none in 四里屯, 一番 none but in 翻一番. */
function fits(text: string, { start, end }: Numeral, unit: Unit, unitEnd: number): boolean {
  if (end === start + 1) {
    // 陆家嘴, 零件, 二期: alone, 陆 is six only of money, 零 counts no things, and two things are 两.
    if (isFinancial(text.charCodeAt(start)) && unit.kind !== 'money') return false
    if (unit.kind === 'classifier' && (text[start] === '零' || text[start] === '二')) return false
  }
  const { leaders, followers } = unit
  if (leaders !== null && leaders.longest(text, start) < 0) return false
  if (followers === null || closesClause(text, unitEnd)) return true
  return followers.longest(text, unitEnd) >= 0
}

/** 三点零五分 and 五分三十秒 are times, though 分 is also a point of a score. */
function tellsTime(
  lexicon: QuantityLexicon,
  text: string,
  numeral: Numeral,
  { unit, end }: UnitMatch,
): boolean {
  if (!unit.traits.has('clock')) return false
  if (numeral.script === 'chinese' && numeral.fractional) return true
  const seconds = readNumeral(text, end)
  const smaller = seconds === null ? null : lexicon.units.match(text, seconds.end)
  return smaller !== null && smaller.unit.traits.has('time')
}

/** A unit that is only a part of others, with no other before it: 三毛 may be three hairs. */
function isLonePart(lexicon: QuantityLexicon, text: string, amount: Amount): boolean {
  if (!amount.unit.traits.has('part') || amount.rule === 'quantities/compound') return false
  return !isPrice(lexicon, text, amount)
}

/** 半 before a unit of measurement. */
function readHalf(lexicon: QuantityLexicon, text: string, at: number): Step {
  const unit = lexicon.units.match(text, at + 1)
  if (unit === null || !unit.unit.traits.has('measure') || !lexicon.has('quantities/half'))
    return none(at + 1)
  const half = decimalOfDigits('', '5', 0)
  const amount: Amount = {
    start: at,
    end: unit.end,
    low: half,
    high: half,
    mod: 'exact',
    unit: unit.unit,
    unitName: unit.unit.name,
    rule: 'quantities/half',
    round: 0,
  }
  return { amount, end: unit.end }
}
