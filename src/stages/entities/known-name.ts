import type { NameReading, Suffix } from './lexicon.js'
import type { Draft, NameCandidate } from './name-parts.js'
import { readOwner } from './owner.js'
import type { NameHit, RegionHit, Scene } from './scene.js'

/**
 * A gazetteer name with what stands before it: larger places and the body it belongs to widen it
 * (湖南省|娄底市…); another body or place before a name without one makes another institution of it.
 */
export function extendKnown(scene: Scene, known: NameHit, suffix: Suffix | null): NameCandidate {
  const floor = scene.floorOf(known.start)
  let { start } = known
  let names: readonly NameReading[] | null = known.names
  let inner = leadingRegion(scene, known)
  for (;;) {
    const region = scene.regionEndingAt(start)
    if (region !== null && region.start >= floor) {
      const place: Place =
        inner === null ? judgePlace(scene, names, region) : holds(scene, region, inner)
      if (place === 'outside' || (place === 'another' && suffix === null)) break
      if (place === 'another') names = null
      start = region.start
      inner = region
      if (names === null) break
      continue
    }
    const owner = ownerBefore(scene, start, floor, suffix)
    if (owner === null) break
    const isOwn = names.some(({ entry }) => belongsTo(entry, owner.name))
    if (!isOwn && (suffix === null || (inner !== null && !owner.isTied))) break
    if (!isOwn) names = null
    start = owner.start
    break
  }
  const main = mainOf(scene, known)
  return {
    start,
    end: known.end,
    suffix,
    names,
    relative: null,
    main,
    isBranch: main !== null,
    members: null,
    isWeak: false,
  }
}

/** The main institution that a listed branch is named after: 北京儿童医院 of 北京儿童医院保定医院. */
function mainOf(scene: Scene, { start, end }: NameHit): NameCandidate | null {
  for (let to = end - 2; to > start + 2; to--) {
    const hit = scene.nameEndingAt(to)
    if (hit === null || hit.start !== start || hit.names[0]!.scope === 'article') continue
    const { names } = hit
    return {
      start,
      end: to,
      suffix: null,
      names,
      relative: null,
      main: null,
      isBranch: false,
      members: null,
      isWeak: false,
    }
  }
  return null
}

type Place = 'own' | 'another' | 'outside'

/** The place that the name itself begins with; null for a name such as 仁济医院. */
function leadingRegion(scene: Scene, { start, end }: NameHit): RegionHit | null {
  for (let to = end - 1; to > start + 1; to--) {
    const region = scene.regionEndingAt(to)
    if (region !== null && region.start === start) return region
  }
  return null
}

function holds({ lexicon }: Scene, outer: RegionHit, inner: RegionHit): Place {
  const isOuter = outer.regions.some(
    (region) =>
      region.level !== 'country' &&
      inner.regions.some((part) => part !== region && lexicon.regions.contains(region, part)),
  )
  return isOuter ? 'own' : 'outside'
}

function judgePlace(
  { lexicon }: Scene,
  names: readonly NameReading[],
  { regions }: RegionHit,
): Place {
  if (regions.every(({ level }) => level === 'country')) return 'outside'
  const isOwn = names.some(({ entry }) => {
    const home = entry.region === null ? null : lexicon.regions.byCode(entry.region)
    if (home === null) return false
    return regions.some(
      (region) => lexicon.regions.contains(region, home) || lexicon.regions.contains(home, region),
    )
  })
  return isOwn ? 'own' : 'another'
}

interface OwnerBefore {
  readonly start: number
  readonly name: string
  /** Whether a word such as 附属 ties the name to it. */
  readonly isTied: boolean
}

function ownerBefore(
  scene: Scene,
  at: number,
  floor: number,
  suffix: Suffix | null,
): OwnerBefore | null {
  const word = scene.wordEndingAt(at, floor)
  const isTied = word?.kind === 'belonging'
  const end = isTied ? word.start : at
  const draft: Draft = {
    scene,
    end,
    suffix: suffix ?? ANY_SUFFIX,
    floor,
    at: end,
    parts: [],
    alternatives: null,
    main: null,
  }
  while (readOwner(draft) === 'on');
  if (draft.at === end) return null
  return { start: draft.at, name: scene.text.slice(draft.at, end), isTied }
}

const ANY_SUFFIX: Suffix = {
  rule: '',
  text: '',
  after: new Set(),
  placeAlone: 'none',
  counties: [],
  numeral: null,
}

function belongsTo(entry: NameReading['entry'], owner: string): boolean {
  if (entry.parent !== null && (entry.parent === owner || owner.startsWith(entry.parent)))
    return true
  return [entry.name, ...entry.aliases].some((name) => name.startsWith(owner))
}
