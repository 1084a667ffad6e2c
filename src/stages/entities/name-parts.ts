import type { Span } from '../../core/span.js'
import { isNumeral } from '../../dictionary/name-numerals.js'
import type { Region } from '../../dictionary/regions.js'
import type { NameReading, Suffix } from './lexicon.js'
import type { RegionHit, Scene } from './scene.js'

/** What a name is made of, before its ending. */
export type PartKind =
  | 'describing'
  | 'number'
  | 'place'
  | 'belonging'
  | 'owner'
  | 'region'
  | 'brand'
  | 'relative'
  | 'institution'

export interface NamePart extends Span {
  readonly kind: PartKind
  /** Of a region: what it can stand for; empty otherwise. */
  readonly regions: readonly Region[]
}

/** A stretch of text that may name an institution. */
export interface NameCandidate extends Span {
  /** The ending it was known by; null for a gazetteer name without one. */
  readonly suffix: Suffix | null
  /** What the gazetteer says of these words; null for words it does not hold. */
  readonly names: readonly NameReading[] | null
  /** The words for places that are understood, as written (市; 省、市); null if it begins with none. */
  readonly relative: string | null
  /** The main institution whose branch this is, if that is said in the name itself: 北京儿童医院|郑州医院. */
  readonly main: NameCandidate | null
  /** Whether it is named after a main institution or a body, and a place: a plaque, perhaps. */
  readonly isBranch: boolean
  /** The full wording of each member of a coordination; null for a single name. */
  readonly members: readonly string[] | null
  /** True where only a longer name before it in the article could make these words a name. */
  readonly isWeak: boolean
}

/** What reading one more part came to: more may follow; the name begins here; it is no name. */
export type Step = 'on' | 'stop' | 'reject'

/** A name being read from its ending to the left. */
export interface Draft {
  readonly scene: Scene
  readonly end: number
  readonly suffix: Suffix
  floor: number
  /** Where the part found last begins. */
  at: number
  /** From left to right; the ending is not among them. */
  readonly parts: NamePart[]
  /** What the members of a coordination do not share (一, 二; 省, 市), and where it stands. */
  alternatives: { readonly span: Span; readonly list: readonly string[] } | null
  main: NameCandidate | null
}

export function addPart(
  draft: Draft,
  kind: PartKind,
  start: number,
  regions: readonly Region[] = [],
): void {
  draft.parts.unshift({ kind, start, end: draft.at, regions })
  draft.at = start
}

/** Where the numeral that ends at `at` begins, 第 included; `at` if none does. */
export function numeralStart(text: string, at: number, floor: number): number {
  let start = at
  while (start > floor && isNumeral(text.charCodeAt(start - 1))) start--
  if (start === at) return at
  return start > floor && text[start - 1] === ORDINAL_PREFIX ? start - 1 : start
}

/** The numerals before `numeral` that share its name: 一、二、 before 三. `numeral` is without 第. */
export function readCoordination(draft: Draft, numeral: Span): void {
  const { scene, floor: before } = draft
  const { text, lexicon } = scene
  const separators = lexicon.rules.coordination?.separators ?? []
  const list = [text.slice(numeral.start, numeral.end)]
  let start = draft.at
  for (;;) {
    const separator = separators.find((word) => text.startsWith(word, start - word.length))
    if (separator === undefined) break
    const end = start - separator.length
    const floor = scene.floorOf(end)
    const previous = numeralStart(text, end, floor)
    if (previous === end) break
    list.unshift(text.slice(previous, end).replace(ORDINAL_PREFIX, ''))
    start = previous
    draft.floor = floor
  }
  if (list.length === 1) draft.floor = before
  else draft.alternatives = { span: { start, end: numeral.end }, list }
  draft.at = start
}

/** The words of each member, the shared ones filled in: 市一、二院 → 市一院, 市二院. */
export function writeMembers(draft: Draft): readonly string[] | null {
  if (draft.alternatives === null) return null
  const { text } = draft.scene
  const { span, list } = draft.alternatives
  const prefix = text[span.start] === ORDINAL_PREFIX ? ORDINAL_PREFIX : ''
  const left = text.slice(draft.at, span.start) + prefix
  const right = text.slice(span.end, draft.end)
  return list.map((own) => left + own + right)
}

/**
 * The region whose name ends where the draft begins, the former name of one included (富阳市 of
 * today's 富阳区); a short name counts only where a word begins.
 */
export function regionBefore(draft: Draft): RegionHit | null {
  const { scene, at, floor } = draft
  const region = scene.regionEndingAt(at)
  const former = formerRegion(draft)
  const longest =
    former !== null && (region === null || former.start < region.start) ? former : region
  if (longest === null || longest.start < floor || isSeparated(scene, longest.start, at))
    return null
  const written = scene.text.slice(longest.start, at)
  const isOfficial = longest === former || longest.regions.some(({ name }) => name === written)
  if (isOfficial) return longest
  return beginsWord(draft, longest.start) && !cutsTownship(draft, longest) ? longest : null
}

/** 丰镇 is a city, but one character before it and nothing else makes a township: 在|孝丰镇. */
function cutsTownship({ scene, floor }: Draft, { start, end }: RegionHit): boolean {
  const { placeEndings, never } = scene.lexicon.rules.words
  if (start === floor || never.includes(scene.text[start - 1]!)) return false
  if (start - 1 > floor && !never.includes(scene.text[start - 2]!)) return false
  return placeEndings.some((word) => scene.text.endsWith(word, end))
}

/** 县中医院|和|县妇幼保健院 speaks of no 和县: behind a name, a separator and a word for a place. */
export function isSeparated(scene: Scene, start: number, end: number): boolean {
  const { text, lexicon } = scene
  const { coordination, regionTypes } = lexicon.rules
  const separator = coordination?.separators.find((word) => text.startsWith(word, start))
  if (separator === undefined || scene.suffixEndingAt(start) === null) return false
  const rest = text.slice(start + separator.length, end)
  return regionTypes.some(({ word }) => word === rest)
}

/** Whether nothing before `start` makes one word with what follows. */
export function beginsWord({ scene, floor, end }: Draft, start: number): boolean {
  const { never } = scene.lexicon.rules.words
  if (start === floor || never.includes(scene.text[start - 1]!)) return true
  if (scene.regionEndingAt(start) !== null || scene.nameEndingAt(start) !== null) return true
  return scene.wordsBefore(end).some((word) => word.start === start)
}

function formerRegion({ scene, at, floor }: Draft): RegionHit | null {
  const { text, lexicon } = scene
  const { regionTypes } = lexicon.rules
  const type = regionTypes.find(({ word }) => text.endsWith(word, at))
  if (type === undefined) return null
  const end = at - type.word.length
  for (let start = Math.max(floor, end - LONGEST_BASE); start <= end - 2; start++) {
    const base = text.slice(start, end)
    const place = lexicon.placeBases.get(base)?.find((known) => known.type !== type.word)
    if (place !== undefined) return { start, end: at, regions: place.regions }
  }
  return null
}

/** Divisions that changed their type kept a base of two to four characters. */
const LONGEST_BASE = 4

export const ORDINAL_PREFIX = '第'
