import { addDecimals, type Decimal, decimalOfDigits, toDecimal } from '../core/decimal.js'
import { type ArabicNumeral, readArabicNumeral, readScale } from './arabic-numeral.js'
import { type ChineseNumeral, readChineseNumeral } from './chinese-numeral.js'
import { digitValue, numeralClass, NumeralClass, powerOf } from './numeral-characters.js'

/** A number as written, with what it leaves open. */
export interface Numeral {
  readonly start: number
  readonly end: number
  /** `low` and `high` are equal for a single number; 三四十 is 30 and 40, 数十 is 20 and 99. */
  readonly low: Decimal
  readonly high: Decimal
  /** `at-least` for 多 or 余 inside (十多万), `approx` for 来, 数 and 几. */
  readonly mod: 'exact' | 'at-least' | 'approx'
  readonly script: 'arabic' | 'chinese'
  /** Chinese digits lined up (二〇二四): a year or a code, hardly an amount. */
  readonly positional: boolean
  /** Begins with 百, 千, 万 or 亿 and no digit: an amount only beside a modifier (近百家). */
  readonly bare: boolean
  /** Nothing but 百, 千, 万 and 亿: 百万, but not 百三. */
  readonly digitless: boolean
  /** It has digits behind a point. */
  readonly fractional: boolean
  /** The power of ten of the 万 or 亿 at its end; 0 if none. */
  readonly scale: number
}

/**
 * Reads the number, in whatever characters, that starts at `at`, with 多, 余 or 来 behind it; null if
 * none stands there. Signs, percentages and ranges are not its matter. Linear in what it reads.
 * `readNumeral('1400多项', 0) // 1400, at-least, ends before 项`
 */
export function readNumeral(text: string, at: number): Numeral | null {
  switch (numeralClass[text.charCodeAt(at)]) {
    case NumeralClass.arabic:
      return fromArabic(text, at)
    case NumeralClass.digit:
    case NumeralClass.power:
    case NumeralClass.scale:
    case NumeralClass.vague:
      return fromChinese(text, at)
    default:
      return null
  }
}

/** The value of a text that is one number and nothing else; null otherwise. `parseNumeral('三万五') // '35000'` */
export function parseNumeral(text: string): Decimal | null {
  const numeral = readNumeral(text, 0)
  if (numeral === null || numeral.end !== text.length || numeral.mod !== 'exact') return null
  return numeral.low === numeral.high ? numeral.low : null
}

function fromArabic(text: string, at: number): Numeral | null {
  const read = readArabicNumeral(text, at)
  if (read === null) return null
  const tail = readTail(text, read.end, read.scale)
  const value = valueOfArabic(read, tail.power)
  return {
    start: at,
    end: tail.end,
    low: value,
    high: value,
    mod: tail.mod,
    script: 'arabic',
    positional: false,
    bare: false,
    digitless: false,
    fractional: read.fraction !== '',
    scale: read.scale + tail.power,
  }
}

function valueOfArabic(read: ArabicNumeral, power: number): Decimal {
  let value = decimalOfDigits(read.integer, read.fraction, read.scale + power)
  for (const part of read.rest)
    value = addDecimals(value, decimalOfDigits(part.digits, '', part.power + power))
  return value
}

function fromChinese(text: string, at: number): Numeral | null {
  const low = readChineseNumeral(text, at)
  if (low === null) return null
  const high = low.spread === 'none' ? low : readChineseNumeral(text, at, true)
  const fraction = low.spread === 'none' && !low.positional ? readFraction(text, low) : null
  const end = fraction?.end ?? low.end
  const power = fraction?.power ?? 0
  const tail = readTail(text, end, low.scale + power)
  const toValue = ({ value }: ChineseNumeral): Decimal =>
    fraction === null && typeof value === 'number' && tail.power === 0
      ? toDecimal(value)
      : decimalOfDigits(String(value), fraction?.digits ?? '', power + tail.power)
  const value = toValue(low)
  return {
    start: at,
    end: tail.end,
    low: value,
    high: high === null || high === low ? value : toValue(high),
    mod: tail.mod !== 'exact' ? tail.mod : low.spread === 'vague' ? 'approx' : 'exact',
    script: 'chinese',
    positional: low.positional,
    bare: low.bare,
    digitless: low.bare && isDigitless(text, at, low.end),
    fractional: fraction !== null,
    scale: low.scale + power + tail.power,
  }
}

function isDigitless(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!(powerOf[text.charCodeAt(at)]! > 1)) return false
  return true
}

/** 点 with digits of either kind, and a 万 or 亿 behind them: 点五, 点77, 点二三亿. */
function readFraction(
  text: string,
  whole: ChineseNumeral,
): { digits: string; power: number; end: number } | null {
  if (text[whole.end] !== '点') return null
  let end = whole.end + 1
  const digits: number[] = []
  const kind = numeralClass[text.charCodeAt(end)]
  if (kind !== NumeralClass.digit && kind !== NumeralClass.arabic) return null
  while (numeralClass[text.charCodeAt(end)] === kind && text[end] !== '两') {
    digits.push(digitValue[text.charCodeAt(end)]!)
    end++
  }
  // 三点十分 and 三点二十 tell the time.
  if (digits.length === 0 || powerOf[text.charCodeAt(end)] === 1) return null
  const scale = readScale(text, end)
  return { digits: digits.join(''), power: scale.power, end: scale.end }
}

/** What may stand between a number and its unit: 多, 余, 几, 来, and a 万 or 亿 behind (十多万). */
function readTail(
  text: string,
  at: number,
  scale: number,
): { end: number; power: number; mod: Numeral['mod'] } {
  const mark = text[at]
  const mod = mark === '多' || mark === '余' || mark === '+' ? 'at-least' : 'approx'
  if (mod === 'approx' && (mark !== '来' || !isRoundAt(text, at - 1) || text[at + 1] === '自'))
    return { end: at, power: 0, mod: 'exact' }
  const { power, end } = readScale(text, at + 1)
  // 30万多亿: a larger scale may still follow a smaller.
  return scale >= 4 && power <= scale ? { end: at + 1, power: 0, mod } : { end, power, mod }
}

/** True where a number ends at `at` with a power of ten: 三十, 30. */
function isRoundAt(text: string, at: number): boolean {
  return powerOf[text.charCodeAt(at)] !== 0 || text[at] === '0'
}
