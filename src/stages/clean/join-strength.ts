import { isUnitOpening } from '../../chinese/classifiers.js'
import { FORMS_OF_ADDRESS, SURNAMES } from '../../chinese/surnames.js'
import type { TaggedWord } from '../../core/segmenter.js'

/** What joins again where a phrase is taken out. */
export type BrokenKind = 'word' | 'number' | 'name'

/** How sure it is that a number, or a number and its unit, join. */
export function numberStrength(before: string, behind: string): number {
  const last = before.slice(-1)
  const first = behind.charAt(0)
  if (DIGIT.test(last) && DIGIT.test(first)) return LONG_WORD
  if (DIGIT.test(last) && (isUnitOpening(first) || /^\.[0-9]/.test(behind))) return LONG_WORD
  if (/[0-9]\.$/.test(before) && DIGIT.test(first)) return LONG_WORD
  if (/第$/.test(before) && (DIGIT.test(first) || NUMERAL.test(first))) return WORD
  if (/百分之$/.test(before) && (DIGIT.test(first) || NUMERAL.test(first))) return LONG_WORD
  return NUMERAL.test(last) && NUMERAL.test(first) && /[十百千万亿]/.test(last + first) ? WORD : 0
}

/** How sure it is that a word or a name joins; strength 0 where none does. */
export function wordStrength(
  before: readonly TaggedWord[],
  behind: readonly TaggedWord[],
  joined: readonly TaggedWord[],
  isBeyond: boolean,
): { readonly kind: BrokenKind; readonly strength: number } {
  const last = before[before.length - 1]!
  const first = behind[0]!
  const border = before.reduce((length, { word }) => length + word.length, 0)
  const nothing = { kind: 'word', strength: 0 } as const
  // Far from what is known only a fragment that is no word by itself tells that one was broken.
  if (isBeyond && last.word.length > 1 && last.tag !== 'x') return nothing
  const isSurname = last.word.length === 1 && SURNAMES.has(last.word)
  if (isSurname && FORMS_OF_ADDRESS.includes(first.word)) return { kind: 'name', strength: NAME }
  if (isSurname && first.word.length > 1 && first.tag.startsWith('nr'))
    return { kind: 'name', strength: NAME }
  let end = 0
  for (const [index, { word, tag }] of joined.entries()) {
    const start = end
    end += word.length
    if (end <= border) continue
    if (start >= border) break
    const ahead = border - start
    const rest = end - border
    if (!endsWord(before, ahead) || !beginsWord(behind, rest)) break
    if (tag === 'x' || tag.startsWith('nr')) {
      const isName = word.length <= 3 && SURNAMES.has(word.charAt(0))
      const next = joined[index + 1]
      const isCalled = next !== undefined && FORMS_OF_ADDRESS.includes(next.word)
      if (isName && isCalled) return { kind: 'name', strength: LONG_WORD }
      if (isName && !isBeyond && next !== undefined && NAMED.test(next.tag))
        return { kind: 'name', strength: WORD }
      if (tag === 'x') break
    }
    if (word.length > 2) return { kind: 'word', strength: LONG_WORD }
    const isOrphan = !FUNCTION.test(last.tag)
    const isLoose = FUNCTION.test(first.tag) && first.word.length === 1
    return { kind: 'word', strength: WORD - (isOrphan ? 0 : DOUBT) - (isLoose ? DOUBT : 0) }
  }
  return nothing
}

/** True where the last `length` characters of the words are whole words: a fragment left over. */
function endsWord(words: readonly TaggedWord[], length: number): boolean {
  let left = length
  for (let index = words.length - 1; index >= 0 && left > 0; index--)
    left -= words[index]!.word.length
  return left === 0
}

/** The same for the first characters; a fragment may have drawn one more to itself. */
function beginsWord(words: readonly TaggedWord[], length: number): boolean {
  if (words[0]!.word.length === length + 1) return true
  let left = length
  for (let index = 0; index < words.length && left > 0; index++) left -= words[index]!.word.length
  return left === 0
}

const LONG_WORD = 3
const WORD = 2
const NAME = 2.4
const DOUBT = 0.6
/** What two characters count that are a word by themselves, if not to the segmenter. */
export const UNSURE_WORD = WORD - DOUBT
/** Tags of words that go on behind a name. */
const NAMED = /^[vnildap]/
/** Tags of words that stand alone in any sentence: prepositions, particles, pronouns … */
const FUNCTION = /^(?:p|u|c|d|r|f|y)/
const DIGIT = /^[0-9]$/
const NUMERAL = /^[一二两三四五六七八九十百千万亿零〇半几]$/
