import { numeralClass, NumeralClass } from '../../chinese/numeral-characters.js'
import type { GuardedWord } from '../../dictionary/guarded-words.js'
import type { Piece } from './pieces.js'

/**
 * Where expressions can begin, told from one or two characters: most places of a text are passed over
 * without looking anything up.
 */
export class Beginnings {
  /** By code unit: what it takes for it to be a beginning. */
  private readonly kinds = Uint8Array.from(numeralClass, (kind) =>
    kind === NumeralClass.none ? Need.never : Need.nothing,
  )
  /** Marks pairs of code units; two pairs may share a mark, which costs a look and nothing else. */
  private readonly pairs = new Uint8Array(65_536)

  /** `followers`: what can follow words of one character, by their slot; any character by default. */
  constructor(
    pieces: readonly GuardedWord<Piece>[],
    exclusions: readonly string[],
    followers: Readonly<Partial<Record<Piece['slot'], string>>>,
  ) {
    for (const { word, means } of pieces) {
      const after = means === null || word.length > 1 ? undefined : followers[means.slot]
      if (word.length > 1) this.mark(word)
      else if (after === undefined) this.kinds[word.charCodeAt(0)] = Need.nothing
      else {
        for (const character of after + NUMERALS) this.mark(word + character)
      }
    }
    for (const word of exclusions) this.mark(word)
  }

  /** False where nothing begins at `at`. */
  at(text: string, at: number): boolean {
    const unit = text.charCodeAt(at)
    const kind = this.kinds[unit]
    if (kind === Need.never) return false
    return kind === Need.nothing || this.pairs[slotOf(unit, text.charCodeAt(at + 1))] === 1
  }

  /** False where no word of two or more characters begins, be the first a numeral or not. */
  mayBeWord(text: string, at: number): boolean {
    return this.pairs[slotOf(text.charCodeAt(at), text.charCodeAt(at + 1))] === 1
  }

  private mark(word: string): void {
    const unit = word.charCodeAt(0)
    if (this.kinds[unit] === Need.never) this.kinds[unit] = Need.pair
    this.pairs[slotOf(unit, word.charCodeAt(1))] = 1
  }
}

/** Every character that a number can begin with. */
const NUMERALS = String.fromCharCode(
  ...Array.from(numeralClass.keys()).filter((unit) => numeralClass[unit] !== NumeralClass.none),
)

const Need = { never: 0, nothing: 1, pair: 2 } as const

function slotOf(first: number, second: number): number {
  return (Math.imul(first, 31) + Math.imul(second, 7919)) & 0xffff
}
