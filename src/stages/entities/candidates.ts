import { extendKnown } from './known-name.js'
import type { NameCandidate } from './name-parts.js'
import { readName } from './read-name.js'
import type { NameHit, Scene } from './scene.js'

/** Every stretch of the text that names an institution or may, in text order, none overlapping another. */
export function findCandidates(scene: Scene): readonly NameCandidate[] {
  const byEnd = new Map<number, NameCandidate>()
  const found: NameCandidate[] = []
  const add = (candidate: NameCandidate): void => {
    if (isExcluded(scene, candidate)) return
    found.push(candidate)
    const known = byEnd.get(candidate.end)
    if (known === undefined || candidate.start < known.start) byEnd.set(candidate.end, candidate)
  }
  let next = 0
  const addNames = (upTo: number): void => {
    for (; next < scene.names.length && scene.names[next]!.end <= upTo; next++) {
      const hit = scene.names[next]!
      if (scene.names[next - 1]?.end === hit.end) continue
      add(isArticleOnly(hit) ? weak(hit) : extendKnown(scene, hit, null))
    }
  }
  for (const hit of scene.suffixes) {
    addNames(hit.end)
    const candidate = readName(scene, hit, byEnd)
    if (candidate !== null) add(candidate)
  }
  addNames(scene.text.length)
  return withoutOverlaps([...found, ...elliptical(scene, byEnd)])
}

function isArticleOnly({ names }: NameHit): boolean {
  return names.every(({ scope }) => scope === 'article')
}

function weak({ start, end, names }: NameHit): NameCandidate {
  return {
    start,
    end,
    suffix: null,
    names,
    relative: null,
    main: null,
    members: null,
    isWeak: true,
  }
}

/** 北京医院 in 北京医院管理局 is part of another body's name. */
function isExcluded({ text, lexicon }: Scene, { end }: NameCandidate): boolean {
  return lexicon.exclusions.longest(text, end) !== -1
}

/** 二院 after 市一院、 stands for 市二院: a numbered ending that only a list before it makes a name. */
function elliptical(scene: Scene, byEnd: Map<number, NameCandidate>): readonly NameCandidate[] {
  const { text, lexicon } = scene
  const separators = lexicon.rules.coordination?.separators ?? []
  const found: NameCandidate[] = []
  for (const { start, end, suffix } of scene.suffixes) {
    const numeral = suffix.numeral
    if (numeral === null || numeral.start > 0 || byEnd.get(end)?.isWeak === false) continue
    const separator = separators.find((word) => text.startsWith(word, start - word.length))
    const before = separator === undefined ? undefined : byEnd.get(start - separator.length)
    const left = before === undefined ? null : beforeNumeral(text, before, suffix.text)
    if (before === undefined || left === null) continue
    const candidate: NameCandidate = {
      start,
      end,
      suffix,
      names: null,
      relative: before.relative,
      main: null,
      members: [left + suffix.text],
      isWeak: false,
    }
    byEnd.set(end, candidate)
    found.push(candidate)
  }
  return found
}

/** What stands before the numeral of a name that ends as `ending` does but for its numeral. */
function beforeNumeral(text: string, before: NameCandidate, ending: string): string | null {
  if (before.members !== null && before.members.length === 1)
    return before.members[0]!.slice(0, -ending.length)
  const { suffix, start, end, members } = before
  if (suffix === null || suffix.numeral === null || members !== null) return null
  const tail = (word: string, numeral: number): string => word.slice(numeral)
  if (suffix.text.length !== ending.length) return null
  return tail(suffix.text, suffix.numeral.end) === tail(ending, suffix.numeral.end)
    ? text.slice(start, end - suffix.text.length)
    : null
}

/** What the gazetteer or the ending makes sure of first, then the leftmost, then the longest. */
function withoutOverlaps(found: readonly NameCandidate[]): readonly NameCandidate[] {
  const kept: NameCandidate[] = []
  for (const isWeak of [false, true]) {
    const ordered = found
      .filter((candidate) => candidate.isWeak === isWeak)
      .sort((a, b) => a.start - b.start || b.end - a.end)
    const taken = isWeak ? [...kept] : []
    let end = 0
    let next = 0
    for (const candidate of ordered) {
      if (candidate.start < end) continue
      while (next < taken.length && taken[next]!.end <= candidate.start) next++
      const other = taken[next]
      if (other !== undefined && other.start < candidate.end) continue
      kept.push(candidate)
      end = candidate.end
    }
  }
  return kept.sort((a, b) => a.start - b.start)
}
