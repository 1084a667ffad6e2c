import { endOfDigits } from '../../chinese/arabic-numeral.js'
import { isArabicAt, numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import { type Numeral, readNumeral } from '../../chinese/numerals.js'
import {
  addDecimals,
  decimalOfDigits,
  divideDecimals,
  multiplyDecimals,
  negateDecimal,
  toDecimal,
} from '../../core/decimal.js'
import { plain, type ReadNumber, single } from './number.js'
import type { NumberLexicon } from './number-lexicon.js'
import { readNumberRange } from './number-range.js'
import { isMinus } from './signs.js'

/** Where reading goes on, with the number read or none. */
export interface NumberStep {
  readonly number: ReadNumber | null
  readonly end: number
}

/** Reads the number that starts at `at`, where a numeral character stands. */
export function readNumber(lexicon: NumberLexicon, text: string, at: number): NumberStep {
  const kind = numeralClass[text.charCodeAt(at)]
  if (kind === NumeralClass.arabic && lexicon.exclusions.isGlued(text, at))
    return pass(endOfDigits(text, at))
  if (kind === NumeralClass.half) return readHalf(lexicon, text, at)
  const numeral = readNumeral(text, at)
  if (numeral === null) return pass(isArabicAt(text, at) ? endOfDigits(text, at) : at + 1)
  if (lexicon.exclusions.isBarred(text, at, numeral.end)) return pass(numeral.end)
  if (text.startsWith('分之', numeral.end)) return readFraction(lexicon, text, numeral)
  if (isNoNumber(lexicon, text, numeral)) return pass(numeral.end)
  const first =
    readSlash(lexicon, text, numeral) ??
    readExponent(lexicon, text, numeral) ??
    readSuffix(lexicon, text, numeral) ??
    readMixedFraction(lexicon, text, numeral) ??
    readDozens(lexicon, text, numeral) ??
    readOneHalf(lexicon, text, numeral) ??
    readNumberRange(lexicon, text, numeral) ??
    plain(numeral)
  return { number: signed(text, first), end: first.end }
}

function pass(end: number): NumberStep {
  return { number: null, end }
}

/** 15k, 1.2M: a letter for thousands or millions, with nothing of a word behind it. */
function readSuffix(lexicon: NumberLexicon, text: string, numeral: Numeral): ReadNumber | null {
  const power = lexicon.suffixes.get(text.charAt(numeral.end))
  if (power === undefined || numeral.script !== 'arabic') return null
  const end = numeral.end + 1
  if (/[0-9A-Za-z]/.test(text.charAt(end))) return null
  const value = multiplyDecimals(numeral.low, decimalOfDigits('1', '', power))
  return single(numeral.start, end, value, 'numbers/suffix')
}

/** 万 and 百万 name no number; 三成 and 九折 are shares. */
function isNoNumber(lexicon: NumberLexicon, text: string, numeral: Numeral): boolean {
  if (numeral.digitless) return true
  const unit = lexicon.units.match(text, numeral.end)
  return unit !== null && unit.unit.kind === 'share' && unit.unit.times !== null
}

/** 半 where it halves something counted: 半个, 半公里. */
function readHalf(lexicon: NumberLexicon, text: string, at: number): NumberStep {
  const halved =
    lexicon.units.match(text, at + 1) !== null || lexicon.halves.match(text, at) !== null
  if (!halved || !lexicon.has('numbers/half')) return pass(at + 1)
  return {
    number: single(at, at + 1, HALF, 'numbers/half'),
    end: at + 1,
  }
}

/**
 * 三分之二, 负三分之一. Behind 百分之 and 千分之, which name a unit, the number is the one that follows:
 * 百分之五 is 5.
 */
function readFraction(lexicon: NumberLexicon, text: string, below: Numeral): NumberStep {
  const from = below.end + '分之'.length
  const negative = text[from] === '负'
  const above = readNumeral(text, negative ? from + 1 : from)
  if ((below.bare && !negative) || above === null || !lexicon.has('numbers/fraction'))
    return pass(from)
  const quotient = divideDecimals(above.low, below.low)
  if (quotient === null) return pass(above.end)
  const value = negative ? negateDecimal(quotient) : quotient
  const number = signed(text, single(below.start, above.end, value, 'numbers/fraction'))
  return { number, end: above.end }
}

/** 3又二分之一: a whole and a fraction. */
function readMixedFraction(
  lexicon: NumberLexicon,
  text: string,
  whole: Numeral,
): ReadNumber | null {
  if (text[whole.end] !== '又') return null
  const below = readNumeral(text, whole.end + 1)
  if (below === null || !text.startsWith('分之', below.end)) return null
  const { number } = readFraction(lexicon, text, below)
  if (number === null) return null
  const value = addDecimals(whole.low, number.low)
  return { ...number, start: whole.start, low: value, high: value }
}

/** 1/3; not where more slashes make a date or a path of it. */
function readSlash(lexicon: NumberLexicon, text: string, above: Numeral): ReadNumber | null {
  const slash = text.charCodeAt(above.end)
  if (above.script !== 'arabic' || slash !== SLASH || !isArabicAt(text, above.end + 1)) return null
  const below = readNumeral(text, above.end + 1)
  if (below === null || !lexicon.has('numbers/fraction') || text.charCodeAt(below.end) === SLASH)
    return null
  const value = divideDecimals(above.low, below.low)
  if (value === null) return null
  return single(above.start, below.end, value, 'numbers/fraction')
}

const SLASH = 0x2f

/** 1.2e5, 3E-2: at most two digits of exponent. */
function readExponent(lexicon: NumberLexicon, text: string, base: Numeral): ReadNumber | null {
  if (base.script !== 'arabic' || (text[base.end] !== 'e' && text[base.end] !== 'E')) return null
  const sign = text[base.end + 1]
  let end = base.end + (sign === '+' || sign === '-' ? 2 : 1)
  const from = end
  while (end < from + 3 && isArabicAt(text, end)) end++
  if (end === from || end === from + 3 || !lexicon.has('numbers/exponent')) return null
  const power = Number(text.slice(from, end)) * (sign === '-' ? -1 : 1)
  const value = multiplyDecimals(base.low, decimalOfDigits('1', '', power))
  return single(base.start, end, value, 'numbers/exponent')
}

/** 三打: thirty-six. */
function readDozens(lexicon: NumberLexicon, text: string, numeral: Numeral): ReadNumber | null {
  const match = lexicon.dozens.match(text, numeral.end)
  if (match === null) return null
  const low = multiplyDecimals(numeral.low, DOZEN)
  const high = numeral.low === numeral.high ? low : multiplyDecimals(numeral.high, DOZEN)
  const end = numeral.end + match.length
  return { ...plain(numeral), end, low, high, rule: 'numbers/dozen' }
}

const DOZEN = toDecimal(12)
const ONE = toDecimal(1)
const HALF = decimalOfDigits('', '5', 0)

/** 一半, the half of it. */
function readOneHalf(lexicon: NumberLexicon, text: string, one: Numeral): ReadNumber | null {
  if (one.low !== ONE || one.high !== ONE || text[one.end] !== '半') return null
  if (!lexicon.has('numbers/half')) return null
  return single(one.start, one.end + 1, HALF, 'numbers/half')
}

function signed(text: string, number: ReadNumber): ReadNumber {
  const spaced = text[number.start - 1] === ' ' ? number.start - 1 : number.start
  if (number.rule === 'numbers/range' || number.rule === 'numbers/between') return number
  if (!isMinus(text, spaced)) return number
  const { low, high } = number
  return { ...number, start: spaced - 1, low: negateDecimal(high), high: negateDecimal(low) }
}
