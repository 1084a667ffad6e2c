import { COMMON_HANZI } from '../../chinese/common-hanzi.js'
import { readSimplifiedForms } from '../../chinese/opencc.js'
import type { Segmenter } from '../../core/segmenter.js'

/** Says how well a text, of either script, is made of words; it judges a simplified copy. */
export interface WordJudge {
  /** The share of the Hanzi that stand in words of the dictionary or are everyday ones; null where
   * there are none. */
  soundness(text: string): number | null
  /** How improbable each text is as a row of words, in powers of e: of two texts that could stand
   * in one place the one with less is the likelier, e to the difference times. */
  strangeness(texts: readonly string[]): readonly number[]
  /** Whether the whole of it is a word of the dictionary. */
  isWord(text: string): boolean
}

/** The segmenter is asked only where something looks broken: it loads its data at the first word. */
export function compileWordJudge(segmenter: Segmenter): WordJudge {
  const simplifiedForms = readSimplifiedForms()
  const simplify = (text: string): string => {
    let simplified = ''
    for (const character of text) simplified += simplifiedForms.get(character) ?? character
    return simplified
  }
  return {
    soundness(text) {
      let hanzi = 0
      let sound = 0
      for (const { word, tag } of segmenter.tag(simplify(text))) {
        const count = countHanzi(word)
        hanzi += count
        if (count > 1 && tag !== UNKNOWN && tag !== NUMERAL) sound += count
        else if (count === 1 && COMMON_HANZI.has(word)) sound += COMMON_SINGLE
      }
      return hanzi === 0 ? null : sound / hanzi
    },
    strangeness(texts) {
      const sums = texts.map(() => 0)
      let row = 0
      let before = ''
      // One call for all of them: a line break is a word of its own.
      const lines = texts.map((text) => simplify(text).replaceAll('\n', ' '))
      for (const word of segmenter.cut(lines.join('\n')))
        if (word === '\n') {
          row++
          before = ''
        } else {
          sums[row]! += strangenessOf(word, before, segmenter)
          before = word
        }
      return sums
    },
    isWord: (text) => segmenter.frequency(simplify(text)) > 0,
  }
}

/** The tag of a word that the dictionary does not hold. */
const UNKNOWN = 'x'
/** The tag of numerals, which are words whatever their row. */
const NUMERAL = 'm'

/** A Hanzi on its own says less than one in a word. */
const COMMON_SINGLE = 0.6

/** Suffixes that make words of words, so that no dictionary holds them all: 专科化, 可及性. */
const SUFFIXES: ReadonlySet<string> = new Set('化性型率度者员')

/** By how many powers of e a word is less than certain, as the dictionary counts words. */
function strangenessOf(word: string, before: string, segmenter: Segmenter): number {
  const hanzi = countHanzi(word)
  if (hanzi === 0) return strangenessOfSign(word)
  if (hanzi === 1 && SUFFIXES.has(word) && countHanzi(before) > 1) return SUFFIX
  const asWord = strangenessOfWord(word, hanzi, segmenter)
  if (hanzi < 3 || !SUFFIXES.has(word.slice(-1))) return asWord
  return Math.min(asWord, strangenessOfWord(word.slice(0, -1), hanzi - 1, segmenter) + SUFFIX)
}

function strangenessOfWord(word: string, hanzi: number, segmenter: Segmenter): number {
  const frequency = segmenter.frequency(word)
  return frequency > 0 ? Math.log(WORDS / frequency) : hanzi * UNHEARD
}

function strangenessOfSign(word: string): number {
  if (word === '。') return FULL_STOP
  if (/^[?A-Za-z]/.test(word)) return LATIN
  return countForeign(word) * FOREIGN
}

/** How many words the dictionary's counts are of. */
const WORDS = 60_000_000
/** One word in thirty ends a sentence. */
const FULL_STOP = 3.4
/** A Latin word, or a question mark that is not full-width. */
const LATIN = 5
const SUFFIX = 3.4
/** A Hanzi that no word accounts for; a name that the segmenter guesses is made of such. */
const UNHEARD = 17
const FOREIGN = 12

function countHanzi(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if ((unit >= 0x4e00 && unit < 0xa000) || (unit >= 0x3400 && unit < 0x4dc0)) count++
  }
  return count
}

/** Letters and signs that do not stand inside Chinese words: bopomofo, accents, frames, kana. */
function countForeign(text: string): number {
  return text.match(FOREIGN_CHARACTER)?.length ?? 0
}

const FOREIGN_CHARACTER =
  /[\u0080-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u02ff\u0370-\u0fff\u2190-\u245f\u2500-\u25ff\u3041-\u33ff\ud800-\uf8ff\ufffd]/g
