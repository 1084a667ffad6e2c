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
  const cut = new Map<number, readonly Word[]>()
  return {
    text,
    lexicon,
    names,
    suffixes,
    regions,
    regionEndingAt: (end) => firstWithEnd(regions, end),
    nameEndingAt: (end) => firstWithEnd(names, end),
    wordEndingAt: (end, floor) => longestWord(text, lexicon, end, floor),
    floorOf: (end) => floorOf(text, end),
    wordsBefore: (end) => {
      const known = cut.get(end)
      if (known !== undefined) return known
      const words = tagWords(text, Math.max(floorOf(text, end), end - CONTEXT), end, lexicon)
      cut.set(end, words)
      return words
    },
  }
}

/** No institution's name is longer; what is further left is not looked at. */
const LONGEST_NAME = 48

/** Characters that the segmenter sees, so that it cuts a name as in running text. */
const CONTEXT = 24

function tagWords(text: string, from: number, end: number, lexicon: Lexicon): readonly Word[] {
  let start = from
  return lexicon.segmenter.tag(text.slice(from, end)).map(({ word, tag }) => {
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

function longestWord(
  text: string,
  { words, longestWord: longest }: Lexicon,
  end: number,
  floor: number,
): { start: number; kind: WordKind } | null {
  for (let start = Math.max(floor, end - longest); start < end; start++) {
    const kind = words.get(text.slice(start, end))
    if (kind !== undefined) return { start, kind }
  }
  return null
}

/** The first hit that ends at `end`; hits are in the order of their ends. */
function firstWithEnd<T extends Span>(hits: readonly T[], end: number): T | null {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (hits[middle]!.end < end) low = middle + 1
    else high = middle
  }
  const hit = hits[low]
  return hit !== undefined && hit.end === end ? hit : null
}
