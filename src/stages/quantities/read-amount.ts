import {
  isArabicAt,
  isFinancial,
  numeralClass,
  NumeralClass,
  digitValue,
} from '../../chinese/numeral-characters.js'
import { endOfDigits } from '../../chinese/arabic-numeral.js'
import { type Numeral, readNumeral } from '../../chinese/numerals.js'
import { decimalOfDigits, toDecimal } from '../../core/decimal.js'
import {
  addHalf,
  addTenth,
  type Amount,
  joinBounds,
  negate,
  none,
  type Step,
  toMonths,
} from './amount.js'
import type { QuantityLexicon } from './lexicon.js'
import { isBreak } from './modifiers.js'
import { readParts } from './compound.js'
import { readBelowZero, readPrefixed } from './prefix-unit.js'
import { readRank } from './rank.js'
import { readFraction, readHalfShare, readPercentWords } from './shares.js'
import { isMinus } from './signs.js'
import type { Unit, UnitMatch } from './units.js'

/** Reads the amount whose number starts at `at`, where a numeral character stands. */
export function readAmount(lexicon: QuantityLexicon, text: string, at: number): Step {
  const kind = numeralClass[text.charCodeAt(at)]
  if (kind === NumeralClass.arabic && lexicon.exclusions.isGlued(text, at))
    return none(endOfDigits(text, at))
  const share = readPercentWords(lexicon, text, at) ?? readHalfShare(lexicon, text, at)
  if (share !== null) return share
  if (kind === NumeralClass.half) return readHalf(lexicon, text, at)
  const numeral = readNumeral(text, at)
  if (numeral === null) return none(isArabicAt(text, at) ? endOfDigits(text, at) : at + 1)
  if (lexicon.exclusions.isBarred(text, at, numeral.end)) return none(numeral.end)
  const told = readFraction(lexicon, text, numeral) ?? readRank(lexicon, text, numeral)
  if (told !== null) return told
  const counted = readCounted(lexicon, text, numeral)
  return readPrefixed(lexicon, text, numeral, counted) ?? counted
}

/** Where the unit of a number that ends at `end` starts: a space may stand between. */
export function unitStart(text: string, end: number): number {
  return text.charCodeAt(end) === 0x20 ? end + 1 : end
}

function readCounted(lexicon: QuantityLexicon, text: string, numeral: Numeral): Step {
  const unit = lexicon.units.match(text, unitStart(text, numeral.end))
  const first = unit?.unit.times === TEN_PERCENT ? asTenths(numeral) : numeral
  const range = readRange(lexicon, text, first, unit)
  if (range !== null) return range
  if (unit === null) return none(first.end)
  if (unit.unit.traits.has('time')) return readAgeInMonths(lexicon, text, first, unit)
  if (!counts(lexicon, text, first, unit)) return none(unit.end)
  const amount = amountOf(first, unit)
  const rule = isOne(text, first) ? 'quantities/one' : amount.rule
  const step = withUnit(lexicon, text, { ...amount, rule })
  const isPart = unit.unit.traits.has('part') && step.amount?.rule !== 'quantities/compound'
  return isPart ? none(unit.end) : step
}

const TEN_PERCENT = toDecimal(10)

/** 五五折 is five and a half tenths. */
function asTenths(numeral: Numeral): Numeral {
  if (!numeral.positional || numeral.end !== numeral.start + 2) return numeral
  const value = decimalOfDigits(numeral.low, '', -1)
  return { ...numeral, low: value, high: value, positional: false }
}

function amountOf(numeral: Numeral, { unit, end }: UnitMatch): Amount {
  return {
    start: numeral.start,
    end,
    low: numeral.low,
    high: numeral.high,
    mod: unit.traits.has('order') && numeral.mod === 'exact' ? 'rank' : numeral.mod,
    unit,
    unitName: unit.name,
    rule: unit.traits.has('noun') ? 'quantities/nouns' : 'quantities/number-unit',
    round: numeral.bare && numeral.end === numeral.start + 1,
  }
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
  if (unit.traits.has('noun')) return lexicon.listWords.lengthAt(text, start) > 0
  if (!isOne(text, numeral)) return true
  if (!lexicon.has('quantities/one') || lexicon.articleWords.lengthAt(text, start) > 0) return false
  return unit.traits.has('one') || lexicon.countingWords.lengthAt(text, start) > 0
}

