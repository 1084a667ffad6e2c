import type { Span } from '../../core/span.js'
import type { Region, RegionMention, Regions } from '../../dictionary/regions.js'
import type { Lexicon } from './lexicon.js'

/** What an article says of the place it is about. */
export interface ArticlePlaces {
  readonly region: string | null
  readonly title: string | null
  readonly publisher: string | null
}

/** The signs by which 市 in 市一院 stands for a certain city. */
export interface RegionEvidence {
  /**
   * The place of one of `endings` that the words at `at` most likely speak of, with what an antecedent
   * adds; null where none leads clearly.
   */
  settle(at: number, endings: readonly string[], antecedents: readonly Region[]): Region | null
  /** The places of one of `endings` with any sign for them before `at`, the likeliest first. */
  rank(at: number, endings: readonly string[], antecedents: readonly Region[]): readonly Region[]
  /** How much speaks for a place, or for what it lies in, before `at`. */
  support(at: number, region: Region): number
}

/**
 * `places` are the text's own, in text order, those inside institutions' names apart in `nameplates`:
 * they say where a guest comes from as often as where the article is.
 */
export function gatherEvidence(
  text: string,
  lexicon: Lexicon,
  article: ArticlePlaces,
  places: readonly RegionMention[],
  nameplates: readonly RegionMention[],
  sentenceStart: (at: number) => number,
): RegionEvidence {
  const { regions, rules } = lexicon
  const { evidence, margin } = rules.relative
  const known = new Set([...places, ...nameplates].map(({ region }) => region))
  const named = (words: string | null, weight: number): Vote => {
    if (words === null) return { regions: [], weight }
    const found = regions.find(words).map(({ region }) => region)
    const bare = [...known].filter((region) => !found.includes(region) && isBareIn(words, region))
    return { regions: [...found, ...bare].filter(({ level }) => level !== 'country'), weight }
  }
  const fixed: readonly Vote[] = [
    named(article.region, evidence.given),
    named(article.title, evidence.title),
    named(article.publisher, evidence.publisher),
    overall(places, evidence.article),
    overall(nameplates, evidence.nameplates),
  ]
  const separators = rules.coordination?.separators ?? []
  const votesAt = (at: number): readonly Vote[] => {
    const before = placesBefore(places, at)
    const nearest = before[before.length - 1]
    const inSentence = nearest !== undefined && nearest.span.start >= sentenceStart(at)
    const listed = inSentence ? lastListed(before, text, separators) : []
    return [
      ...fixed,
      { regions: listed.map(({ region }) => region), weight: evidence.sentence },
      { regions: before.map(({ region }) => region), weight: evidence.text },
      { regions: placesBefore(nameplates, at).map(({ region }) => region), weight: evidence.names },
    ]
  }
  const holders = new Map<readonly string[], Map<Region, Region | null>>()
  const holderOf = (region: Region, endings: readonly string[]): Region | null => {
    const typed = holders.get(endings) ?? new Map<Region, Region | null>()
    if (typed.size === 0) holders.set(endings, typed)
    let holder = typed.get(region)
    if (holder === undefined) typed.set(region, (holder = ofType(region, endings, regions)))
    return holder
  }
  const score = (
    at: number,
    endings: readonly string[],
    antecedents: readonly Region[],
  ): readonly Scored[] => {
    const totals = new Map<Region, number>()
    const votes = [...votesAt(at), { regions: antecedents, weight: evidence.antecedent }]
    for (const { regions: voted, weight } of votes) {
      const typed: Region[] = []
      for (const region of voted) {
        const holder = holderOf(region, endings)
        if (holder !== null) typed.push(holder)
      }
      for (const holder of typed)
        totals.set(holder, (totals.get(holder) ?? 0) + weight / typed.length)
    }
    return [...totals]
      .map(([region, weight]) => ({ region, weight }))
      .sort((a, b) => b.weight - a.weight || (a.region.code < b.region.code ? -1 : 1))
  }
  return {
    settle: (at, endings, antecedents) => {
      const [best, next] = score(at, endings, antecedents)
      if (best === undefined) return null
      return next === undefined || best.weight - next.weight >= margin ? best.region : null
    },
    rank: (at, endings, antecedents) => score(at, endings, antecedents).map(({ region }) => region),
    support: (at, region) => {
      let total = 0
      for (const { regions: voted, weight } of votesAt(at))
        for (const other of voted)
          if (regions.contains(other, region) || regions.contains(region, other))
            total += weight / voted.length
      return total
    },
  }
}

/** Places that one sign speaks for; the weight is shared among them. */
interface Vote {
  readonly regions: readonly Region[]
  readonly weight: number
}

interface Scored {
  readonly region: Region
  readonly weight: number
}

/** The text's places, those inside `taken` (in text order) apart from the others. */
export function separatePlaces(
  places: readonly RegionMention[],
  taken: readonly Span[],
): { places: readonly RegionMention[]; nameplates: readonly RegionMention[] } {
  const apart = { places: new Array<RegionMention>(), nameplates: new Array<RegionMention>() }
  let next = 0
  for (const place of places) {
    if (place.region.level === 'country') continue
    while (next < taken.length && taken[next]!.end <= place.span.start) next++
    const other = taken[next]
    const isInside = other !== undefined && other.start < place.span.end
    if (!isInside) apart.places.push(place)
    // One character of a name is no part of its own: 孝|丰镇|卫生院 speaks of no 丰镇.
    else if (place.span.start !== other.start + 1) apart.nameplates.push(place)
  }
  return apart
}

/** The region itself, or the nearest it lies in, that bears such an ending: 肥西县 → 合肥市 for 市. */
function ofType(region: Region, endings: readonly string[], regions: Regions): Region | null {
  const isTyped = ({ name }: Region): boolean => endings.some((ending) => name.endsWith(ending))
  return regions.lineOf(region).find(isTyped) ?? null
}

/** 安吉 in a title, where the text speaks of 安吉县: counties have no short names of their own in the dictionary. */
function isBareIn(words: string, { name, level, aliases }: Region): boolean {
  return (
    level === 'county' &&
    aliases.length === 0 &&
    name.length > 2 &&
    words.includes(name.slice(0, -1))
  )
}

/** The last place with those told in one breath with it: of 安康、商洛、南阳 none is nearer than the others. */
function lastListed(
  places: readonly RegionMention[],
  text: string,
  separators: readonly string[],
): readonly RegionMention[] {
  let from = places.length - 1
  while (from > 0) {
    const between = text.slice(places[from - 1]!.span.end, places[from]!.span.start)
    if (!separators.includes(between)) break
    from--
  }
  return places.slice(from)
}

/** What all `places` say together; few of them say little, since one may be a slip. */
function overall(places: readonly RegionMention[], weight: number): Vote {
  const count = Math.min(MOST_PLACES, places.length)
  const step = places.length / count
  const regions = Array.from(
    { length: count },
    (_, index) => places[Math.floor(index * step)]!.region,
  )
  return { regions, weight: (weight * count) / (count + DOUBT) }
}

/** As many places without a slip are worth half the weight. */
const DOUBT = 2

/** What more places than these say of an article, these say as well. */
const MOST_PLACES = 200

/** At most the last thirty: what is further back says less, and long texts stay linear. */
function placesBefore(places: readonly RegionMention[], at: number): readonly RegionMention[] {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (places[middle]!.span.start < at) low = middle + 1
    else high = middle
  }
  return places.slice(Math.max(0, low - 30), low)
}
