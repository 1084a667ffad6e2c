import type { Lexicon } from './lexicon.js'
import { numeralStart, type NameCandidate } from './name-parts.js'
import type { Scene, SuffixHit } from './scene.js'

/**
 * Names that lack what the name before them in a list has: 二院 after 市一院、 is 市二院, 中医院 after
 * 怀远县人民医院和 is 怀远县中医院. They join the names of `byEnd`, so that the next may follow them.
 */
export function ellipticalNames(
  scene: Scene,
  byEnd: Map<number, NameCandidate>,
): readonly NameCandidate[] {
  const found: NameCandidate[] = []
  for (const hit of scene.suffixes) {
    if (byEnd.get(hit.end)?.isWeak === false) continue
    const candidate = afterNumber(scene, hit, byEnd) ?? afterPlace(scene, hit, byEnd)
    if (candidate === null) continue
    byEnd.set(hit.end, candidate)
    found.push(candidate)
  }
  return found
}

type NamesByEnd = ReadonlyMap<number, NameCandidate>

/** A numbered ending shares everything before the numeral with a name of the same ending. */
function afterNumber(scene: Scene, hit: SuffixHit, byEnd: NamesByEnd): NameCandidate | null {
  const { start, suffix } = hit
  if (suffix.numeral === null || suffix.numeral.start > 0) return null
  const before = listedBefore(scene, start, byEnd)
  const left = before === null ? null : beforeNumeral(scene, before, suffix.text)
  return before === null || left === null ? null : complete(hit, start, before, left + suffix.text)
}

/** A name that says its kind only shares the place with a name that is place and kind. */
function afterPlace(scene: Scene, hit: SuffixHit, byEnd: NamesByEnd): NameCandidate | null {
  const { suffix, end } = hit
  if (!suffix.after.has('relative') || suffix.numeral !== null) return null
  const start = kindStart(scene, hit)
  if (start === hit.start && suffix.placeAlone !== 'any') return null
  const before = listedBefore(scene, start, byEnd)
  const place = before === null ? null : placeOf(scene, before)
  if (before === null || place === null) return null
  return complete(hit, start, before, place + scene.text.slice(start, end))
}

/** The name that a separator right before `at` links to what follows. */
function listedBefore(
  { text, lexicon }: Scene,
  at: number,
  byEnd: NamesByEnd,
): NameCandidate | null {
  const separator = separatorsOf(lexicon).find((word) => text.startsWith(word, at - word.length))
  const before = separator === undefined ? undefined : byEnd.get(at - separator.length)
  return before === undefined || before.isWeak ? null : before
}

function separatorsOf({ rules }: Lexicon): readonly string[] {
  return rules.coordination?.separators ?? []
}

function complete(
  { end, suffix }: SuffixHit,
  start: number,
  { relative }: NameCandidate,
  full: string,
): NameCandidate {
  return {
    start,
    end,
    suffix,
    names: null,
    relative,
    main: null,
    isBranch: false,
    members: [full],
    isWeak: false,
  }
}

/** What stands before the numeral of a name that ends as `ending` does but for its numeral. */
function beforeNumeral(scene: Scene, before: NameCandidate, ending: string): string | null {
  if (before.members !== null && before.members.length === 1)
    return before.members[0]!.slice(0, -ending.length)
  const { start, end, members } = before
  const suffix = scene.suffixEndingAt(end)?.suffix ?? null
  if (suffix === null || suffix.numeral === null || members !== null) return null
  const tail = (word: string, numeral: number): string => word.slice(numeral)
  if (suffix.text.length !== ending.length) return null
  return tail(suffix.text, suffix.numeral.end) === tail(ending, suffix.numeral.end)
    ? scene.text.slice(start, end - suffix.text.length)
    : null
}

/** The place that a name begins with, if only words for its kind follow: 怀远县|人民医院. */
function placeOf(scene: Scene, before: NameCandidate): string | null {
  const { text, lexicon } = scene
  const { start, end, members, relative } = before
  const hit = scene.suffixEndingAt(end)
  if (hit === null || (members !== null && members.length > 1)) return null
  const tail = kindStart(scene, hit)
  if (members !== null) return tail === start ? members[0]!.slice(0, start - end) : null
  const place = text.slice(start, tail)
  return place === relative || isPlace(place, lexicon) ? place : null
}

/** Whether the words are places and nothing else: 安徽省|蚌埠市. */
function isPlace(words: string, { regions }: Lexicon): boolean {
  let at = 0
  for (const { span } of regions.findNames(words)) {
    if (span.start !== at) return false
    at = span.end
  }
  return at > 0 && at === words.length
}

/** Where the words for the kind of institution begin that an ending closes: 第二|人民|医院. */
function kindStart(scene: Scene, { start, suffix }: SuffixHit): number {
  const floor = scene.floorOf(start)
  let at = start + (suffix.numeral?.end ?? 0)
  for (;;) {
    const word = scene.wordEndingAt(at, floor)
    const next = word?.kind === 'describing' ? word.start : numeralStart(scene.text, at, floor)
    if (next === at) return at
    at = next
  }
}