/** Whether the words around allow the unit: 四里 is none in 四里屯, 一番 none but in 翻一番. */
function fits(text: string, { start, end }: Numeral, unit: Unit, unitEnd: number): boolean {
  if (end === start + 1) {
    // 陆家嘴, 零件: alone, 陆 is six only of money, and 零 counts no things.
    if (isFinancial(text.charCodeAt(start)) && unit.kind !== 'money') return false
    if (text[start] === '零' && unit.kind === 'classifier') return false
  }
  const { leaders, followers } = unit
  if (leaders !== null && leaders.longest(text, start) < 0) return false
  if (followers === null || unitEnd >= text.length || isBreak(text.charCodeAt(unitEnd))) return true
  return followers.longest(text, unitEnd) >= 0
}

/** What may follow the unit, and a minus before the number. */
function withUnit(lexicon: QuantityLexicon, text: string, amount: Amount): Step {
  let read = readParts(lexicon, text, amount)
  if (text[read.end - 1] === '成') read = readTenth(lexicon, text, read)
  else if (read.unit.name === '岁') read = readMonths(lexicon, text, read)
  if (read.unit.traits.has('measure')) {
    if (text[read.end] === '半' && lexicon.has('quantities/half'))
      read = addHalf(read, read.end + 1)
    if (text[read.end] === '/') {
      const per = lexicon.units.match(text, read.end + 1)
      if (per !== null) {
        // Units of time go by many names of which the dates make one: 元/月 stays as written.
        const isTime = per.unit.traits.has('time')
        const name = isTime ? text.slice(read.end + 1, per.end) : per.unit.name
        read = { ...read, end: per.end, unitName: `${read.unit.name}/${name}` }
      }
    }
  }
  if (read.unit.traits.has('signed') && isMinus(text, read.start))
    read = negate(read, read.start - 1)
  else read = readBelowZero(lexicon, text, read)
  return { amount: read, end: read.end }
}

function readTenth(lexicon: QuantityLexicon, text: string, amount: Amount): Amount {
  const unit = text.charCodeAt(amount.end)
  const kind = numeralClass[unit]
  if (!lexicon.has('quantities/tenths') || amount.low !== amount.high) return amount
  if (kind !== NumeralClass.arabic && kind !== NumeralClass.digit) return amount
  const end = amount.end + 1
  if (numeralClass[text.charCodeAt(end)] || lexicon.units.match(text, end) !== null) return amount
  return addTenth(amount, digitValue[unit]!, end)
}

/** 2岁4个月: one amount, in months. */
function readMonths(lexicon: QuantityLexicon, text: string, years: Amount): Amount {
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

function readAgeInMonths(
  lexicon: QuantityLexicon,
  text: string,
  numeral: Numeral,
  unit: UnitMatch,
): Step {
  const isAge =
    unit.unit.traits.has('age') &&
    (lexicon.bornBefore.lengthAt(text, numeral.start) > 0 ||
      lexicon.bornAfter.lengthAt(text, unit.end) > 0 ||
      closesClause(text, unit.end, lexicon.bornLast.lengthAt(text, unit.end)))
  if (!isAge) return none(unit.end)
  const amount: Amount = { ...amountOf(numeral, unit), rule: 'quantities/age-in-months' }
  return { amount, end: unit.end }
}

/** True where words of `length` stand at `at` and the clause ends behind them. */
function closesClause(text: string, at: number, length: number): boolean {
  const end = at + length
  return length > 0 && (end >= text.length || isBreak(text.charCodeAt(end)))
}

/** Two numbers with a connector: 3至5名, 5%至10%. */
function readRange(
  lexicon: QuantityLexicon,
  text: string,
  first: Numeral,
  firstUnit: UnitMatch | null,
): Step | null {
  const from = firstUnit?.end ?? first.end
  const connector = lexicon.connectors.lengthAt(text, from)
  if (connector === 0) return null
  const second = readNumeral(text, from + connector)
  if (second === null) return null
  const unit = lexicon.units.match(text, unitStart(text, second.end))
  if (unit === null) return null
  if (firstUnit !== null && firstUnit.unit !== unit.unit) return null
  if (firstUnit !== null && lexicon.changeAfter.lengthAt(text, first.start) > 0) return null
  if (unit.unit.traits.has('time')) return none(unit.end)
  const bounds = joinBounds(first, second)
  if (bounds === null || first.positional || second.positional) return null
  const amount: Amount = { ...amountOf(second, unit), ...bounds, start: first.start }
  return withUnit(lexicon, text, { ...amount, rule: 'quantities/range', round: false })
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
    round: false,
  }
  return { amount, end: unit.end }
}
