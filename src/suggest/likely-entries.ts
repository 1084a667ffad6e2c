import { DIVISION_WORDS } from '../chinese/division-words.js'
import type { GazetteerEntry } from '../dictionary/gazetteer.js'
import type { Region, Regions } from '../dictionary/regions.js'

/**
 * Finds the entries that a name may be another writing of: equal but for how the places in it are
 * named. `安徽儿童医院` may be 安徽省儿童医院, `安徽省蚌埠市中心医院` may be 蚌埠市中心医院.
 */
export function compileLikelyEntries(
  entries: readonly GazetteerEntry[],
  regions: Regions,
): (name: string) => readonly GazetteerEntry[] {
  const byKey = new Map<string, Set<GazetteerEntry>>()
  for (const entry of entries)
    for (const name of [entry.name, ...entry.aliases]) {
      const key = keyOf(name, regions)
      const known = byKey.get(key)
      if (known === undefined) byKey.set(key, new Set([entry]))
      else known.add(entry)
    }
  return (name) => [...(byKey.get(keyOf(name, regions)) ?? [])]
}

/** The words of a name that are no place, and the places that lie in no other it names, as codes. */
function keyOf(name: string, regions: Regions): string {
  const found = regions.findNames(name)
  let rest = ''
  let at = 0
  for (const { span } of found) {
    rest += name.slice(at, span.start)
    at = typeEnd(name, span.end)
  }
  rest += name.slice(at)
  const places = found.map((place) => place.regions)
  const innermost = places.filter(
    (own) => !places.some((other) => other !== own && liesIn(other, own, regions)),
  )
  const codes = innermost.map((bearers) => bearers.map(({ code }) => code).join('/')).sort()
  return `${rest} ${[...new Set(codes)].join(' ')}`
}

function liesIn(inner: readonly Region[], outer: readonly Region[], regions: Regions): boolean {
  return outer.some((region) =>
    inner.some((other) => other !== region && regions.contains(region, other)),
  )
}

/** Past the word for the kind of division, where the region's name was found without it. */
function typeEnd(name: string, at: number): number {
  return DIVISION_WORDS.has(name.charAt(at)) ? at + 1 : at
}
