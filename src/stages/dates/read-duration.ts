import { readNumeral } from '../../chinese/numerals.js'
import { numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import {
  addDecimals,
  type Decimal,
  decimalOfDigits,
  multiplyDecimals,
  toDecimal,
} from '../../core/decimal.js'
import { type Duration, type Read, type Step, TIME_UNITS, type TimeUnit } from './expression.js'
import type { WordMatch } from '../../dictionary/guarded-words.js'
import type { DateLexicon, UnitOfTime } from './lexicon.js'

/** A length of time as read. */
export interface DurationRead extends Duration {
  /** 多, 余 or 几 stand in it. */
  readonly inexact: boolean
}

/** One number with one unit of time: low and high of its count of the TIMEX3 unit. */
interface Term {
  readonly low: Decimal
  readonly high: Decimal
  readonly unit: TimeUnit
  readonly inexact: boolean
  /** 半 behind the unit, or before it. */
  readonly half: boolean
  readonly end: number
}

const ZERO = toDecimal(0)

const HALF = decimalOfDigits('', '5', 0)

/** What half of a unit is: a whole number of a smaller one, where it surely is that many. */
const HALVES: Readonly<Partial<Record<TimeUnit, readonly [TimeUnit, Decimal]>>> = {
  Y: ['M', toDecimal(6)],
  M: ['M', HALF],
  W: ['W', HALF],
  D: ['D', HALF],
  TH: ['TM', toDecimal(30)],
  TM: ['TS', toDecimal(30)],
}

/** Reads 两周年, 3个多月, 半年, 一个半小时, 8天20小时, 3至5年. */
export function readDuration(
  lexicon: DateLexicon,
  text: string,
  at: number,
): Read<DurationRead> | null {
  if (!lexicon.has('dates/duration')) return null
  const first =
    readTerm(lexicon, text, at) ??
    readRange(lexicon, text, at) ??
    readMinutesBeforeSeconds(lexicon, text, at)
  if (first === null) return null
  const terms = [first]
  let { end } = first
  while (terms.length < TIME_UNITS.length) {
    const last = terms[terms.length - 1]!
    if (last.inexact || last.half) break
    const from = end + (lexicon.durationJoins.match(text, end)?.length ?? 0)
    if (numeralClass[text.charCodeAt(from)] === 0) break
    const next =
      readTerm(lexicon, text, from) ?? (last.unit === 'TH' ? readMinor(lexicon, text, from) : null)
    if (next === null || TIME_UNITS.indexOf(next.unit) <= TIME_UNITS.indexOf(last.unit)) break
    terms.push(next)
    end = next.end
  }
  end = endOfNights(lexicon, text, first, end)
  const exact = terms.every(({ low, high }) => low === high)
  const low = toValue(terms, 'low')
  return {
    value: {
      value: exact ? low : `${low}/${toValue(terms, 'high')}`,
      steps: exact ? toSteps(terms) : null,
      inexact: terms.some(({ inexact }) => inexact),
    },
    end,
  }
}

/** 两夜 behind 三天 adds nothing to its length. */
function endOfNights(lexicon: DateLexicon, text: string, { unit }: Term, end: number): number {
  if (unit !== 'D' || !numeralClass[text.charCodeAt(end)]) return end
  const nights = readNumeral(text, end)
  const word = nights === null ? null : lexicon.nights.match(text, nights.end)
  return nights === null || word === null ? end : nights.end + word.length
}

/** 分 counts minutes behind an hour … */
function readMinor(lexicon: DateLexicon, text: string, at: number): Term | null {
  const numeral = readNumeral(text, at)
  if (numeral === null || numeral.bare || numeral.positional || numeral.mod !== 'exact') return null
  const match = lexicon.minorUnits.match(text, numeral.end)
  if (match === null) return null
  const { count, unit } = match.means
  const low = multiplyDecimals(numeral.low, count)
  const high = multiplyDecimals(numeral.high, count)
  return { low, high, unit, inexact: false, half: false, end: numeral.end + match.length }
}

/** … and before seconds; alone it is a point of a score. */
function readMinutesBeforeSeconds(lexicon: DateLexicon, text: string, at: number): Term | null {
  const minutes = readMinor(lexicon, text, at)
  if (minutes === null || !numeralClass[text.charCodeAt(minutes.end)]) return null
  return readTerm(lexicon, text, minutes.end)?.unit === 'TS' ? minutes : null
}

/** 半年 is six months to count, 一年半 a year and six months; null where a part is left over. */
function toSteps(terms: readonly Term[]): readonly Step[] | null {
  const steps: Step[] = []
  for (const { low, unit, half } of terms) {
    if (low !== ZERO || !half) steps.push({ unit, count: Number(low) })
    const part = half ? (HALVES_TO_COUNT[unit] ?? HALVES[unit]) : undefined
    if (part !== undefined) steps.push({ unit: part[0], count: Number(part[1]) })
  }
  const whole = steps.every(({ unit, count }) => unit.startsWith('T') || Number.isInteger(count))
  return whole && steps.every(({ count }) => count < MOST_STEPS) ? steps : null
}

/** 半个月前 is some fifteen days before. */
const HALVES_TO_COUNT: typeof HALVES = { M: ['D', toDecimal(15)], D: ['TH', toDecimal(12)] }

/** More of anything leads out of the years that a value can name. */
const MOST_STEPS = 1_000_000

function readTerm(lexicon: DateLexicon, text: string, at: number): Term | null {
  if (numeralClass[text.charCodeAt(at)] === NumeralClass.half) return readHalf(lexicon, text, at)
  const numeral = readNumeral(text, at)
  if (numeral === null || numeral.bare || numeral.positional) return null
  if (isOddYear(text, numeral.start, numeral.end)) return null
  const from = text[numeral.end] === ' ' ? numeral.end + 1 : numeral.end
  const counted = text[from] === '个' && COUNTED.includes(text[from + 1] ?? ' ')
  const match = counted
    ? lexicon.countedUnits.match(text, from + 2)
    : (lexicon.durationUnits.match(text, from) ?? readCalendarUnit(lexicon, text, at, from))
  if (match === null) return null
  const end = (counted ? from + 2 : from) + match.length
  const { count, unit } = match.means
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

/**
 * 日 and 月 count only where the text says that they are lengths: 7日内, 三日后 and, as 两 names no day and
 * no month, 两日.
 */
function readCalendarUnit(
  lexicon: DateLexicon,
  text: string,
  at: number,
  unit: number,
): WordMatch<UnitOfTime> | null {
  const match = lexicon.calendarUnits.match(text, unit)
  if (match === null) return null
  const end = unit + match.length
  if (text[at] === '两' || lexicon.durationNeeds.match(text, end) !== null) return match
  const away = lexicon.ago.match(text, end) ?? lexicon.ahead.match(text, end)
  const spelled = numeralClass[text.charCodeAt(at)] !== NumeralClass.arabic
  return spelled && text[unit] === '日' && away !== null ? match : null
}

function readHalf(lexicon: DateLexicon, text: string, at: number): Term | null {
  const counted = text[at + 1] === '个' && COUNTED.includes(text[at + 2] ?? ' ')
  const from = counted ? at + 3 : at + 1
  const match = counted
    ? lexicon.countedUnits.match(text, from)
    : (lexicon.durationUnits.match(text, from) ?? lexicon.calendarUnits.match(text, from))
  if (match === null) return null
  const { unit } = match.means
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

/** ISO 8601: `P2Y6M`, `PT70M`, `P8DT20H`. Only the last term can have a half, which is of a finer unit. */
function toValue(terms: readonly Term[], end: 'low' | 'high'): string {
  let value = 'P'
  for (const { unit, half, [end]: count } of terms) {
    const part = half ? HALVES[unit] : undefined
    if (part === undefined) value = append(value, unit, count)
    else if (part[0] === unit) value = append(value, unit, addDecimals(count, part[1]))
    else {
      if (count !== ZERO) value = append(value, unit, count)
      value = append(value, ...part)
    }
  }
  return value
}

function append(value: string, unit: TimeUnit, count: Decimal): string {
  if (unit.length === 1) return `${value}${count}${unit}`
  return `${value}${value.includes('T') ? '' : 'T'}${count}${unit.slice(1)}`
}
