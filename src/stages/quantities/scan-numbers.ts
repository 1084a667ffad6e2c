import { numeralClass } from '../../chinese/numeral-characters.js'
import type { NumberValue } from '../../core/mention.js'
import { isLoneFinancial, type NumberLexicon, type WordMap } from './number-lexicon.js'
import { type ReadNumber, readNumber } from './read-number.js'

/** A number found in a text, in its offsets. */
export interface FoundNumber {
  readonly start: number
  readonly end: number
  readonly number: NumberValue
  /** The reading that found it. */
  readonly rule: string
}

/** All numbers of one sentence, with or without unit, in text order, none overlapping another. */
export function scanNumbers(
  lexicon: NumberLexicon,
  sentence: string,
  words: WordMap,
): FoundNumber[] {
  const found: FoundNumber[] = []
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
    if (number !== null && counts(sentence, number, words))
      found.push(toFound(lexicon, sentence, number))
    at = Math.max(at + 1, end)
  }
  return found
}

function counts(text: string, { start, end }: ReadNumber, words: WordMap): boolean {
  return !words.holds(start, end) && !isLoneFinancial(text, start, end)
}

function toFound(lexicon: NumberLexicon, text: string, number: ReadNumber): FoundNumber {
  const { end, low, high, rule } = number
  const ordinal = text[number.start - 1] === '第' && lexicon.has('numbers/ordinal')
  const single = low === high
  return {
    start: ordinal ? number.start - 1 : number.start,
    end,
    number: {
      value: single ? low : null,
      low: single ? null : low,
      high: single ? null : high,
      ordinal,
    },
    rule: ordinal ? 'numbers/ordinal' : rule,
  }
}
