import { readSimplifiedForms } from '../../chinese/opencc.js'
import { compileReadings, hasTone, type IsReading, PINYIN_LETTERS } from '../../chinese/readings.js'
import { buildScriptClasses, SCRIPT_CLASS } from '../../chinese/scripts.js'
import { dropSpan } from '../../core/edit.js'
import type { Span } from '../../core/span.js'
import type { Repairer } from './repairer.js'

/** When bracketed pinyin on a page is a fault of conversion and not somebody's annotation. */
export interface PinyinLimits {
  /** Annotated characters that make a fault of it. */
  readonly evidence: number
  /** The share of them that have a traditional and a simplified form. */
  readonly convertibleShare: number
}

/**
 * Drops the pinyin that a converter left behind characters, 區(qū)域. Such a page has it behind
 * every instance of the characters concerned, and all of those have two forms; a teacher annotates
 * rare characters, once each.
 */
export function compilePinyin(limits: PinyinLimits): Repairer {
  const origin = { stage: 'repair', rule: 'repair/pinyin', entry: null }
  const classes = buildScriptClasses()
  const isReading = remember(compileReadings(readSimplifiedForms()))
  return {
    propose(text) {
      const found = findAnnotations(text, isReading)
      if (!isFault(found, classes, limits)) return []
      return found.map((annotation) => dropSpan(annotation.span, 'artefact', origin))
    },
  }
}

/** Pinyin in brackets, brackets included, and the character before it. */
interface Annotation {
  readonly span: Span
  readonly character: string
  /** False behind a letter that broken decoding left of a Hanzi, whose reading is not known. */
  readonly known: boolean
}

/** A page has the same characters over and over, and so have the pages after it. */
function remember(isReading: IsReading): IsReading {
  const answers = new Map<string, boolean>()
  return (hanzi, pinyin) => {
    const key = hanzi + pinyin
    let answer = answers.get(key)
    if (answer === undefined) {
      if (answers.size >= MOST_ANSWERS) answers.clear()
      answers.set(key, (answer = isReading(hanzi, pinyin)))
    }
    return answer
  }
}

const MOST_ANSWERS = 50_000

const BRACKETED = new RegExp(`[(（]([${PINYIN_LETTERS}]{1,8})[)）]`, 'g')

const HANZI = /\p{Script=Han}/u
const LETTER = /[\p{L}?？\\]/u

function findAnnotations(text: string, isReading: IsReading): Annotation[] {
  const annotations: Annotation[] = []
  for (const { 0: whole, 1: pinyin = '', index } of text.matchAll(BRACKETED)) {
    const character = characterBefore(text, index)
    const known = HANZI.test(character)
    const isAnnotation = known
      ? isReading(character, pinyin)
      : LETTER.test(character) && hasTone(pinyin)
    const span = { start: index, end: index + whole.length }
    if (isAnnotation) annotations.push({ span, character, known })
  }
  return annotations
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1)
  return text.slice(unit >= 0xdc00 && unit <= 0xdfff ? at - 2 : at - 1, at)
}

function isFault(
  annotations: readonly Annotation[],
  classes: Uint8Array,
  limits: PinyinLimits,
): boolean {
  const characters = annotations.filter(({ known }) => known).map(({ character }) => character)
  if (characters.length < limits.evidence) return false
  const count = (wanted: number): number =>
    characters.filter((character) => classes[character.charCodeAt(0)] === wanted).length
  const traditional = count(SCRIPT_CLASS.traditional)
  const convertible = traditional + count(SCRIPT_CLASS.simplified)
  if (convertible < characters.length * limits.convertibleShare) return false
  return traditional > 0 || new Set(characters).size < characters.length
}
