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
  const scale = readScale(text, end)
  const rest = scale.power > 0 && fraction === '' ? readRest(text, scale.end, scale.power) : NO_REST
  return {
    end: rest.end || scale.end,
    integer: whole,
    fraction,
    scale: scale.power,
    rest: rest.parts,
  }
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

/** 千 and 百 as the first character of a unit of measurement or of another word. */
const BEGINS_UNIT: ReadonlySet<string> = new Set(
  '千米 千克 千瓦 千卡 千帕 千赫 千伏 千焦 千字 千安 千乏 百分 百帕 百姓 百货 百度'.split(' '),
)

const NO_REST = { end: 0, parts: [] }

/** The parts behind 万 or 亿: 3000 in 87万3000, 1万4千6百 in 5亿1万4千6百. */
function readRest(
  text: string,
  at: number,
  above: number,
): { end: number; parts: { digits: string; power: number }[] } {
  const parts: { digits: string; power: number }[] = []
  let end = 0
  let from = at
  let bound = above
  while (isArabicAt(text, from)) {
    const { digits, end: stop } = readDigits(text, from)
    if (isJoint(text.charCodeAt(stop))) break
    const { power, end: scaled } = readScale(text, stop)
    const fits = digits.length + power <= bound
    // 5万3人 is two numbers; 5万3000人 and 5万3千人 are one.
    if (!fits || (power === 0 && digits.length < Math.min(bound, 4))) break
    parts.push({ digits, power })
    end = scaled
    if (power === 0) break
    from = scaled
    bound = power
  }
  return { end, parts }
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
