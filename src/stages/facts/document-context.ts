import { bisect } from '../../core/bisect.js'
import type { Article } from '../../core/layers.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import { Automaton } from '../../dictionary/automaton.js'
import type { Region, RegionLevel, RegionMention, Regions } from '../../dictionary/regions.js'
import type { Cues } from './cues.js'

/** A word that points at an institution or a place without naming it: 该院, 医院, 我省. */
export interface Pointer {
  readonly span: Span
  readonly kind:
    | 'pronoun'
    | 'personal'
    | 'demonstrative'
    | 'anaphor'
    | 'roleNoun'
    | 'designation'
    | 'several'
    | RegionLevel
}

/** What of a whole document decides whom a sentence speaks of. */
export interface DocumentContext {
  readonly body: string
  /** The institution the article is about: named most often, with a clear lead; null if none is. */
  readonly focus: Mention | null
  /**
   * The institution that publishes, where one does: its first mention, null if it has none; null
   * itself where another publishes.
   */
  readonly own: { readonly mention: Mention | null } | null
  /** True for an institution known to lie in another province than the article's own. */
  isAway(mention: Mention): boolean
  /** The article's own place at a level. */
  placeOf(level: RegionLevel): Region | null
  regionsIn(sentence: Sentence): readonly RegionMention[]
  pointersIn(sentence: Sentence): readonly Pointer[]
}

export type ReadContext = (
  article: Article,
  body: string,
  entities: readonly Mention[],
) => DocumentContext

export interface ContextOptions {
  /** How often an institution must be named to be what an article is about. */
  readonly focusMentions: number
  /** Where the institutions of the gazetteers lie, by their ids. */
  readonly regionOf: ReadonlyMap<string, Region>
}

/** Prepares reading contexts; the automata over pointing words are built once. */
export function contextReader(
  options: Cues['subject'],
  regions: Regions,
  { focusMentions, regionOf }: ContextOptions,
): ReadContext {
  const pointers = pointerWords(options)
  const automaton = new Automaton(pointers.map(({ word }) => word))
  return (article, text, entities) => {
    const places = regions.find(text)
    const pointed = automaton.findLongest(text).flatMap(({ phrase, start, end }) => {
      const kind = pointers[phrase]!.kind
      return kind === null ? [] : [{ span: { start, end }, kind }]
    })
    const title = article.title?.value ?? ''
    const region = article.region ?? ''
    const known = [
      ...regions.find(region),
      ...regions.find(title),
      ...regions.find(article.publisher?.value ?? ''),
    ].map((place) => place.region)
    const home = homeLine([...known, ...places.map((place) => place.region)], regions)
    const isAway = ({ value }: Mention): boolean => {
      if (value.type !== 'entity' || home[0] === undefined) return false
      const { id, name } = value.entity
      const place = regionOf.get(id ?? '') ?? regions.find(name)[0]?.region
      return place !== undefined && !regions.contains(home[0], place)
    }
    return {
      body: text,
      focus: focusOf(entities, pointed, title, focusMentions),
      isAway,
      own: ownOf(article.publisher?.value ?? '', text, entities, options.publishers),
      placeOf: (level) =>
        level === 'country'
          ? regions.byCode('000000')
          : (home.find((place) => place.level === level) ?? countyAbove(level, home)),
      regionsIn: (sentence) => within(places, sentence.span),
      pointersIn: (sentence) => within(pointed, sentence.span),
    }
  }
}

function pointerWords(options: Cues['subject']): { word: string; kind: Pointer['kind'] | null }[] {
  return [
    ...options.notPointers.map((word) => ({ word, kind: null })),
    ...options.demonstratives.map((word) => ({ word, kind: 'demonstrative' as const })),
    ...options.anaphors.map((word) => ({ word, kind: 'anaphor' as const })),
    ...options.personals.map((word) => ({ word, kind: 'personal' as const })),
    ...options.pronouns.map((word) => ({ word, kind: 'pronoun' as const })),
    ...options.several.map((word) => ({ word, kind: 'several' as const })),
    ...options.designations.map((word) => ({ word, kind: 'designation' as const })),
    ...options.roleNouns.map((word) => ({ word, kind: 'roleNoun' as const })),
    ...Object.entries(options.deictics).flatMap(([level, words]) =>
      words.map((word) => ({ word, kind: level as RegionLevel })),
    ),
  ]
}

/** The province named most often in title, publisher and text, and its division named most often. */
function homeLine(places: readonly Region[], regions: Regions): readonly Region[] {
  const counts = new Map<Region, number>()
  for (const place of places)
    for (const region of regions.lineOf(place)) counts.set(region, (counts.get(region) ?? 0) + 1)
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a.code < b.code ? -1 : 1))
  const line: Region[] = []
  for (const level of ['province', 'prefecture', 'county'] as const) {
    const best = ranked.find(
      ([region]) =>
        region.level === level && line.every((outer) => regions.contains(outer, region)),
    )
    if (best === undefined) break
    line.push(best[0])
  }
  return line
}

function ownOf(
  publisher: string,
  body: string,
  entities: readonly Mention[],
  endings: readonly string[],
): DocumentContext['own'] {
  if (!endings.some((ending) => publisher.endsWith(ending))) return null
  const mention = entities.find(
    ({ value, span }) =>
      value.type === 'entity' &&
      (value.entity.name === publisher || publisher.includes(body.slice(span.start, span.end))),
  )
  return { mention: mention ?? null }
}

/** In Taiwan a county stands where a prefecture does elsewhere. */
function countyAbove(level: RegionLevel, home: readonly Region[]): Region | null {
  if (level !== 'county') return null
  return home.find(({ name }) => name.endsWith('县')) ?? null
}

/** 该院 counts for the institution named last before it; of two named as often the first is it. */
function focusOf(
  entities: readonly Mention[],
  pointed: readonly Pointer[],
  title: string,
  least: number,
): Mention | null {
  const counts = new Map<string, { count: number; first: Mention }>()
  const demonstratives = pointed.filter(({ kind }) => kind === 'demonstrative')
  const named = entities.filter(isOne)
  const pointedAt = demonstratives.flatMap(({ span }) => {
    const before = bisect(named.length, (index) => named[index]!.span.end <= span.start)
    return named[before - 1] ?? []
  })
  for (const mention of [...named, ...pointedAt]) {
    const { name } = mention.value.entity
    const known = counts.get(name) ?? {
      count: title.includes(name) ? TITLE_WEIGHT : 0,
      first: mention,
    }
    counts.set(name, { ...known, count: known.count + 1 })
  }
  const [best, second, third] = [...counts.values()].sort((a, b) => b.count - a.count)
  if (best === undefined || best.count < least) return null
  const isShared = best.count === second?.count && best.count === third?.count
  return isShared ? null : best.first
}

type EntityMention = Mention & { readonly value: Extract<Mention['value'], { type: 'entity' }> }

/** True for a mention of one institution that is known to be that. */
function isOne(mention: Mention): mention is EntityMention {
  const { value, member } = mention
  return value.type === 'entity' && member === null && value.entity.candidates.length === 0
}

/** A name in the title counts as this many in the text. */
const TITLE_WEIGHT = 3

/** Of items in text order those that lie in `span`, by binary search for the first. */
function within<T extends { readonly span: Span }>(items: readonly T[], span: Span): readonly T[] {
  const first = bisect(items.length, (index) => items[index]!.span.start < span.start)
  let end = first
  while (end < items.length && items[end]!.span.end <= span.end) end++
  return items.slice(first, end)
}
