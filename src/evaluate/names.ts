import type { GazetteerEntry } from '../dictionary/gazetteer.js'
import type { Regions } from '../dictionary/regions.js'
import type { Gazetteers } from '../pipeline/gazetteers.js'

/** Says whether two names stand for the same institution or region. */
export type SameName = (a: string, b: string) => boolean

/**
 * Names are the same if they are equal, if one gazetteer entry bears both, or if they become equal
 * when a province before a city is left out and a leading region goes by its official name
 * (黔东南州人民医院, 黔东南苗族侗族自治州人民医院); for regions, if one region bears both.
 */
export function sameNames({ regions, entries }: Gazetteers): SameName {
  const bearers = new Map<string, GazetteerEntry[]>()
  for (const entry of entries)
    for (const name of [entry.name, ...entry.aliases]) {
      const known = bearers.get(name)
      if (known === undefined) bearers.set(name, [entry])
      else known.push(entry)
    }
  const entriesOf = (name: string): readonly GazetteerEntry[] => bearers.get(name) ?? []
  const sharesEntry = (a: string, b: string): boolean =>
    entriesOf(a).some((entry) => entriesOf(b).includes(entry))
  const sharesRegion = (a: string, b: string): boolean =>
    regions.named(a).some((region) => regions.named(b).includes(region))
  return (left, right) => {
    const a = withoutSpace(left)
    const b = withoutSpace(right)
    if (a === b || sharesEntry(a, b) || sharesRegion(a, b)) return true
    const normalA = normalName(a, regions)
    const normalB = normalName(b, regions)
    return normalA === normalB || sharesEntry(normalA, normalB)
  }
}

/** `安徽省合肥市第一人民医院` → `合肥市第一人民医院` */
function normalName(name: string, regions: Regions): string {
  const [first, second] = regions.findNames(name)
  if (first === undefined || first.span.start !== 0) return name
  const isProvince = first.regions.some(({ level }) => level === 'province')
  if (isProvince && second?.span.start === first.span.end)
    return normalName(name.slice(first.span.end), regions)
  const [region] = first.regions
  const written = name.slice(0, first.span.end)
  const isShortPrefecture = written.endsWith('州') && region?.name.endsWith('自治州') === true
  return isShortPrefecture ? region.name + name.slice(first.span.end) : name
}

function withoutSpace(name: string): string {
  return name.replace(/\s+/g, '')
}
