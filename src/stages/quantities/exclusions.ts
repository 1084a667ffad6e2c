import { numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import { PhraseTrie } from '../../dictionary/phrase-trie.js'
import { isBreak } from './modifiers.js'
import type { ExclusionRule } from './rule-schema.js'

/** Tells the numbers that count nothing: parts of names, fixed terms, codes, addresses. */
export class Exclusions {
  private readonly terms: Terms
  private readonly neighbours: readonly Neighbours[]
  /** What any of them has behind the number: most numbers have none of it. */
  private readonly followers: PhraseTrie
  /** What bars a number before it whatever follows. */
  private readonly leaders: readonly PhraseTrie[]
  private readonly glue: ReadonlySet<number>
  private readonly letters: number
  private readonly openers: readonly string[]
  private readonly enclosures: readonly Enclosure[]
  private readonly names: readonly Enclosure[]

  constructor(rules: readonly ExclusionRule[]) {
    this.terms = new Terms(rules.flatMap(({ words }) => words))
    this.neighbours = rules
      .filter(({ before, after }) => before.length + after.length > 0)
      .map(({ before, after }) => ({
        before: before.length === 0 ? null : new PhraseTrie(before, 'backward'),
        after: after.length === 0 ? null : new PhraseTrie(after),
      }))
    this.followers = new PhraseTrie(rules.flatMap(({ after }) => after))
    this.leaders = this.neighbours.flatMap(({ before, after }) =>
      after === null ? (before ?? []) : [],
    )
    const glue = rules.flatMap((rule) => rule.glue)
    this.glue = new Set(glue.map((character) => character.charCodeAt(0)))
    this.letters = Math.max(0, ...rules.map((rule) => rule.letters))
    this.openers = rules.flatMap((rule) => rule.openers)
    this.enclosures = rules.flatMap(({ enclosed }) => enclosed ?? [])
    this.names = rules.flatMap(({ named }) => named ?? [])
  }

  /** The characters at which `skipTerm` has to look, besides numerals. */
  marks(): readonly string[] {
    return this.enclosures.map(({ open }) => open)
  }

  /** Where a fixed term that holds the numeral character at `at` ends; `at` if there is none. The same of a title, from its first mark. */
  skipTerm(text: string, at: number): number {
    if (numeralClass[text.charCodeAt(at)] !== NumeralClass.none) return this.terms.endAt(text, at)
    const enclosure = this.enclosures.find(({ open }) => open === text[at])
    return enclosure === undefined ? at : endOfEnclosure(text, at, enclosure)
  }

  /** True where the Chinese numeral at `at` opens a quoted name: “五个统一”. */
  opensName(text: string, at: number): boolean {
    const before = text[at - 1]
    return this.names.some(
      (name) => name.open === before && endOfEnclosure(text, at, { ...name, clause: true }) > at,
    )
  }

  /** True where the digits at `at` are part of a code, a ratio or a web address. */
  isGlued(text: string, at: number): boolean {
    if (at === 0) return false
    const before = text.charCodeAt(at - 1)
    if (before > 0x7f && before !== 0xff1a) return false
    if (this.glue.has(before) && at > 1 && isAlphanumeric(text.charCodeAt(at - 2))) return true
    let letters = 0
    while (letters <= this.letters && isLetter(text.charCodeAt(at - 1 - letters))) letters++
    if (letters > 0 && letters <= this.letters) return true
    return isPrintable(before) && this.isInAddress(text, at)
  }

  /** True where what stands around the number says that it counts nothing. */
  isBarred(text: string, start: number, end: number): boolean {
    if (this.followers.longest(text, end) < 0) return this.isBarredBefore(text, start)
    return this.neighbours.some(
      ({ before, after }) =>
        (before === null || before.longest(text, start) >= 0) &&
        (after === null || after.longest(text, end) >= 0),
    )
  }

  private isBarredBefore(text: string, start: number): boolean {
    for (const words of this.leaders) if (words.longest(text, start) >= 0) return true
    return false
  }

  private isInAddress(text: string, at: number): boolean {
    let start = at
    while (start > 0 && at - start < LONGEST_ADDRESS && isPrintable(text.charCodeAt(start - 1)))
      start--
    const stretch = text.slice(start, at)
    return this.openers.some((opener) => stretch.includes(opener))
  }
}

/** How far back the beginning of an address is looked for; it keeps digit runs linear. */
const LONGEST_ADDRESS = 256

interface Enclosure {
  readonly open: string
  readonly close: string
  readonly within: number
  /** Punctuation inside makes it none. */
  readonly clause?: boolean
}

/** The place behind the closing mark; `at` itself where none follows soon. */
function endOfEnclosure(text: string, at: number, enclosure: Enclosure): number {
  const { close, within, clause } = enclosure
  for (let end = at; end < text.length && end - at <= within; end++) {
    if (text[end] === close) return end + 1
    if (clause === true && isBreak(text.charCodeAt(end))) return at
  }
  return at
}

interface Neighbours {
  readonly before: PhraseTrie | null
  readonly after: PhraseTrie | null
}

/** Fixed terms, each found at its first numeral character. */
class Terms {
  private readonly tails: PhraseTrie
  /** By tail: what stands before it in the terms that have it, the longest first. */
  private readonly heads: readonly (readonly string[])[]
  private readonly lengths: readonly number[]

  constructor(terms: readonly string[]) {
    const heads = new Map<string, string[]>()
    for (const term of terms) {
      const from = Math.max(0, [...term].findIndex(startsNumeral))
      const tail = term.slice(from)
      heads.set(tail, [...(heads.get(tail) ?? []), term.slice(0, from)])
    }
    const tails = [...heads.keys()]
    this.tails = new PhraseTrie(tails)
    this.heads = tails.map((tail) => heads.get(tail) ?? [])
    this.lengths = tails.map((tail) => tail.length)
  }

  endAt(text: string, at: number): number {
    for (const tail of this.tails.all(text, at))
      if (this.heads[tail]!.some((head) => text.endsWith(head, at))) return at + this.lengths[tail]!
    return at
  }
}

function startsNumeral(character: string): boolean {
  return numeralClass[character.charCodeAt(0)] !== NumeralClass.none
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
}

function isAlphanumeric(unit: number): boolean {
  return isLetter(unit) || (unit >= 0x30 && unit <= 0x39)
}

function isPrintable(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f
}
