import { isArabicAt } from '../../chinese/numeral-characters.js'
import { type Numeral, readNumeral } from '../../chinese/numerals.js'
import { type Decimal, toDecimal } from '../../core/decimal.js'
import { type Amount, joinBounds, none, type Step, toPercent } from './amount.js'
import type { QuantityLexicon } from './lexicon.js'
import type { ReadingId } from './rule-schema.js'
import type { Unit } from './units.js'

/** 百分之七十, 百分之十到十五, 千分之二, 百分百; null where none of these starts at `at`. */
export function readPercentWords(lexicon: QuantityLexicon, text: string, at: number): Step | null {
  if (text[at + 1] !== '分') return null
  const hundred = text[at] === '百'
  const unit = hundred ? lexicon.percent : lexicon.permille
  if ((!hundred && text[at] !== '千') || unit === null) return null
  if (!lexicon.has('quantities/percent-words')) return null
  const rule = 'quantities/percent-words'
  if (hundred && text[at + 2] === '百') {
    const whole = toDecimal(100)
    return toStep(at, at + 3, { low: whole, high: whole }, unit, rule)
  }
  const first = text[at + 2] === '之' ? readNumeral(text, at + 3) : null
  if (first === null) return null
  const connector = lexicon.connectors.lengthAt(text, first.end)
  const from = first.end + connector
  const again = text.startsWith(text.slice(at, at + 3), from) ? 3 : 0
  const second = connector === 0 ? null : readNumeral(text, from + again)
  const follows = second !== null && lexicon.units.match(text, second.end) === null
  const bounds = second !== null && follows ? joinBounds(first, second) : null
  if (second !== null && bounds !== null)
    return toStep(at, second.end, bounds, unit, 'quantities/range')
  return toStep(at, first.end, first, unit, rule, first.mod)
}

/** 三分之二, as a percentage; null where `denominator` is not the lower part of a fraction. */
export function readFraction(
  lexicon: QuantityLexicon,
  text: string,
  denominator: Numeral,
): Step | null {
  if (!text.startsWith('分之', denominator.end) || lexicon.percent === null) return null
  const numerator = readNumeral(text, denominator.end + 2)
  if (numerator === null || !lexicon.has('quantities/fraction')) return null
  const bounds = toPercent(numerator.low, denominator.low)
  if (bounds === null) return none(numerator.end)
  const { start } = denominator
  return toStep(start, numerator.end, bounds, lexicon.percent, 'quantities/fraction', numerator.mod)
}

/**
 * 3/4 as a percentage, where the words around say that it is a share; null for scores, dates and other
 * numbers with a slash.
 */
export function readSlash(lexicon: QuantityLexicon, text: string, above: Numeral): Step | null {
  if (text[above.end] !== '/' || above.script !== 'arabic' || lexicon.percent === null) return null
  const below = isArabicAt(text, above.end + 1) ? readNumeral(text, above.end + 1) : null
  if (below === null || below.fractional || above.fractional || text[below.end] === '/') return null
  const shared =
    lexicon.sharedBefore.lengthAt(text, above.start) > 0 ||
    lexicon.sharedBehind.lengthAt(text, below.end) > 0
  if (!shared || above.end - above.start > 2 || below.end - above.end > 4) return null
  const bounds = toPercent(above.low, below.low)
  if (bounds === null || above.low === below.low) return null
  return toStep(above.start, below.end, bounds, lexicon.percent, 'quantities/fraction')
}

/** 半数, 一半, and 对折 behind 打. */
export function readHalfShare(lexicon: QuantityLexicon, text: string, at: number): Step | null {
  const reduced = lexicon.halfPrices.lengthAt(text, at)
  const priced = reduced > 0 && lexicon.reducedBefore.lengthAt(text, at) > 0
  const length = priced ? reduced : lexicon.halfWords.lengthAt(text, at)
  if (length === 0 || lexicon.percent === null) return null
  if (lexicon.notHalfWords.lengthAt(text, at) > length) return null
  const rule = priced ? 'quantities/half-price' : 'quantities/half-share'
  const half = toDecimal(50)
  const bounds = { low: half, high: half }
  return toStep(at, at + length, bounds, lexicon.percent, rule)
}

function toStep(
  start: number,
  end: number,
  bounds: { readonly low: Decimal; readonly high: Decimal },
  unit: Unit,
  rule: ReadingId,
  mod: Amount['mod'] = 'exact',
): Step {
  const { low, high } = bounds
  const amount = { start, end, low, high, mod, unit, unitName: unit.name, rule, round: 0 }
  return { amount, end }
}
