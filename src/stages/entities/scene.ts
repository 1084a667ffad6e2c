import type { TaggedWord } from '../../core/segmenter.js'
import type { Span } from '../../core/span.js'
import type { Region } from '../../dictionary/regions.js'
import type { Lexicon, NameReading, Suffix, WordKind } from './lexicon.js'

export interface NameHit extends Span {
  readonly names: readonly NameReading[]
}

export interface SuffixHit extends Span {
  readonly suffix: Suffix
}

export interface RegionHit extends Span {
  readonly regions: readonly Region[]
}

/** A word of the text with its part of speech. */
export interface Word extends Span {
  readonly tag: string
}

/** A text with everything the lexicon's phrases hit in it: what recognition reads names from. */
export interface Scene {
  readonly text: string
  readonly lexicon: Lexicon
  /** By end, then the longer first. */
  readonly names: readonly NameHit[]
  /** By end; the longest of each end. */
  readonly suffixes: readonly SuffixHit[]
  /** By end; the longest of each end. */
  readonly regions: readonly RegionHit[]
  regionEndingAt(end: number): RegionHit | null
  /** The longest ending of names that ends at `end`. */
  suffixEndingAt(end: number): SuffixHit | null
  /** The longest name that ends at `end`. */
  nameEndingAt(end: number): NameHit | null
  /** The longest known word that ends at `end` and does not begin before `floor`. */
  wordEndingAt(end: number, floor: number): { start: number; kind: WordKind } | null
  /** Where the words that may belong to a name ending at `end` begin at the earliest. */
  floorOf(end: number): number
  /** The words before `end` that may concern a name that ends there, as the segmenter cuts them. */
  wordsBefore(end: number): readonly Word[]
}

/** One pass of the automaton over the text. */
export function scanScene(text: string, lexicon: Lexicon): Scene {
  const names: NameHit[] = []
  const suffixes: SuffixHit[] = []
  const regions: RegionHit[] = []
  lexicon.automaton.scan(text, (number, start, end) => {
    const phrase = lexicon.phrases[number]!
    if (phrase.names !== null) names.push({ start, end, names: phrase.names })
    if (phrase.regions !== null && regions[regions.length - 1]?.end !== end)
      regions.push({ start, end, regions: phrase.regions })
    if (phrase.suffix !== null && suffixes[suffixes.length - 1]?.end !== end)
      suffixes.push({ start, end, suffix: phrase.suffix })
  })
  const regionsByEnd = indexEnds(regions, text.length)
  const namesByEnd = indexEnds(names, text.length)
  const suffixesByEnd = indexEnds(suffixes, text.length)
  const cut = new Map<number, readonly Word[]>()
  const tagged = new Map<string, readonly TaggedWord[]>()
  const tag = (words: string): readonly TaggedWord[] => {
    const known = tagged.get(words) ?? lexicon.segmenter.tag(words)
    tagged.set(words, known)
    return known
  }
  return {
    text,
    lexicon,
    names,
    suffixes,
    regions,
    regionEndingAt: (end) => regions[regionsByEnd[end]! - 1] ?? null,
    suffixEndingAt: (end) => suffixes[suffixesByEnd[end]! - 1] ?? null,
    nameEndingAt: (end) => names[namesByEnd[end]! - 1] ?? null,
    wordEndingAt: (end, floor) => {
      const word = lexicon.wordEnds.match(text, end, floor)
      return word && { start: end - word.length, kind: word.means }
    },
    floorOf: (end) => floorOf(text, end),
    wordsBefore: (end) => {
      const known = cut.get(end)
      if (known !== undefined) return known
      const from = Math.max(floorOf(text, end), end - CONTEXT)
      const words = placeWords(tag(text.slice(from, end)), from)
      cut.set(end, words)
      return words
    },
  }
}

/** No institution's name is longer; what is further left is not looked at. */
const LONGEST_NAME = 48

/** Characters that the segmenter sees, so that it cuts a name as in running text. */
const CONTEXT = 24

/** The words, the first of which begins at `from`, with where they stand. */
function placeWords(words: readonly TaggedWord[], from: number): readonly Word[] {
  let start = from
  return words.map(({ word, tag }) => {
    const at = start
    start += word.length
    return { start: at, end: start, tag }
  })
}

function floorOf(text: string, end: number): number {
  let at = end
  const limit = Math.max(0, end - LONGEST_NAME)
  while (at > limit && isNameUnit(text.charCodeAt(at - 1))) at--
  return at
}

/** Han characters, digits, letters, 〇 and the dot of foreign names: no name runs over anything else. */
function isNameUnit(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    unit === 0x3007 ||
    unit === 0xb7
  )
}

/** For each end the number, from 1, of the first hit that ends there; 0 where none does. */
function indexEnds(hits: readonly Span[], length: number): Uint32Array {
  const numbers = new Uint32Array(length + 1)
  for (let index = hits.length - 1; index >= 0; index--) numbers[hits[index]!.end] = index + 1
  return numbers
}
