import type { Region } from '../../dictionary/regions.js'
import { typedNames, type RegionType } from '../../dictionary/region-types.js'
import { fullNames, namedPlaces } from './canonical-name.js'
import type { Identity } from './identity.js'
import type { Lexicon, NameReading } from './lexicon.js'
import type { NameCandidate } from './name-parts.js'
import { fromPlaces, fromReadings, openIdentity, type Reading } from './resolve-readings.js'

/**
 * The institution of each member that `candidate` names; empty where its words turn out to be none.
 * What is found is remembered for the names that follow.
 */
export function identify(candidate: NameCandidate, reading: Reading): readonly Identity[] {
  const written = candidate.members ?? [reading.text.slice(candidate.start, candidate.end)]
  return written.flatMap((name) => {
    const identity = identifyName(name, candidate, reading)
    return identity === null ? [] : [identity]
  })
}

function identifyName(
  written: string,
  candidate: NameCandidate,
  reading: Reading,
): Identity | null {
  const { memory } = reading
  const at = candidate.start
  if (candidate.relative !== null) return identifyRelative(written, candidate, reading)
  if (candidate.names !== null && candidate.members === null) {
    const names = candidate.isWeak
      ? candidate.names.filter(({ entry }) => memory.hasSeen(entry))
      : candidate.names
    if (names.length > 0) {
      if (candidate.main !== null) identify(candidate.main, reading)
      return fromReadings(names, written, at, reading)
    }
    if (candidate.isWeak) return memory.local(written) ?? atHome(written, candidate, reading)
  }
  if (candidate.isWeak) {
    const listed = listedNames(written, reading)
    return listed.length > 0 ? fromReadings(listed, written, at, reading) : memory.local(written)
  }
  return named(written, candidate, reading, null)
}

/** 康宁医院 in an article on 宁波 that names no other: the only one so called of that city. */
function atHome(
  written: string,
  { names, start }: NameCandidate,
  reading: Reading,
): Identity | null {
  const { lexicon, evidence } = reading
  // 贵州医院 is short for the branches of several and stands for none of them.
  if (names === null || namedPlaces(written, lexicon.regions).length > 0) return null
  // 吉林大学第一医院、第二医院: the words of its neighbour are understood.
  if (lexicon.rules.coordination?.separators.includes(reading.text[start - 1] ?? '')) return null
  const endings = lexicon.rules.regionTypes.flatMap((type) => type.endings)
  const home = evidence.settle(start, endings, [])
  if (home === null || home.level === 'province') return null
  const local = names.filter(({ entry }) => {
    const place = entry.region === null ? null : lexicon.regions.byCode(entry.region)
    return place !== null && lexicon.regions.contains(home, place)
  })
  return new Set(local.map(({ entry }) => entry)).size === 1
    ? fromReadings(local, written, start, reading)
    : null
}

/** The institution of a full name; `home` is the place that a relative name was read with. */
function named(
  written: string,
  candidate: NameCandidate,
  reading: Reading,
  home: Region | null,
): Identity | null {
  const { lexicon, memory } = reading
  const branches = branchNames(written, candidate, reading)
  const known = knownAs(written, candidate, reading)
  if (known !== null) return known
  const place = home ?? settlePlace(written, candidate.start, reading)
  const names = [...fullNames(written, lexicon, place), ...branches]
  for (const name of names.slice(1)) {
    const identity = knownAs(name, candidate, reading, written)
    if (identity !== null) return identity
  }
  const possible = lexicon.names.get(written) ?? []
  if (possible.length > 0)
    return (
      fromPlaces(possible, candidate.start, reading) ??
      openIdentity(written, possible, possible[0]?.rule ?? null)
    )
  const rule = candidate.suffix?.rule ?? null
  if (isOneOfMany(written, candidate, reading.lexicon)) return null
  const county = countyOf(written, candidate, reading)
  const name = (county?.name ?? '') + (names[names.length - 1] ?? written)
  const identity = { id: null, name, candidates: [], rule, entry: null }
  memory.learn(identity, names)
  return identity
}

