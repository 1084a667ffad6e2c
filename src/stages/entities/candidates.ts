import { ellipticalNames } from './elliptical-names.js'
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
    if (known === undefined || isBetter(candidate, known)) byEnd.set(candidate.end, candidate)
  }
  let next = 0
  const addNames = (upTo: number): void => {
    for (; next < scene.names.length && scene.names[next]!.end <= upTo; next++) {
      const hit = scene.names[next]!
      if (scene.names[next - 1]?.end === hit.end || !isFollowed(scene, hit)) continue
      add(isArticleOnly(hit) ? weak(hit) : extendKnown(scene, hit, null))
    }
  }
  for (const hit of scene.suffixes) {
    addNames(hit.end)
    const candidate = readName(scene, hit, byEnd)
    if (candidate !== null) add(candidate)
  }
  addNames(scene.text.length)
  return joinPlaques(withoutOverlaps([...found, ...ellipticalNames(scene, byEnd)]))
}

/** Some short forms stand for an institution only before what institutions do: 新华|派驻. */
function isFollowed({ text, lexicon }: Scene, { end, names }: NameHit): boolean {
  return names.some(({ rule }) => {
    const followers = rule === null ? undefined : lexicon.followers.get(rule)
    return followers === undefined || followers.longest(text, end) !== -1
  })
}

/** The longer name, and of the same words what is a name by itself. */
function isBetter(candidate: NameCandidate, known: NameCandidate): boolean {
  if (candidate.start !== known.start) return candidate.start < known.start
  return known.isWeak && !candidate.isWeak
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
    isBranch: false,
    members: null,
    isWeak: true,
  }
}

/** 北京医院 in 北京医院管理局 is part of another body's name. */
function isExcluded({ text, lexicon }: Scene, { end }: NameCandidate): boolean {
  return lexicon.exclusions.some(
    ({ before, endings }) =>
      before.longest(text, end) !== -1 && (endings === null || endings.longest(text, end) !== -1),
  )
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

/**
 * A listed name right behind another one is the institution that bears the plaque: 北大一院|宁夏妇女儿童医院.
 */
function joinPlaques(names: readonly NameCandidate[]): readonly NameCandidate[] {
  const joined: NameCandidate[] = []
  for (const name of names) {
    const main = joined.at(-1)
    if (main !== undefined && isPlaque(main, name))
      joined[joined.length - 1] = { ...name, start: main.start, main, isBranch: true }
    else joined.push(name)
  }
  return joined
}

function isPlaque(main: NameCandidate, bearer: NameCandidate): boolean {
  if (main.end !== bearer.start || main.names === null || bearer.names === null) return false
  const isPlain = ({ isWeak, members }: NameCandidate): boolean => !isWeak && members === null
  return isPlain(main) && isPlain(bearer)
}
