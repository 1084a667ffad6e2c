import { readBrand } from './brand.js'
import { judgeName } from './judge-name.js'
import { extendKnown } from './known-name.js'
import type { WordKind } from './lexicon.js'
import {
  addPart,
  numeralStart,
  ORDINAL_PREFIX,
  readCoordination,
  regionBefore,
  type Draft,
  type NameCandidate,
  type PartKind,
  type Step,
} from './name-parts.js'
import { readOwner } from './owner.js'
import { readOuterRegion } from './outer-region.js'
import { readRelative } from './relative-name.js'
import type { Scene, SuffixHit } from './scene.js'

/** Names read so far, by where they end. */
export type NamesByEnd = ReadonlyMap<number, NameCandidate>

/**
 * The longest name of one institution that ends with `hit`, read leftwards: kind, number, place, the
 * body it belongs to, a word of its own, a main institution before a branch. Null for a common noun.
 */
export function readName(scene: Scene, hit: SuffixHit, before: NamesByEnd): NameCandidate | null {
  const known = scene.nameEndingAt(hit.end)
  if (known !== null && known.names[0]!.scope !== 'article')
    return extendKnown(scene, known, hit.suffix)
  const draft: Draft = {
    scene,
    end: hit.end,
    suffix: hit.suffix,
    floor: scene.floorOf(hit.start),
    at: hit.start,
    parts: [],
    alternatives: null,
    main: null,
  }
  if (hit.suffix.numeral !== null) readSuffixNumeral(draft, hit)
  readBracketedPlace(draft)
  while (draft.at > draft.floor) {
    const step = readPart(draft, before)
    if (step === 'reject') return null
    if (step === 'stop') break
  }
  return judgeName(draft)
}

function readPart(draft: Draft, before: NamesByEnd): Step {
  const { scene, at, floor, parts } = draft
  const first = parts[0]?.kind
  if (first === 'institution' || first === 'relative') return 'stop'
  if (joinsMain(draft, before)) {
    draft.main = before.get(at) ?? null
    addPart(draft, 'institution', draft.main?.start ?? at)
    return 'stop'
  }
  const region = regionBefore(draft)
  const word = scene.wordEndingAt(at, floor)
  const isRegion = region !== null && (word === null || region.start <= word.start)
  if (first === 'region') {
    if (isRegion) return readOuterRegion(draft, region)
    if (word?.kind !== 'belonging') return readOwner(draft)
  } else if (isRegion) {
    if (first === 'owner' && !isShortOwner(draft)) return 'stop'
    if (region.regions.every(({ level }) => level === 'country')) return 'reject'
    addPart(draft, 'region', region.start, region.regions)
    return 'on'
  }
  if (first === 'owner') return readOwner(draft)
  const step = word === null ? null : readWord(draft, word)
  return step ?? readNumber(draft) ?? readOwnerOrRelative(draft) ?? readBrand(draft)
}

/** 树兰(杭州)医院: a place in brackets belongs to the name and says no more of it than its kind does. */
function readBracketedPlace(draft: Draft): void {
  const { scene, at } = draft
  const { text, lexicon } = scene
  if (text[at - 1] !== ')' && text[at - 1] !== '）') return
  const from = Math.max(0, at - LONGEST_BRACKET)
  const bracket = text.slice(from, at)
  const open = from + Math.max(bracket.lastIndexOf('('), bracket.lastIndexOf('（'))
  if (open < from) return
  if (lexicon.regions.named(text.slice(open + 1, at - 1)).length === 0) return
  addPart(draft, 'describing', open)
  draft.floor = scene.floorOf(open)
}

const LONGEST_BRACKET = 16

/** Null for a word that says nothing here. */
function readWord(draft: Draft, { kind, start }: { kind: WordKind; start: number }): Step | null {
  if (kind === 'owner') return readOwner(draft)
  if (kind === 'generic')
    // A single character may be the end of a word of the name's own: 和睦家.
    return draft.at - start > 1 && !isTownship(draft, start) ? 'reject' : null
  if (kind === 'belonging' && !belongs(draft, start)) return 'stop'
  addPart(draft, kind, start)
  return 'on'
}

/** 乡镇 is a common noun, but not in 房山区良乡镇卫生院. */
function isTownship(draft: Draft, start: number): boolean {
  const { scene, at, floor } = draft
  const { placeEndings } = scene.lexicon.rules.words
  if (!placeEndings.some((word) => scene.text.endsWith(word, at))) return false
  for (let end = start - 1; end >= Math.max(floor, start - 2); end--)
    if (scene.regionEndingAt(end) !== null) return true
  return false
}

/** 同济 in 杭州同济医院 may be a word as well as a university; the place before it is in the name. */
function isShortOwner({ parts }: Draft): boolean {
  const owner = parts[0]!
  return owner.end - owner.start === 2 && parts[1]?.kind !== 'belonging'
}

function readOwnerOrRelative(draft: Draft): Step | null {
  if (readOwner(draft) === 'on') return 'on'
  return readRelative(draft)
}

/** A main institution directly before the place of its branch: 北京儿童医院|保定医院. */
function joinsMain(draft: Draft, before: NamesByEnd): boolean {
  const main = before.get(draft.at)
  if (main === undefined || main.isWeak || draft.parts.length === 0) return false
  return (
    draft.parts.every(({ kind }) => BRANCH_PARTS.includes(kind)) &&
    (draft.suffix.after.size === 0 || draft.parts.some(({ kind }) => kind !== 'describing'))
  )
}

const BRANCH_PARTS: readonly PartKind[] = [
  'region',
  'place',
  'owner',
  'describing',
  'brand',
  'number',
]

/** 附属 counts only with the body it belongs to before it. */
function belongs(draft: Draft, start: number): boolean {
  const probe: Draft = { ...draft, at: start, parts: [] }
  return readOwner(probe) === 'on'
}

function readNumber(draft: Draft): Step | null {
  const { scene, at, floor } = draft
  const { text } = scene
  const start = numeralStart(text, at, floor)
  if (start === at) return null
  const isOrdinal = text[start] === ORDINAL_PREFIX
  const numeral = { start: isOrdinal ? start + 1 : start, end: at }
  if (!isOrdinal && !followsName({ ...draft, at: start })) {
    // 301医院 is a name, 东四医院 ends in a numeral; 12医院 is an amount.
    if (numeral.end - numeral.start === 1) return null
    if (numeral.end - numeral.start !== 3) return 'reject'
    addPart(draft, 'brand', start)
    return 'on'
  }
  readNumeralPart(draft, start, numeral)
  return 'on'
}

function readSuffixNumeral(draft: Draft, { start, suffix }: SuffixHit): void {
  const offset = suffix.numeral!
  if (offset.start > 0) return
  const numeral = { start: start + offset.start, end: start + offset.end }
  draft.at = numeral.end
  readNumeralPart(draft, numeralStart(draft.scene.text, numeral.end, draft.floor), numeral)
}

function readNumeralPart(
  draft: Draft,
  start: number,
  numeral: { start: number; end: number },
): void {
  const end = draft.at
  draft.at = start
  readCoordination(draft, numeral)
  draft.parts.unshift({ kind: 'number', start: draft.at, end, regions: [] })
}

function followsName(draft: Draft): boolean {
  if (regionBefore(draft) !== null || readOwner({ ...draft, parts: [] }) === 'on') return true
  return readRelative({ ...draft, parts: [...draft.parts] }) !== null
}
