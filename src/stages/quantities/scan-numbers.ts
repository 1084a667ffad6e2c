import { numeralClass } from '../../chinese/numeral-characters.js'
import type { NumberValue } from '../../core/mention.js'
import { type BoundNumber, joinHalves, readBound } from './bound-number.js'
import { isLoneFinancial, type NumberLexicon, type WordMap } from './number-lexicon.js'
import type { ReadNumber } from './number.js'
import { readNumber } from './read-number.js'

/** A number found in a text, in its offsets. */
export interface FoundNumber {
  readonly start: number
  readonly end: number
  readonly number: NumberValue
  /** The reading that found it. */
  readonly rule: string
  /** The rules of the words that bound it. */
  readonly modifiers: readonly string[]
}

/** All numbers of one sentence, with or without unit, in text order, none overlapping another. */
export function scanNumbers(
  lexicon: NumberLexicon,
  sentence: string,
  words: WordMap,
): FoundNumber[] {
  const found: FoundNumber[] = []
  let last: BoundNumber | null = null
  let at = 0
  while (at < sentence.length) {
    if (numeralClass[sentence.charCodeAt(at)] === 0) {
      at++
      continue
    }
    const skipped = lexicon.exclusions.skipTerm(sentence, at)
    if (skipped > at) {
      at = skipped
      continue
    }
    const { number, end } = readNumber(lexicon, sentence, at)
    at = Math.max(at + 1, end)
    if (number === null || !counts(sentence, number, words)) continue
    if (sentence[number.start - 1] === '第' && lexicon.has('numbers/ordinal')) {
      found.push(toOrdinal(number))
      last = null
      continue
    }
    const read = readBound(lexicon, sentence, number, found[found.length - 1]?.end ?? 0)
    const joined: BoundNumber | null =
      last === null ? null : joinHalves(lexicon, sentence, last, read)
    if (joined !== null) found.pop()
    last = joined ?? read
    found.push(toFound(last))
    at = Math.max(at, last.end)
  }
  return found
}

function counts(text: string, { start, end }: ReadNumber, words: WordMap): boolean {
  return !words.holds(start, end) && !isLoneFinancial(text, start, end)
}

/** 第三 says which one. */
function toOrdinal({ start, end, low, high }: ReadNumber): FoundNumber {
  const plain = toFound({
    start: start - 1,
    end,
    low,
    high,
    rule: 'numbers/ordinal',
    modifiers: [],
  })
  return { ...plain, number: { ...plain.number, ordinal: true } }
}

function toFound({ start, end, low, high, rule, modifiers }: BoundNumber): FoundNumber {
  const value = low === high ? low : null
  const [least, most] = value === null ? [low, high] : [null, null]
  const number = { value, low: least, high: most, ordinal: false }
  return { start, end, number, rule, modifiers }
}
