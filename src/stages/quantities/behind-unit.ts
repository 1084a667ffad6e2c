import { digitValue, numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import { readMonths } from './age.js'
import { addHalf, addTenth, type Amount, negate } from './amount.js'
import { readParts } from './compound.js'
import type { QuantityLexicon } from './lexicon.js'
import { readBelowZero } from './prefix-unit.js'
import { isMinus } from './signs.js'

/** Takes in what belongs to the amount behind its unit, and a minus before its number. */
export function readAround(lexicon: QuantityLexicon, text: string, amount: Amount): Amount {
  let read = readParts(lexicon, text, amount)
  if (text[read.end - 1] === '成') read = readTenth(lexicon, text, read)
  else if (read.unit.name === '岁') read = readMonths(lexicon, text, read)
  read = readHalfAndPer(lexicon, text, read)
  return read.unit.traits.has('signed') && isMinus(text, read.start)
    ? negate(read, read.start - 1)
    : readBelowZero(lexicon, text, read)
}

/** 半 behind a unit of measurement, and another unit behind a slash: 两公里半, 元/吨. */
export function readHalfAndPer(lexicon: QuantityLexicon, text: string, amount: Amount): Amount {
  if (!amount.unit.traits.has('measure')) return amount
  const half = text[amount.end] === '半' && lexicon.has('quantities/half')
  const read = half ? addHalf(amount, amount.end + 1) : amount
  if (text[read.end] !== '/') return read
  const per = lexicon.units.match(text, read.end + 1)
  if (per === null) return read
  // Units of time go by many names of which the dates make one: 元/月 stays as written.
  const name = per.unit.traits.has('time') ? text.slice(read.end + 1, per.end) : per.unit.name
  return { ...read, end: per.end, unitName: `${read.unit.name}/${name}` }
}

/** 三成五: a digit behind 成. */
function readTenth(lexicon: QuantityLexicon, text: string, amount: Amount): Amount {
  const unit = text.charCodeAt(amount.end)
  const kind = numeralClass[unit]
  if (!lexicon.has('quantities/tenths') || amount.low !== amount.high) return amount
  if (kind !== NumeralClass.arabic && kind !== NumeralClass.digit) return amount
  const end = amount.end + 1
  if (numeralClass[text.charCodeAt(end)] || lexicon.units.match(text, end) !== null) return amount
  return addTenth(amount, digitValue[unit]!, end)
}