/** 中山大学附属医院 is no name of one hospital, since that university has several, each with more to its name. */
function isOneOfMany(written: string, { suffix }: NameCandidate, lexicon: Lexicon): boolean {
  if (suffix === null || !suffix.after.has('owner')) return false
  const kind = written.length - suffix.text.length
  const tie = lexicon.rules.words.belonging.find((word) => written.endsWith(word, kind))
  return tie !== undefined && (lexicon.families.get(written.slice(0, kind - tie.length)) ?? 0) > 1
}

/** The place of the article's that a name begins with, where several places are called so: 鼓楼区. */
function settlePlace(written: string, at: number, { lexicon, evidence }: Reading): Region | null {
  const places = namedPlaces(written, lexicon.regions)
  if (places.length < 2) return null
  const [best, next] = places
    .map((region) => ({ region, support: evidence.support(at, region) }))
    .sort((a, b) => b.support - a.support)
  if (best === undefined || best.support === 0) return null
  const lead = best.support - (next?.support ?? 0)
  return lead >= lexicon.rules.relative.margin ? best.region : null
}
/** The county that the article is about, for a name that should begin with it and does with no place. */
function countyOf(
  written: string,
  { start, suffix }: NameCandidate,
  { lexicon, evidence }: Reading,
): Region | null {
  if (suffix === null || suffix.counties.length === 0) return null
  if (namedPlaces(written, lexicon.regions).length > 0) return null
  const endings = lexicon.rules.regionTypes.flatMap((type) => type.endings)
  const region = evidence.settle(start, suffix.counties, []) ?? evidence.settle(start, endings, [])
  return region?.level === 'county' ? region : null
}

/** What `name`, one of those that `written` may be short for, is listed as or was called before. */
function knownAs(
  name: string,
  { start }: NameCandidate,
  reading: Reading,
  written = name,
): Identity | null {
  const listed = listedNames(name, reading)
  if (listed.length > 0) return fromReadings(listed, written, start, reading)
  return reading.memory.local(name)
}

/** A branch by its main institution's canonical name: 浙大二院安徽医院 → 浙江大学…第二医院安徽医院. */
function branchNames(
  written: string,
  { main, members }: NameCandidate,
  reading: Reading,
): readonly string[] {
  if (main === null || members !== null) return []
  const [identity] = identify(main, reading)
  if (identity === undefined || identity.candidates.length > 0) return []
  return [identity.name + written.slice(main.end - main.start)]
}

function listedNames(name: string, { lexicon, memory }: Reading): readonly NameReading[] {
  const names = lexicon.names.get(name) ?? []
  return names.filter(({ scope, entry }) => scope !== 'article' || memory.hasSeen(entry))
}

function identifyRelative(
  written: string,
  candidate: NameCandidate,
  reading: Reading,
): Identity | null {
  const { lexicon, memory, evidence } = reading
  const at = candidate.start
  const { word, endings } = relativeType(written, lexicon)
  const antecedents = memory.regionsOf(written)
  const region = evidence.settle(at, endings, antecedents)
  const byRegion = lexicon.relative.get(written)
  if (region !== null) {
    const names = byRegion?.get(region.code)
    if (names !== undefined) return fromReadings(names, written, at, reading)
    const local = memory.localIn(written, region)
    if (local !== null || candidate.isWeak) return local
    const place = typedNames(region, lexicon.templates.types).at(-1) ?? region.name
    return named(place + written.slice(word.length), candidate, reading, region)
  }
  const possible = evidence
    .rank(at, endings, antecedents)
    .flatMap((ranked) => byRegion?.get(ranked.code) ?? [])
  if (possible.length === 0) return null
  return openIdentity(written, possible, lexicon.rules.relative.id)
}

/** The word for a place that is understood with which a name begins: 自治区 of 自治区人民医院, not 区. */
function relativeType(written: string, { rules }: Lexicon): RegionType {
  const types = rules.regionTypes.filter(({ word }) => written.startsWith(word))
  const longest = types.sort((a, b) => b.word.length - a.word.length)[0]
  return longest ?? { word: '', endings: [] }
}
