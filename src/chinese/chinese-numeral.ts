import { digitValue, numeralClass, NumeralClass, powerOf } from './numeral-characters.js'

/** An integer in Chinese numerals, as far as they can be read. */
export interface ChineseNumeral {
  readonly end: number
  /** Non-negative; a bigint only beyond the safe integers, digits where digits were lined up. */
  readonly value: number | bigint | string
  /** `pair` for 三四(十), `vague` for 几十 or 十几: there is a second, higher reading. */
  readonly spread: 'none' | 'pair' | 'vague'
  /** Digits were lined up as in 二〇二四, so it is a name or a year more than an amount. */
  readonly positional: boolean
  /** It begins with 百, 千, 万 or 亿: an amount only where something else says so (近百家). */
  readonly bare: boolean
  /** The power of ten of its last 万 or 亿; 0 if none. */
  readonly scale: number
}

/**
 * Reads the Chinese numeral that starts at `at`, without sign or fraction; null if there is none.
 * `higher` asks for the other end of a spread: 三四十 is 30 and 40, 几十 is 20 and 99.
 * Takes time linear in the numeral. `readChineseNumeral('一万三家', 0).value // 13000`
 */
export function readChineseNumeral(
  text: string,
  at: number,
  higher = false,
): ChineseNumeral | null {
  const run = digitRun(text, at)
  if (run === 1 && !numeralClass[text.charCodeAt(at + 1)]) return singleDigit(text, at)
  if (run > 2 || (run === 2 && !isPair(text, at) && !opensLargerPart(text, at)))
    return positional(text, at, at + run)
  const reader = new Reader(text, at, higher)
  return reader.read()
}

/** The length of the digits lined up at `at`; 零 at the front counts. */
function digitRun(text: string, at: number): number {
  let end = at
  while (numeralClass[text.charCodeAt(end)] === NumeralClass.digit && !isTael(text, at, end)) end++
  return end - at
}

/** 两 closes no numeral (三十两 is thirty taels), but for 一两 and before 百, 千, 万 and 亿. */
function isTael(text: string, start: number, at: number): boolean {
  if (text[at] !== '两' || at === start || powerOf[text.charCodeAt(at + 1)]! > 1) return false
  return at > start + 1 || digitValue[text.charCodeAt(start)] !== 1
}

/** Two digits that name neighbours, 三四 or 一两, or the idiom 三五: an amount between the two. */
function isPair(text: string, at: number): boolean {
  const first = digitValue[text.charCodeAt(at)]!
  const second = digitValue[text.charCodeAt(at + 1)]!
  return first > 0 && (second === first + 1 || (first === 3 && second === 5))
}

/** 零五 before a larger unit is no line of digits. */
function opensLargerPart(text: string, at: number): boolean {
  return digitValue[text.charCodeAt(at)] === 0 && powerOf[text.charCodeAt(at + 2)] !== 0
}

/** The commonest case by far, 一 or 两 alone, needs no reader. */
function singleDigit(text: string, at: number): ChineseNumeral {
  const value = digitValue[text.charCodeAt(at)]!
  return { end: at + 1, value, spread: 'none', positional: false, bare: false, scale: 0 }
}

function positional(text: string, start: number, end: number): ChineseNumeral {
  const digits: string[] = []
  for (let at = start; at < end; at++) digits.push(String(digitValue[text.charCodeAt(at)]))
  return {
    end,
    value: digits.join(''),
    spread: 'none',
    positional: true,
    bare: false,
    scale: 0,
  }
}

/** Powers beyond this are no number any more; it also bounds the length of one numeral. */
const HIGHEST_POWER = 40

