import { numeralClass } from '../../chinese/numeral-characters.js'
import { PhraseTrie } from '../../dictionary/phrase-trie.js'
import { Exclusions } from './exclusions.js'
import { Modifiers } from './modifiers.js'
import type { Reading, ReadingId } from './rule-schema.js'
import type { QuantityRules } from './rules.js'
import type { Unit, UnitLexicon } from './units.js'

/** Everything that reading amounts looks up, compiled once for a pipeline. */
export interface QuantityLexicon {
  /** Not 0 for every code unit that an amount may begin with. */
  readonly openers: Uint8Array
  readonly units: UnitLexicon
  readonly modifiers: Modifiers
  readonly exclusions: Exclusions
  has(reading: ReadingId): boolean
  readonly connectors: Words
  readonly changeAfter: Words
  readonly countingWords: Words
  readonly articleWords: Words
  /** Behind these 一家 stands for a thing named before, where the clause ends: 最早的一家. */
  readonly pronounBefore: Words
  readonly listWords: Words
  readonly halfWords: Words
  readonly notHalfWords: Words
  /** 对折, a half where 打 stands before it. */
  readonly halfPrices: Words
  readonly reducedBefore: Words
  /** What around 3/4 says that it is a share. */
  readonly sharedBefore: Words
  readonly sharedBehind: Words
  /** What makes 三块 money: a word of paying within `priceReach` before it, or 一斤 behind. */
  readonly paidBefore: Words
  readonly pricedBehind: Words
  readonly priceReach: number
  readonly rankWords: Words
  /** The same, but right before it. */
  readonly rankScopes: Words
  /** What a rank without unit may go on with: 前十行列. */
  readonly rankClosers: Words
  readonly notRankWords: Words
  readonly rankUnits: ReadonlySet<string>
  readonly rankUnit: Unit | null
  readonly rankReach: number
  readonly bornBefore: Words
  readonly bornAfter: Words
  /** Words that make an age of a length of time where the clause ends behind them: 三周大. */
  readonly bornLast: Words
  readonly signs: Words
  /** The unit of each currency sign, in the order of `signs`. */
  readonly signUnits: readonly (Unit | null)[]
  readonly prefixes: Words
  readonly prefixUnits: readonly (Unit | null)[]
  /** Units that a prefix makes precise: 元 behind 人民币, 度 behind 摄氏. */
  readonly weakUnits: ReadonlySet<string>
  /** 零下, looked for before a number and, as `belowZeroAhead`, where one is to follow. */
  readonly belowZero: Words
  readonly belowZeroAhead: Words
  readonly partWords: Words
  readonly percent: Unit | null
  readonly permille: Unit | null
}

/** Words looked for right before or right at a place. */
export interface Words {
  /** The length of the longest that stands there; 0 if none. */
  lengthAt(text: string, at: number): number
  /** Its number in the list, or -1. */
  indexAt(text: string, at: number): number
}

export function compileLexicon(rules: QuantityRules, units: UnitLexicon): QuantityLexicon {
  const reading = (id: ReadingId): Reading | undefined => rules.readings.get(id)
  const rank = reading('quantities/rank')
  const signs = Object.entries(reading('quantities/currency-sign')?.signs ?? {})
  const prefix = reading('quantities/prefix-unit')
  const prefixes = Object.entries(prefix?.signs ?? {})
  const one = reading('quantities/one')
  const range = reading('quantities/range')
  const half = reading('quantities/half-share')
  const halfPrice = reading('quantities/half-price')
  const fraction = reading('quantities/fraction')
  const price = reading('quantities/price')
  const below = reading('quantities/below-zero')
  const months = reading('quantities/age-in-months')
  const exclusions = new Exclusions(rules.exclusions)
  return {
    openers: markOpeners([...(halfPrice?.words ?? []), ...exclusions.marks()]),
    units,
    modifiers: new Modifiers(rules.modifiers),
    exclusions,
    has: (id) => rules.readings.has(id),
    connectors: compileWords(range?.words, 'forward'),
    changeAfter: compileWords(range?.changeAfter, 'backward'),
    countingWords: compileWords(one?.words, 'backward'),
    pronounBefore: compileWords(one?.before, 'backward'),
    articleWords: compileWords(one?.unless, 'backward'),
    listWords: compileWords(reading('quantities/nouns')?.words, 'backward'),
    halfWords: compileWords(half?.words, 'forward'),
    notHalfWords: compileWords(half?.unless, 'forward'),
    halfPrices: compileWords(halfPrice?.words, 'forward'),
    reducedBefore: compileWords(halfPrice?.before, 'backward'),
    sharedBefore: compileWords(fraction?.before, 'backward'),
    sharedBehind: compileWords(fraction?.after, 'forward'),
    paidBefore: compileWords(price?.before, 'backward'),
    pricedBehind: compileWords(price?.after, 'forward'),
    priceReach: price?.within ?? 0,
    rankWords: compileWords(rank?.words, 'backward'),
    rankScopes: compileWords(rank?.before, 'backward'),
    rankClosers: compileWords(rank?.after, 'forward'),
    notRankWords: compileWords(rank?.unless, 'backward'),
    rankUnits: new Set(rank?.units),
    rankUnit: units.named(rank?.units[0] ?? ''),
    rankReach: rank?.within ?? 0,
    bornBefore: compileWords(months?.before, 'backward'),
    bornAfter: compileWords(months?.after, 'forward'),
    bornLast: compileWords(months?.words, 'forward'),
    signs: compileWords(
      signs.map(([sign]) => sign),
      'backward',
    ),
    signUnits: signs.map(([, name]) => units.named(name)),
    prefixes: compileWords(
      prefixes.map(([word]) => word),
      'backward',
    ),
    prefixUnits: prefixes.map(([, name]) => units.named(name)),
    weakUnits: new Set(prefix?.units),
    belowZero: compileWords(below?.words, 'backward'),
    belowZeroAhead: compileWords(below?.words, 'forward'),
    partWords: compileWords(reading('quantities/compound')?.words, 'forward'),
    percent: units.named('%'),
    permille: units.named('‰'),
  }
}

function markOpeners(words: readonly string[]): Uint8Array {
  const openers = Uint8Array.from(numeralClass)
  for (const word of words) openers[word.charCodeAt(0)] = 1
  return openers
}

function compileWords(
  words: readonly string[] | undefined,
  direction: 'forward' | 'backward',
): Words {
  const list = words ?? []
  const trie = new PhraseTrie(list, direction)
  const lengths = list.map(({ length }) => length)
  return {
    lengthAt: (text, at) => {
      const phrase = trie.longest(text, at)
      return phrase < 0 ? 0 : lengths[phrase]!
    },
    indexAt: (text, at) => trie.longest(text, at),
  }
}
