import { contentId } from '../core/fingerprint.js'
import type { Segmenter } from '../core/segmenter.js'
import type { Gazetteer, GazetteerEntry } from '../dictionary/gazetteer.js'
import type { Regions } from '../dictionary/regions.js'
import type { SiteCount } from '../store/line-index.js'
import type { UnlinkedMention, UnlinkedName, UnlinkedNames } from '../store/unlinked-names.js'
import { entryId } from './entry-id.js'
import { compileLikelyEntries } from './likely-entries.js'
import { siteOf } from './site.js'

/** A row that a gazetteer may get. */
export interface ProposedEntry {
  readonly id: string
  readonly name: string
  /** A division code; null where the name tells no place. */
  readonly region: string | null
}

/** A name that a gazetteer does not hold, with what speaks for it. */
export interface NameSuggestion {
  /** Short, and the same for the same name: `n_3fa2c1`. */
  readonly id: string
  readonly name: string
  readonly articles: number
  readonly mentions: number
  readonly sites: readonly SiteCount[]
  /** How it is written, the most frequent first. */
  readonly forms: readonly string[]
  /** Entries it may be another name of; empty where it looks new. */
  readonly likely: readonly Pick<GazetteerEntry, 'id' | 'name'>[]
  /** The row it would be. */
  readonly entry: ProposedEntry
  readonly samples: readonly Pick<UnlinkedMention, 'article' | 'path' | 'sentence'>[]
}

/** What names are searched for and compared with. */
export interface NameSearch {
  readonly names: UnlinkedNames
  readonly kind: string
  readonly gazetteer: Gazetteer
  readonly regions: Regions
  readonly segmenter: Segmenter
  readonly min: number
}

/** Names of `min` articles or more that stand for no single entry, the most frequent first. */
export function suggestNames(search: NameSearch): readonly NameSuggestion[] {
  const { names, kind, gazetteer, regions, segmenter, min } = search
  const found = names.list(kind, min)
  const seen = new Map(found.map(({ name }) => [name, newSeen()]))
  for (const mention of names.mentions(kind, [...seen.keys()])) {
    const known = seen.get(mention.name)
    if (known !== undefined) note(known, mention)
  }
  const likelyOf = compileLikelyEntries(gazetteer.entries, regions)
  const byId = new Map(gazetteer.entries.map((entry) => [entry.id, entry]))
  const taken = new Set(byId.keys())
  return found.map((unlinked): NameSuggestion => {
    const { name } = unlinked
    const { candidates, forms, sites, samples } = seen.get(name) ?? newSeen()
    const named = [...candidates].sort().flatMap((id) => byId.get(id) ?? [])
    const likely = named.length > 0 ? named : likelyOf(name)
    return {
      ...idOf(unlinked, kind),
      sites: frequentFirst(sites).map(([site, pages]) => ({ site, pages })),
      forms: frequentFirst(forms).map(([text]) => text),
      likely: likely.map(({ id, name }) => ({ id, name })),
      entry: {
        id: entryId(name, segmenter, (id) => taken.has(id)),
        name,
        region: regionOf(name, regions),
      },
      samples,
    }
  })
}

interface Seen {
  readonly origins: Set<number>
  readonly candidates: Set<string>
  readonly forms: Map<string, number>
  readonly sites: Map<string, number>
  readonly samples: Pick<UnlinkedMention, 'article' | 'path' | 'sentence'>[]
}

function newSeen(): Seen {
  return {
    origins: new Set(),
    candidates: new Set(),
    forms: new Map(),
    sites: new Map(),
    samples: [],
  }
}

/** Sites and samples count an article once, whatever reprints it. */
function note(seen: Seen, mention: UnlinkedMention): void {
  for (const id of mention.candidates) seen.candidates.add(id)
  count(seen.forms, mention.text)
  if (seen.origins.has(mention.origin)) return
  seen.origins.add(mention.origin)
  count(seen.sites, siteOf(mention))
  const { article, path, sentence } = mention
  if (seen.samples.length < SAMPLES) seen.samples.push({ article, path, sentence })
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function frequentFirst(counts: ReadonlyMap<string, number>): [string, number][] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}

function idOf(
  { name, articles, mentions }: UnlinkedName,
  kind: string,
): Pick<NameSuggestion, 'id' | 'name' | 'articles' | 'mentions'> {
  return { id: contentId('n_', `${kind} ${name}`).slice(0, ID_LENGTH), name, articles, mentions }
}

/** The innermost place that the beginning of a name tells, where it is one place only. */
function regionOf(name: string, regions: Regions): string | null {
  const codes: string[] = []
  for (let at = 0; at < name.length;) {
    const [longest] = regions.namesAt(name, at)
    if (longest === undefined) break
    const outer = codes.at(-1)
    const around = outer === undefined ? null : regions.byCode(outer)
    const inside = longest.regions.filter(
      (region) => around === null || (region !== around && regions.contains(around, region)),
    )
    if (inside.length !== 1) return inside.length === 0 ? (outer ?? null) : null
    codes.push(inside[0]!.code)
    at = longest.span.end
  }
  return codes.at(-1) ?? null
}

const ID_LENGTH = 8
const SAMPLES = 3
