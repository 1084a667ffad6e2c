import { isUnitOpening } from '../../chinese/classifiers.js'
import { isNumeral } from '../../dictionary/name-numerals.js'
import type { Lexicon } from './lexicon.js'
import { addPart, type Draft, type Step } from './name-parts.js'
import type { Word } from './scene.js'

/**
 * Reads a word of the institution's own (积水潭, 同仁), ending where the draft begins: after a place or
 * body within reach, words that are not of the tags or the words that no name holds; with nothing
 * before it, proper nouns only, or the name of a village or township.
 */
export function readBrand(draft: Draft): Step {
  const { scene, at, floor } = draft
  const { never } = scene.lexicon.rules.words
  if (at - floor < SHORTEST_BRAND) return 'stop'
  for (let start = at - 1; start >= Math.max(floor, at - LONGEST_BRAND); start--) {
    if (never.includes(scene.text[start]!)) return readProper(draft, start + 1)
    if (scene.suffixEndingAt(start) !== null) return readProper(draft, start)
    if (at - start < SHORTEST_BRAND || !isAnchored(draft, start)) continue
    // Words between a place and a proper noun keep the two apart: 北京|成功签约|德济医院.
    if (!isBrand(draft, start)) return readProper(draft, start + 1)
    addPart(draft, 'brand', start)
    return 'on'
  }
  return readProper(draft, floor)
}

/** Where the proper nouns that end at `at` begin, `floor` at the earliest; `at` if there are none. */
export function properStart(draft: Draft, at: number, floor: number): number {
  const { properTags, never, countries } = draft.scene.lexicon.rules.words
  return runStart(
    draft,
    at,
    Math.max(floor, at - LONGEST_BRAND),
    (word, text) =>
      properTags.includes(word.tag) &&
      !DIGIT.test(text.slice(word.start, word.end)) &&
      !never.includes(text[word.start]!) &&
      !countries.includes(text.slice(word.start, word.end)),
  )
}

const SHORTEST_BRAND = 2

const DIGIT = /[0-9]/

/** 首都医科大学附属北京儿童医院's own words are far shorter; longer stretches are sentences. */
const LONGEST_BRAND = 8

function isAnchored({ scene, floor }: Draft, at: number): boolean {
  const region = scene.regionEndingAt(at)
  if (region !== null && region.start >= floor)
    return region.regions.some(({ level }) => level !== 'country')
  const word = scene.wordEndingAt(at, floor)
  if (word?.kind === 'owner' || word?.kind === 'belonging' || word?.kind === 'place') return true
  const ending = scene.lexicon.ownerEndings.match(scene.text, at)
  return ending !== null && ending.length > 1
}

function isBrand(draft: Draft, start: number): boolean {
  const { scene, at } = draft
  const { lexicon, text } = scene
  if (holdsGeneric(draft, start) || isAmount(draft, start)) return false
  const { otherTags, functionTags } = lexicon.rules.words
  return wordsOf(draft).every((word) => {
    // A word that the segmenter cuts across the name's edges says nothing of what is inside.
    if (word.start < start || word.end > at) return true
    if (word.end - word.start === 1) return !functionTags.includes(word.tag)
    if (!otherTags.includes(word.tag) || COUNTING_TAGS.includes(word.tag)) return true
    return lexicon.words.get(text.slice(word.start, word.end)) === 'describing'
  })
}

/** 三家 is an amount of hospitals, 五里坨 a place. */
function isAmount(draft: Draft, start: number): boolean {
  const { text } = draft.scene
  const words = wordsOf(draft).filter((word) => word.start >= start && word.end <= draft.at)
  const [last, before] = [words.at(-1), words.at(-2)]
  if (last?.tag === 'q') return before?.tag === 'm'
  return last?.tag === 'm' && isUnitOpening(text[last.end - 1]!)
}

function holdsGeneric(draft: Draft, start: number): boolean {
  const { lexicon, text } = draft.scene
  if (arePlaces(text.slice(start, draft.at), lexicon)) return true
  const isGeneric = (from: number, to: number): boolean =>
    lexicon.words.get(text.slice(from, to)) === 'generic'
  if (isGeneric(start, draft.at)) return true
  return wordsOf(draft).some(
    ({ start: from, end: to }) =>
      from >= start && to <= draft.at && to - from > 1 && isGeneric(from, to),
  )
}