/** Reads 千百十 groups and the 万 and 亿 that raise them. One use: holds the state of one reading. */
class Reader {
  private at: number
  /** Groups below ten thousand with the power of ten that 万 and 亿 gave them. */
  private readonly groups: number[] = []
  private readonly powers: number[] = []
  private group = 0
  private digit = -1
  /** The power of ten of the last 十百千 in the group or, at its start, of the 万 or 亿 before. */
  private last = HIGHEST_POWER
  private inGroup = false
  private zero = false
  private spread: 'none' | 'pair' | 'vague' = 'none'
  private scale = 0
  /** 亿 stands once in a numeral, and 万 once before it and once behind. */
  private hasHundredMillion = false
  private hasTenThousand = false

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly higher: boolean,
  ) {
    this.at = start
  }

  read(): ChineseNumeral | null {
    while (this.step()) this.at++
    if (this.at === this.start) return null
    if (this.at === this.start + 1 && this.spread === 'vague') return null
    this.closeGroup(0)
    const value = this.sum()
    return {
      end: this.at,
      value: this.spread === 'vague' && this.higher ? lessOne(value) : value,
      spread: this.spread,
      positional: false,
      bare: powerOf[this.text.charCodeAt(this.start)]! > 1,
      scale: this.scale,
    }
  }

  /** Takes the character at `at`, or says that the numeral ends before it. */
  private step(): boolean {
    const unit = this.text.charCodeAt(this.at)
    switch (numeralClass[unit]) {
      case NumeralClass.digit:
        return this.takeDigit(digitValue[unit]!)
      case NumeralClass.power:
        return this.takePower(powerOf[unit]!, digitValue[unit]!)
      case NumeralClass.scale:
        return this.takeScale(powerOf[unit]!)
      case NumeralClass.vague:
        return this.takeVague()
      default:
        return false
    }
  }

  private takeDigit(value: number): boolean {
    if (isTael(this.text, this.start, this.at)) return false
    if (this.digit >= 0 && !(this.digit === 0 && this.zero)) return false
    if (value === 0) {
      if (this.at > this.start && !numeralClass[this.text.charCodeAt(this.at + 1)]) return false
      this.zero = true
      this.digit = this.at === this.start ? 0 : -1
      return true
    }
    const run = digitRun(this.text, this.at)
    if (run > 2 || (run === 2 && !isPair(this.text, this.at))) return false
    this.digit = value
    if (run === 2) {
      this.spread = 'pair'
      this.at++
      if (this.higher) this.digit = digitValue[this.text.charCodeAt(this.at)]!
    }
    return true
  }

  /** `own` is how many of the power the character itself names: 2 for 廿. */
  private takePower(power: number, own: number): boolean {
    const opens = this.at === this.start
    if (this.digit <= 0 && !opens && power !== 1) return false
    if (power >= this.last && this.inGroup) return false
    if (own > 1 && this.digit > 0) return false
    this.group += (this.digit <= 0 ? own : this.digit) * 10 ** power
    this.digit = -1
    this.last = power
    this.inGroup = true
    this.zero = false
    return true
  }

  private takeScale(power: number): boolean {
    const empty = !this.inGroup && this.digit <= 0
    if (empty && this.at > this.start) {
      // 万亿, 万万, 亿万: the scale raises what stands before it.
      if (this.scale === 0 || this.zero || this.topPower() + power > HIGHEST_POWER) return false
      this.raise(power)
      return true
    }
    if (power === 8 ? this.hasHundredMillion : this.hasTenThousand) return false
    if (empty) this.digit = 1
    this.closeGroup(power)
    if (power === 8) this.raiseEarlier()
    this.hasHundredMillion ||= power === 8
    this.hasTenThousand = power === 4
    this.last = power
    this.scale = power
    return true
  }

  private takeVague(): boolean {
    const opens = this.at === this.start
    if (opens ? powerOf[this.text.charCodeAt(this.at + 1)] === 0 : this.text[this.at] !== '几')
      return false
    if (this.digit >= 0 || this.spread !== 'none') return false
    this.spread = 'vague'
    this.digit = this.higher ? 10 : opens ? 2 : 1
    // Not the colloquial 一百三 for 130: 一百几十 goes on, and 十几 stays in its place.
    this.zero = true
    return true
  }

  /** Puts the group away under `power`; a digit left over after 百 or 万 is its tenth part (一万三). */
  private closeGroup(power: number): void {
    if (this.digit > 0) {
      const colloquial = !this.zero && this.last > 1 && this.last < HIGHEST_POWER
      if (colloquial && !this.inGroup && power === 0) this.push(this.digit, this.last - 1)
      else this.group += this.digit * (colloquial && this.inGroup ? 10 ** (this.last - 1) : 1)
    }
    if (this.group > 0) this.push(this.group, power)
    this.group = 0
    this.digit = -1
    this.inGroup = false
    this.zero = false
  }

  private push(group: number, power: number): void {
    this.groups.push(group)
    this.powers.push(power)
  }

  private topPower(): number {
    return this.powers[this.powers.length - 1] ?? 0
  }

  private raise(power: number): void {
    for (let index = 0; index < this.powers.length; index++) this.powers[index]! += power
    this.scale = this.topPower()
    this.hasHundredMillion = true
    this.last = power
  }

  /** 三万五千亿: what stood before 亿 is raised by it too. */
  private raiseEarlier(): void {
    for (let index = 0; index < this.powers.length - 1; index++) this.powers[index]! += 8
  }

  private sum(): number | bigint {
    let total = 0
    for (const [index, group] of this.groups.entries()) total += group * 10 ** this.powers[index]!
    if (Number.isSafeInteger(total)) return total
    let exact = 0n
    for (const [index, group] of this.groups.entries())
      exact += BigInt(group) * 10n ** BigInt(this.powers[index]!)
    return exact
  }
}

function lessOne(value: number | bigint): number | bigint {
  return typeof value === 'number' ? value - 1 : value - 1n
}
