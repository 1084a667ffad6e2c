import {
  digitValue,
  isArabicAt,
  numeralClass,
  NumeralClass,
} from '../../chinese/numeral-characters.js'
import { readNumeral } from '../../chinese/numerals.js'
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  decimalOfDigits,
  multiplyDecimals,
  toDecimal,
} from '../../core/decimal.js'
import type { Amount } from './amount.js'
import type { QuantityLexicon } from './lexicon.js'
import { isPrice } from './price.js'
import type { Unit } from './units.js'

const WHOLE = toDecimal(1)
const RULE = 'quantities/compound'

/**
 * Takes in the smaller parts behind an amount: 3元5角, 3斤5两, 五块六, 1米75. The same amount where none
 * follow.
 */
export function readParts(lexicon: QuantityLexicon, text: string, amount: Amount): Amount {
  if (!lexicon.has(RULE)) return amount
  const read = readCompound(lexicon, text, amount)
  return read === amount ? amount : readSecond(lexicon, text, read)
}

function readCompound(lexicon: QuantityLexicon, text: string, amount: Amount): Amount {
  const follows =
    numeralClass[text.charCodeAt(amount.end)]! > NumeralClass.none ||
    lexicon.partWords.lengthAt(text, amount.end) > 0
  const single = amount.low === amount.high && amount.mod === 'exact'
  if (!follows || !single || amount.low.includes('.')) return asMoney(lexicon, text, amount)
  const base = lexicon.units.named(amount.unit.money ?? amount.unit.name)
  if (base === null) return amount
  let least = amount.unit.times ?? WHOLE
  let total = multiplyDecimals(amount.low, least)
  let { end } = amount
  for (;;) {
    const part = readPart(lexicon, text, end, base, least)
    if (part === null) break
    total = addDecimals(total, part.value)
    least = part.least
    end = part.end
  }
  const tenths = amount.unit.traits.has('tenths') || end > amount.end
  const digits = tenths ? readLooseDigits(lexicon, text, end, amount.unit) : null
  if (digits !== null) {
    total = addDecimals(total, multiplyDecimals(digits.value, least))
    end = digits.end
  }
  if (end === amount.end) return asMoney(lexicon, text, amount)
  return { ...amount, end, low: total, high: total, unit: base, unitName: base.name, rule: RULE }
}

/** 3.5块 is money, 三块 need not be. */
function asMoney(lexicon: QuantityLexicon, text: string, amount: Amount): Amount {
  const name = amount.unit.money
  const unit = name === null ? null : lexicon.units.named(name)
  if (unit === null) return amount
  const money = { ...amount, unit, unitName: unit.name }
  if (isPrice(lexicon, text, amount)) return { ...money, rule: 'quantities/price' }
  return amount.low.includes('.') ? money : amount
}

interface Part {
  readonly value: Decimal
  /** How many of the base unit one of the part is. */
  readonly least: Decimal
  readonly end: number
}

function readPart(
  lexicon: QuantityLexicon,
  text: string,
  at: number,
  base: Unit,
  above: Decimal,
): Part | null {
  const numeral = readNumeral(text, at + lexicon.partWords.lengthAt(text, at))
  if (numeral === null || numeral.low !== numeral.high || numeral.positional) return null
  const match = lexicon.units.match(text, numeral.end)
  if (match === null) return null
  const { unit, end } = match
  const share = unit.partOf.get(base.name) ?? (unit.name === base.name ? unit.times : null)
  if (share === null || compareDecimals(share, above) >= 0) return null
  return { value: multiplyDecimals(numeral.low, share), least: share, end }
}

/** The digits of 五块六 and 1米75: tenths, or hundredths where there are two. */
function readLooseDigits(
  lexicon: QuantityLexicon,
  text: string,
  at: number,
  unit: Unit,
): { value: Decimal; end: number } | null {
  const kind = numeralClass[text.charCodeAt(at)]
  if (kind !== NumeralClass.arabic && kind !== NumeralClass.digit) return null
  let end = at
  while (end < at + 3 && numeralClass[text.charCodeAt(end)] === kind) end++
  const most = unit.kind === 'length' ? 2 : 1
  if (end - at > most || continues(lexicon, text, end)) return null
  let digits = ''
  for (let index = at; index < end; index++) digits += String(digitValue[text.charCodeAt(index)])
  return { value: decimalOfDigits('', digits, 0), end }
}

/** True where the digits before `at` belong to something else: a unit, a longer number, a word. */
function continues(lexicon: QuantityLexicon, text: string, at: number): boolean {
  const next = text.charCodeAt(at)
  return (
    numeralClass[next]! > NumeralClass.none ||
    lexicon.units.match(text, at) !== null ||
    (next < 0x7f && next > 0x20 && next !== 0x2c)
  )
}

/** 五块六到五块七毛八: a range of two compounds. */
function readSecond(lexicon: QuantityLexicon, text: string, first: Amount): Amount {
  const connector = lexicon.connectors.lengthAt(text, first.end)
  const numeral = connector === 0 ? null : readNumeral(text, first.end + connector)
  const match = numeral === null ? null : lexicon.units.match(text, numeral.end)
  if (numeral === null || match === null || numeral.low !== numeral.high) return first
  const { low, high, start } = numeral
  const { unit, end } = match
  const second = readCompound(lexicon, text, { ...first, start, end, low, high, unit })
  if (second.unit.name !== first.unit.name || isArabicAt(text, second.end)) return first
  if (compareDecimals(first.low, second.low) >= 0) return first
  return { ...first, end: second.end, high: second.high }
}