/** 京冀, 沪苏浙: places by one character each; the hospitals there, and no name. */
function arePlaces(words: string, { regions }: Lexicon): boolean {
  return [...words].every((character) => regions.named(character).length > 0)
}

function readProper(draft: Draft, floor: number): Step {
  if (draft.parts.some(({ kind }) => kind === 'region' || kind === 'owner')) return 'stop'
  const from = Math.min(
    properStart(draft, draft.at, floor),
    townshipStart(draft, floor),
    wholeStart(draft, floor),
  )
  if (draft.at - from < SHORTEST_BRAND || holdsGeneric(draft, from)) return 'stop'
  if (isClassifier(draft.scene.text, from)) return 'stop'
  addPart(draft, 'brand', from)
  return 'on'
}

/** 家 in 1家县医院, whatever word the segmenter makes of it. */
function isClassifier(text: string, at: number): boolean {
  return at > 0 && isNumeral(text.charCodeAt(at - 1)) && isUnitOpening(text[at]!)
}

/** Where the segmenter knows the name as one word, ending and all: 协和医院. */
function wholeStart(draft: Draft, floor: number): number {
  const { properTags } = draft.scene.lexicon.rules.words
  const whole = wordsOf(draft).at(-1)
  if (whole === undefined || whole.start < floor || whole.start >= draft.at) return draft.at
  return properTags.includes(whole.tag) && whole.tag !== UNKNOWN_TAG ? whole.start : draft.at
}

/** What the segmenter gives words that it does not know. */
const UNKNOWN_TAG = 'x'

/** Where the name of a township begins that ends at the draft's beginning: 大石窝镇. */
function townshipStart(draft: Draft, floor: number): number {
  const { scene, at } = draft
  const { placeEndings, otherTags, functionTags, never } = scene.lexicon.rules.words
  const ending = placeEndings.find((word) => scene.text.endsWith(word, at))
  if (ending === undefined) return at
  if (isTownshipBetween(draft, floor, at - ending.length)) return floor
  const reach = Math.max(floor, at - LONGEST_TOWNSHIP - ending.length)
  // The segmenter may cut the ending off with what follows it: 枫林|街道社区.
  const cut = wordsOf(draft).some((word) => word.start === at - ending.length && word.end > at)
  const start = runStart(draft, cut ? at - ending.length : at, reach, (word, text) => {
    if (never.includes(text[word.start]!) || functionTags.includes(word.tag)) return false
    return COUNTING_TAGS.includes(word.tag) || !otherTags.includes(word.tag)
  })
  if (at - start <= ending.length) return at
  // 两个镇 are an amount.
  return isAmount({ ...draft, at: at - ending.length }, start) ? at : start
}

/**
 * Behind a preposition or a comma two or three characters before 镇 are its name, however the segmenter
 * cuts them (在|七|拱|镇), unless it knows one of them as a word that counts or points.
 */
function isTownshipBetween(draft: Draft, from: number, to: number): boolean {
  if (to - from < 2 || to - from > 3 || holdsGeneric(draft, from)) return false
  const { otherTags, functionTags } = draft.scene.lexicon.rules.words
  const inside = wordsOf(draft).filter(({ start, end }) => start >= from && end <= to)
  return inside.every(({ start, end, tag }) =>
    end - start > 1
      ? !otherTags.includes(tag) && !POINTING_TAGS.includes(tag)
      : !functionTags.includes(tag) && tag !== 'q',
  )
}

/** 当地, 全镇: words for a place that tell none. */
const POINTING_TAGS = ['s', 'f', 'm', 'q', 't']

const LONGEST_TOWNSHIP = 4

/** Villages are named with numbers and measures: 三里, 四方. */
const COUNTING_TAGS = ['m', 'q']

/** Where the words that end at `at` and that `belongs` takes begin, `floor` at the earliest. */
function runStart(
  draft: Draft,
  at: number,
  floor: number,
  belongs: (word: Word, text: string) => boolean,
): number {
  const words = wordsOf(draft)
  let start = at
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index]!
    if (word.start >= at) continue
    if (word.end !== start || word.start < floor || !belongs(word, draft.scene.text)) break
    start = word.start
  }
  return start
}

/** The words of the stretch that the draft has come to: behind a bracket they are others. */
function wordsOf({ scene, at, end }: Draft): readonly Word[] {
  return scene.wordsBefore(scene.floorOf(end) > at ? at : end)
}
