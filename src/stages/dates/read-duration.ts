import { readNumeral } from '../../chinese/numerals.js'
import { numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import {
  addDecimals,
  type Decimal,
  decimalOfDigits,
  multiplyDecimals,
  parseDecimal,
  toDecimal,
} from '../../core/decimal.js'
import type { Duration, Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'

/** A length of time as read. */
export interface DurationRead extends Duration {
  /** 多, 余 or 几 stand in it. */
  readonly inexact: boolean
}

/** One number with one unit of time: low and high of its count of the TIMEX3 unit. */
interface Term {
  readonly low: Decimal
  readonly high: Decimal
  readonly unit: string
  readonly inexact: boolean
  /** 半 behind the unit, or before it. */
  readonly half: boolean
  readonly end: number
}

const ZERO = toDecimal(0)

/** What half of a unit is, as a whole number of a smaller one. */
const HALVES: Readonly<Record<string, readonly [string, Decimal]>> = {
  Y: ['M', toDecimal(6)],
  M: ['D', toDecimal(15)],
  W: ['W', decimalOfDigits('', '5', 0)],
  D: ['TH', toDecimal(12)],
  TH: ['TM', toDecimal(30)],
  TM: ['TS', toDecimal(30)],
}

const UNITS = ['Y', 'M', 'W', 'D', 'TH', 'TM', 'TS']

/** Reads 两周年, 3个多月, 半年, 一个半小时, 8天20小时, 3至5年. */
export function readDuration(
  lexicon: DateLexicon,
  text: string,
  at: number,
): Read<DurationRead> | null {
  if (!lexicon.has('dates/duration')) return null
  const first = readTerm(lexicon, text, at) ?? readRange(lexicon, text, at)
  if (first === null) return null
  const terms = [first]
  let { end } = first
  while (terms.length < UNITS.length) {
    const last = terms[terms.length - 1]!
    if (last.inexact || last.half || numeralClass[text.charCodeAt(end)] === 0) break
    const next = readTerm(lexicon, text, end)
    if (next === null || UNITS.indexOf(next.unit) <= UNITS.indexOf(last.unit)) break
    terms.push(next)
    end = next.end
  }
  const low = toValue(terms.map((term) => ({ ...term, count: term.low })))
  const high = toValue(terms.map((term) => ({ ...term, count: term.high })))
  const single = terms.length === 1 && first.low === first.high && !first.half
  return {
    value: {
      value: low === high ? low : `${low}/${high}`,
      count: single ? Number(first.low) : halfYear(first),
      unit: halfYear(first) === null ? first.unit : 'M',
      inexact: terms.some(({ inexact }) => inexact),
    },
    end,
  }
}

/** 半年前 counts as six months. */
function halfYear(term: Term): number | null {
  return term.half && term.low === ZERO && term.unit === 'Y' ? 6 : null
}

function readTerm(lexicon: DateLexicon, text: string, at: number): Term | null {
  if (numeralClass[text.charCodeAt(at)] === NumeralClass.half) return readHalf(lexicon, text, at)
  const numeral = readNumeral(text, at)
  if (numeral === null || numeral.bare || numeral.positional) return null
  if (isOddYear(text, numeral.start, numeral.end)) return null
  const from = text[numeral.end] === ' ' ? numeral.end + 1 : numeral.end
  const counted = text[from] === '个' && COUNTED.includes(text[from + 1] ?? ' ')
  const match = counted
    ? lexicon.countedUnits.match(text, from + 2)
    : (lexicon.durationUnits.match(text, from) ?? readCalendarUnit(lexicon, text, from))
  if (match === null) return null
  const end = (counted ? from + 2 : from) + match.length
  const { count, unit } = toUnit(match.means)
  const half = counted ? text[from + 1] === '半' : text[end] === '半'
  return {
    low: multiplyDecimals(numeral.low, count),
    high: multiplyDecimals(numeral.high, count),
    unit,
    inexact: numeral.mod !== 'exact' || (counted && !half),
    half,
    end: half && !counted ? end + 1 : end,
  }
}

/** 9020年 is no length of time, 5000年 is. */
function isOddYear(text: string, start: number, end: number): boolean {
  return end - start === 4 && text[end] === '年' && /^\d\d(?!00)\d\d$/.test(text.slice(start, end))
}

/** What may stand between 个 and its unit: 三个多月, 一个半月. */
const COUNTED = '多余半'

/** 7日内: 日 and 月 count only where the text says that they are lengths. */
function readCalendarUnit(
  lexicon: DateLexicon,
  text: string,
  at: number,
): { readonly means: string; readonly length: number } | null {
  const match = lexicon.calendarUnits.match(text, at)
  if (match === null || lexicon.durationNeeds.match(text, at + match.length) === null) return null
  return match
}

function readHalf(lexicon: DateLexicon, text: string, at: number): Term | null {
  const counted = text[at + 1] === '个' && COUNTED.includes(text[at + 2] ?? ' ')
  const from = counted ? at + 3 : at + 1
  const match = counted
    ? lexicon.countedUnits.match(text, from)
    : lexicon.durationUnits.match(text, from)
  if (match === null) return null
  const { unit } = toUnit(match.means)
  if (HALVES[unit] === undefined) return null
  return { low: ZERO, high: ZERO, unit, inexact: counted, half: true, end: from + match.length }
}

/** 3至5年, 8-10天. */
function readRange(lexicon: DateLexicon, text: string, at: number): Term | null {
  const first = readNumeral(text, at)
  if (first === null || first.bare || first.positional) return null
  const connector = lexicon.connectors.match(text, first.end)
  if (connector === null) return null
  const second = readTerm(lexicon, text, first.end + connector.length)
  if (second === null || second.half || Number(first.low) >= Number(second.high)) return null
  return { ...second, low: first.low }
}

function toUnit(code: string): { count: Decimal; unit: string } {
  const digits = /^\d+/.exec(code)?.[0] ?? '1'
  return { count: parseDecimal(digits) ?? toDecimal(1), unit: code.slice(digits.length) }
}

/** ISO 8601: `P2Y6M`, `PT70M`, `P8DT20H`. */
function toValue(terms: readonly (Term & { readonly count: Decimal })[]): string {
  const counts = new Map<string, Decimal>()
  const add = (unit: string, count: Decimal): void => {
    counts.set(unit, addDecimals(counts.get(unit) ?? ZERO, count))
  }
  for (const { unit, count, half } of terms) {
    if (count !== ZERO || !half) add(unit, count)
    const part = half ? HALVES[unit] : undefined
    if (part !== undefined) add(part[0], part[1])
  }
  let value = 'P'
  for (const unit of UNITS) {
    const count = counts.get(unit)
    if (count === undefined) continue
    if (unit.startsWith('T') && !value.includes('T')) value += 'T'
    value += count + unit.slice(-1)
  }
  return value
}
