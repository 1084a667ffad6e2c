import type { GazetteerEntry } from '../../dictionary/gazetteer.js'
import type { Identity } from './identity.js'
import type { Lexicon, NameReading } from './lexicon.js'
import type { ArticleMemory } from './memory.js'
import type { RegionEvidence } from './region-evidence.js'

/** What identification reads a name against: everything the article said before it. */
export interface Reading {
  readonly text: string
  readonly lexicon: Lexicon
  readonly memory: ArticleMemory
  readonly evidence: RegionEvidence
}

/** One entry is it; of several the one that stood before, else the one of the article's places. */
export function fromReadings(
  readings: readonly NameReading[],
  written: string,
  at: number,
  { lexicon, memory, evidence }: Reading,
): Identity {
  const found = pick(readings, at)
  if (found === null) return openIdentity(written, readings, readings[0]?.rule ?? null)
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

/** 同仁医院 where no longer name stood before: the one of the article's places; null if not just one. */
export function fromPlaces(
  readings: readonly NameReading[],
  at: number,
  { lexicon, memory, evidence }: Reading,
): Identity | null {
  const near = readings.filter(({ entry }) => {
    const home = entry.region === null ? null : lexicon.regions.byCode(entry.region)
    return home !== null && evidence.support(at, home) > 0
  })
  const [only, ...others] = near
  if (only === undefined || others.length > 0) return null
  memory.see(only.entry)
  return linked(only)
}

/** A name that several institutions may be meant by, or none that is known. */
export function openIdentity(
  written: string,
  readings: readonly NameReading[],
  rule: string | null,
): Identity {
  const candidates = [...new Set(readings.map(({ entry }) => entry.id))].sort()
  return { id: null, name: written, candidates, rule, entry: null }
}

function linked({ entry, rule }: NameReading): Identity {
  return { id: entry.id, name: entry.name, candidates: [], rule, entry: entry.path }
}
