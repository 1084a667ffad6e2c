import {
  fillTemplate,
  matchTemplate,
  nameSubject,
  type NameSubject,
} from '../../dictionary/name-template.js'
import type { Region, Regions } from '../../dictionary/regions.js'
import type { Lexicon } from './lexicon.js'
import type { Expansion } from './name-rules.js'

/** The names an unlisted institution may be listed or known under, the fullest last. */
export function fullNames(
  written: string,
  lexicon: Lexicon,
  home: Region | null,
): readonly string[] {
  const placed = dropProvince(written, lexicon.regions)
  const expanded = expand(placed, lexicon, home)
  if (expanded === null) return [...new Set([written, placed])]
  const district = districtOf(placed, lexicon.regions, home)
  const full = inCity(expanded, district, lexicon.regions)
  return [...new Set([written, placed, expanded].filter((name) => name !== full)), full]
}

/** The places that a name may begin with: the longest words of it, all that are called so. */
export function namedPlaces(name: string, regions: Regions): readonly Region[] {
  const [longest] = regions.namesAt(name, 0)
  return longest !== undefined && longest.span.end >= SHORTEST_REGION ? longest.regions : []
}

/** 湖南省娄底市… → 娄底市…; a municipality stays, since its districts are named with it. */
function dropProvince(name: string, regions: Regions): string {
  for (const { span, regions: bearers } of regions.namesAt(name, 0)) {
    const province = bearers.find(({ level }) => level === 'province')
    if (province === undefined || span.end < SHORTEST_REGION) continue
    if (province.name.endsWith('市')) return name
    const rest = name.slice(span.end)
    return startsInside(rest, province, regions) ? rest : name
  }
  return name
}

function startsInside(rest: string, province: Region, regions: Regions): boolean {
  return regions
    .namesAt(rest, 0)
    .some(
      ({ span, regions: bearers }) =>
        span.end >= SHORTEST_REGION &&
        bearers.some((region) => region !== province && regions.contains(province, region)),
    )
}

/** The district that a name begins with, behind its city or alone; null if it could be one of several. */
function districtOf(name: string, regions: Regions, home: Region | null): Region | null {
  const fits = (region: Region): boolean =>
    home === null || regions.contains(region, home) || regions.contains(home, region)
  const outer = namedPlaces(name, regions).filter(fits)
  const inner = namedPlaces(name.slice(regions.namesAt(name, 0)[0]?.span.end ?? 0), regions)
  const placed = inner.filter((region) =>
    outer.some((city) => city !== region && regions.contains(city, region)),
  )
  const [district, ...others] = placed.length > 0 ? placed : outer
  return district !== undefined && others.length === 0 && isDistrict(district) ? district : null
}

/** Counties and their cities go by their own names, districts by their city's and their own. */
function isDistrict({ name, level }: Region): boolean {
  return level === 'county' && name.endsWith('区') && !/[林特]区$/.test(name)
}

function inCity(name: string, district: Region | null, regions: Regions): string {
  const city = district === null ? null : regions.parentOf(district)
  if (district === null || city === null || !name.startsWith(district.name)) return name
  return city.level === 'country' ? name : city.name + name
}

/** Names of one character (沪, 皖) are too often part of a word. */
const SHORTEST_REGION = 2

function expand(name: string, lexicon: Lexicon, home: Region | null): string | null {
  const subject = nameSubject(name, lexicon.templates, home)
  for (const rule of lexicon.expansions) {
    const full = expandBy(rule, subject)
    if (full !== null) return full
  }
  return null
}

/** The full name that one rule makes of a short one; null if it does not concern it. */
export function expandBy({ from, to, only }: Expansion, subject: NameSubject): string | null {
  for (const template of from) {
    const binding = matchTemplate(template, subject)
    if (binding === null) continue
    if (only !== null && !only.has(binding.rest ?? '')) continue
    // The official name of a place comes first: 秀山土家族苗族自治县, not 秀山县.
    const [full] = fillTemplate(to, binding, subject.lexicon)
    if (full !== undefined) return full
  }
  return null
}
