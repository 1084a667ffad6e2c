import type { GazetteerEntry } from '../../dictionary/gazetteer.js'
import { typedNames } from '../../dictionary/region-types.js'
import type { Region } from '../../dictionary/regions.js'
import { fullNames } from './canonical-name.js'
import type { Identity } from './identity.js'
import type { Lexicon, NameReading } from './lexicon.js'
import { type ArticleMemory } from './memory.js'
import type { NameCandidate } from './name-parts.js'
import type { RegionEvidence } from './region-evidence.js'

/** What identification reads a name against: everything the article said before it. */
export interface Reading {
  readonly text: string
  readonly lexicon: Lexicon
  readonly memory: ArticleMemory
  readonly evidence: RegionEvidence
}

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
    if (candidate.isWeak) return memory.local(written)
  }
  if (candidate.isWeak) {
    const listed = listedNames(written, reading)
    return listed.length > 0 ? fromReadings(listed, written, at, reading) : memory.local(written)
  }
  return named(written, candidate, reading, null)
}

/** The institution of a full name; `home` is the place that a relative name was read with. */
function named(
  written: string,
  candidate: NameCandidate,
  reading: Reading,
  home: Region | null,
): Identity {
  const { lexicon, memory } = reading
  const branches = branchNames(written, candidate, reading)
  const known = knownAs(written, candidate, reading)
  if (known !== null) return known
  const names = [...fullNames(written, lexicon, home), ...branches]
  for (const name of names.slice(1)) {
    const identity = knownAs(name, candidate, reading, written)
    if (identity !== null) return identity
  }
  const possible = lexicon.names.get(written) ?? []
  if (possible.length > 0) return fromPlaces(possible, written, candidate.start, reading)
  const rule = candidate.suffix?.rule ?? null
  const name = names[names.length - 1] ?? written
  const identity = { id: null, name, candidates: [], rule, entry: null }
  memory.learn(identity, names)
  return identity
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
  const word = candidate.relative ?? ''
  const endings = lexicon.rules.regionTypes.find((type) => type.word === word)?.endings ?? []
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
  if (candidate.isWeak && possible.length === 0) return null
  return open(written, possible, lexicon.rules.relative.id)
}

/** 同仁医院 where no longer name stood before: the one of the article's places, if that is but one. */
function fromPlaces(
  readings: readonly NameReading[],
  written: string,
  at: number,
  { lexicon, memory, evidence }: Reading,
): Identity {
  const near = readings.filter(({ entry }) => {
    const home = entry.region === null ? null : lexicon.regions.byCode(entry.region)
    return home !== null && evidence.support(at, home) > 0
  })
  const [only, ...others] = near
  if (only === undefined || others.length > 0)
    return open(written, readings, readings[0]?.rule ?? null)
  memory.see(only.entry)
  return linked(only)
}

/** One entry is it; of several the one that stood before, else the one of the article's places. */
function fromReadings(
  readings: readonly NameReading[],
  written: string,
  at: number,
  { lexicon, memory, evidence }: Reading,
): Identity {
  const found = pick(readings, at)
  if (found === null) return open(written, readings, readings[0]?.rule ?? null)
  memory.see(found.entry)
  return linked(found)

  function pick(all: readonly NameReading[], position: number): NameReading | null {
    if (all.length === 1) return isCertain(all[0]!, position) ? all[0]! : null
    const seen = all.filter(({ entry }) => memory.hasSeen(entry))
    if (seen.length === 1) return seen[0]!
    const supported = all
      .map((reading) => ({ reading, support: supportOf(reading.entry, position) }))
      .sort((a, b) => b.support - a.support)
    const [best, next] = supported
    if (best === undefined || best.support === 0) return null
    const lead = best.support - (next?.support ?? 0)
    return lead >= lexicon.rules.relative.margin ? best.reading : null
  }

  /** A form made with a place's name that other places bear, too, needs a sign for this one. */
  function isCertain({ rule, region, entry }: NameReading, position: number): boolean {
    if (rule === null || region === null || memory.hasSeen(entry)) return true
    const isShared = [region.name, ...region.aliases].some(
      (name) => written.startsWith(name) && lexicon.regions.named(name).length > 1,
    )
    return !isShared || evidence.support(position, region) > 0
  }

  function supportOf(entry: GazetteerEntry, position: number): number {
    const home = entry.region === null ? null : lexicon.regions.byCode(entry.region)
    return home === null ? 0 : evidence.support(position, home)
  }
}

function linked({ entry, rule }: NameReading): Identity {
  return { id: entry.id, name: entry.name, candidates: [], rule, entry: entry.path }
}

function open(written: string, readings: readonly NameReading[], rule: string | null): Identity {
  const candidates = [...new Set(readings.map(({ entry }) => entry.id))].sort()
  return { id: null, name: written, candidates, rule, entry: null }
}
