import { isArabicAt, numeralClass, NumeralClass, powerOf } from './numeral-characters.js'

/** Digits with or without thousands separators, a fraction and 万 or 亿 behind them. */
export interface ArabicNumeral {
  readonly end: number
  /** ASCII digits; the number is `integer.fraction × 10^scale`, plus what `rest` adds. */
  readonly integer: string
  readonly fraction: string
  /** The power of ten of the 万, 亿, 百万 … behind it; 0 if none. */
  readonly scale: number
  /** 87万3000 and 5亿1万4千: smaller parts behind, to be added. */
  readonly rest: readonly { readonly digits: string; readonly power: number }[]
}

/**
 * Reads the number in Arabic digits that starts at `at`; null if no digit stands there or if it is a
 * version or section number (3.2.1). `readArabicNumeral('1,200.5万元', 0)`: 1200, 5, scale 4
 */
export function readArabicNumeral(text: string, at: number): ArabicNumeral | null {
  if (!isArabicAt(text, at)) return null
  const integer = readDigits(text, at)
  let end = integer.end
  const grouped = integer.end - at <= 3 ? readGroups(text, end) : end
  const whole = grouped === end ? integer.digits : toAscii(text, at, grouped)
  end = grouped
  let fraction = ''
  if (isPoint(text.charCodeAt(end)) && isArabicAt(text, end + 1)) {
    const read = readDigits(text, end + 1)
    if (isPoint(text.charCodeAt(read.end)) && isArabicAt(text, read.end + 1)) return null
    fraction = read.digits
    end = read.end
  }
  if (fraction === '') return { integer: whole, fraction, ...readMixed(text, end) }
  const scale = readScale(text, end)
  return { end: scale.end, integer: whole, fraction, scale: scale.power, rest: NO_REST }
}

/** The end of the characters that belong to the digits at `at`, dots and commas between them too. */
export function endOfDigits(text: string, at: number): number {
  let end = at
  while (isArabicAt(text, end) || (isJoint(text.charCodeAt(end)) && isArabicAt(text, end + 1)))
    end++
  return end
}

/**
 * Reads 万, 亿, 百万, 千万, 万亿 at `at`; power 0 if none stands there. 百 and 千 that begin a unit
 * (千克, 百分点) are none.
 */
export function readScale(text: string, at: number): { power: number; end: number } {
  let end = at
  let power = 0
  const first = text.charCodeAt(at)
  if (numeralClass[first] === NumeralClass.power) {
    const next = text.charAt(at + 1)
    if (powerOf[first] === 1 || BEGINS_UNIT.has(text.charAt(at) + next)) return { power, end }
    power = powerOf[first]!
    end++
  }
  while (numeralClass[text.charCodeAt(end)] === NumeralClass.scale && power < 24) {
    power += powerOf[text.charCodeAt(end)]!
    end++
  }
  return { power, end }
}

const NO_REST: ArabicNumeral['rest'] = []

/** 千 and 百 as the first character of a unit of measurement or of another word. */
const BEGINS_UNIT: ReadonlySet<string> = new Set(
  '千米 千克 千瓦 千卡 千帕 千赫 千伏 千焦 千字 千安 千乏 百分 百帕 百姓 百货 百度'.split(' '),
)

interface Mixed {
  readonly end: number
  /** The power of ten of the first digits. */
  readonly scale: number
  readonly rest: ArabicNumeral['rest']
}

/**
 * The 百, 千, 万 and 亿 behind the first digits, which end at `at`, with the parts that follow them:
 * 87万3000, 5亿1万4千6百. A 万 or 亿 raises all of its section: 3千5百万 is 35 million.
 */
function readMixed(text: string, at: number): Mixed {
  if (powerOf[text.charCodeAt(at)] === 0 || at === text.length)
    return { end: at, scale: 0, rest: NO_REST }
  const digits = ['']
  const powers: number[] = []
  let { end, small, large } = readPowers(text, at)
  let section = 0
  for (;;) {
    powers.push(small)
    if (large > 0) {
      for (let index = section; index < powers.length; index++) powers[index]! += large
      section = powers.length
    }
    const bound = large > 0 ? large : small
    const part = bound > 0 ? readPart(text, end, bound) : null
    if (part === null) break
    digits.push(part.digits)
    if (part.large > bound && section === powers.length) section = 0
    ;({ end, small, large } = part)
  }
  const rest = powers.slice(1).map((power, index) => ({ digits: digits[index + 1]!, power }))
  return { end, scale: powers[0]!, rest: rest.length === 0 ? NO_REST : rest }
}

interface Powers {
  readonly end: number
  /** The power of 百 or 千, and that of the 万 and 亿 behind it; 0 where there is none. */
  readonly small: number
  readonly large: number
}

/** A smaller part, below 10^bound, behind 万, 千 …; null where what follows is another number. */
function readPart(text: string, at: number, bound: number): (Powers & { digits: string }) | null {
  const zero = text[at] === '零'
  const spaced = text[at] === ' '
  const from = zero || spaced ? at + 1 : at
  if (!isArabicAt(text, from)) return null
  const { digits, end } = readDigits(text, from)
  if (isJoint(text.charCodeAt(end)) && isArabicAt(text, end + 1)) return null
  const powers = readPowers(text, end)
  // A blank parts numbers, but in 7万 5千 4百 the places go on.
  if (spaced && powers.small === 0) return null
  const length = digits.length + powers.small
  // 5万3人 is two numbers, as is 2万3万; 5万3000人, 5万3千人, 5万零3人 and 5万3千亿 are one.
  const whole = zero || powers.small > 0 || digits.length >= Math.min(bound, 4)
  const smaller = powers.large > 0 && length + powers.large <= bound
  return length <= bound && (whole || smaller) ? { ...powers, digits } : null
}

function readPowers(text: string, at: number): Powers {
  const { power, end } = readScale(text, at)
  const small =
    numeralClass[text.charCodeAt(at)] === NumeralClass.power ? powerOf[text.charCodeAt(at)]! : 0
  return power === 0 ? { end, small: 0, large: 0 } : { end, small, large: power - small }
}

function readDigits(text: string, at: number): { digits: string; end: number } {
  let end = at
  let wide = false
  while (isArabicAt(text, end)) {
    if (text.charCodeAt(end) > 0xff00) wide = true
    end++
  }
  return { digits: wide ? toAscii(text, at, end) : text.slice(at, end), end }
}

/** The end of `,ddd` groups behind the first digits; `at` itself where there are none. */
function readGroups(text: string, at: number): number {
  let end = at
  while (isComma(text.charCodeAt(end)) && endOfRun(text, end + 1, 4) - end === 4) end += 4
  return end
}

function endOfRun(text: string, at: number, most: number): number {
  let end = at
  while (end < at + most && isArabicAt(text, end)) end++
  return end
}

function toAscii(text: string, start: number, end: number): string {
  const units: string[] = []
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (isComma(unit)) continue
    units.push(String.fromCharCode(unit > 0xff00 ? unit - 0xfee0 : unit))
  }
  return units.join('')
}

function isPoint(unit: number): boolean {
  return unit === 0x2e || unit === 0xff0e
}

/** The ASCII comma only: ， between numbers separates them in prose (15，300). */
function isComma(unit: number): boolean {
  return unit === 0x2c
}

function isJoint(unit: number): boolean {
  return isPoint(unit) || isComma(unit)
}
