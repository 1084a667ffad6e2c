import { bisect } from '../../core/bisect.js'
import type { Article } from '../../core/layers.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import { compareSpans, type Span } from '../../core/span.js'
import { Automaton } from '../../dictionary/automaton.js'
import type { Region, RegionLevel, RegionMention, Regions } from '../../dictionary/regions.js'
import type { Cues } from './cues.js'
import { focusOf, publisherOf } from './focus.js'
import { type Pointer, pointerWords } from './pointers.js'

/** What of a whole document decides whom a sentence speaks of. */
export interface DocumentContext {
  readonly body: string
  /** The institution the article is about: named most often, with a clear lead; null if none is. */
  readonly focus: Mention | null
  /** The same, where it leads so clearly that it is understood without a name. */
  readonly topic: Mention | null
  /**
   * The institution that publishes, where one does: its first mention, null if it has none; null
   * itself where another publishes.
   */
  readonly own: { readonly mention: Mention | null } | null
  /** True for an institution known to lie in another province than the article's own. */
  isAway(mention: Mention): boolean
  /**
   * The article's own place that 我省 or 全市 stands for in a sentence; null where it is not known. 全市
   * alone names none: it is one only where the sentence names the place too.
   */
  placeAt(span: Span, level: RegionLevel, sentence: Sentence): Region | null
  regionsIn(sentence: Sentence): readonly RegionMention[]
  /** The one institution named before that lies in a place; null where there is none, or several. */
  institutionIn(place: Region, before: number): Mention | null
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
    const named = regions.find(text).map((place) => beforeDomain(place, text, regions))
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
    const home = homeLine([...known, ...named.map((place) => place.region)], regions)
    const places = [...named, ...shortNames(text, named, entities, regions)].sort((a, b) =>
      compareSpans(a.span, b.span),
    )
    const placeOf = ({ value }: Mention): Region | null => {
      if (value.type !== 'entity') return null
      const { id, name } = value.entity
      // 北京儿童医院保定医院 lies in the last place that it is named after.
      return regionOf.get(id ?? '') ?? regions.find(name).at(-1)?.region ?? null
    }
    const isAway = (mention: Mention): boolean => {
      const place = placeOf(mention)
      return home[0] !== undefined && place !== null && !regions.contains(home[0], place)
    }
    const isAtHome = (mention: Mention): boolean => {
      const place = placeOf(mention)
      return home[1] !== undefined && place !== null && regions.contains(home[1], place)
    }
    /** 江西布局…: an article that names a place first is about that, not about who is named most. */
    const isOfPlace = (words: string): boolean =>
      regions.find(words)[0]?.span.start === 0 &&
      !entities.some(({ span }) => words.startsWith(text.slice(span.start, span.end)))
    const focus = focusOf(entities, pointed, {
      title,
      text,
      least: focusMentions,
      narrators: options.narrators,
      isAway,
      isAtHome,
    })
    // 我院召开大会, published by a department: the title tells as little as the publisher whose it is.
    const isOwn = options.narrators.some((word) => title.includes(word))
    const tells = isOwn && focus.mention !== null ? { mention: focus.mention } : null
    const namedIn = new Map<Region, readonly Mention[]>()
    const liesIn =
      (place: Region) =>
      (mention: Mention): boolean => {
        const own = placeOf(mention)
        return own !== null && regions.contains(place, own)
      }
    return {
      body: text,
      focus: focus.mention,
      topic: focus.isClear && !isOfPlace(title) ? focus.mention : null,
      isAway,
      own: publisherOf(article.publisher?.value ?? '', text, entities, options.publishers) ?? tells,
      placeAt({ start, end }, level, sentence) {
        const place =
          level === 'country'
            ? regions.byCode('000000')
            : (home.find((own) => own.level === level) ?? countyAbove(level, home))
        const word = text.slice(start, end)
        if (level === 'country' || place === null || !word.startsWith('全')) return place
        const isNamed = within(places, sentence.span).some(({ region }) => region === place)
        const namesIt = !LEVEL_WORDS.includes(word.slice(1)) && place.name.includes(word.slice(1))
        return isNamed || namesIt ? place : null
      },
      institutionIn(place, before) {
        let there = namedIn.get(place)
        if (there === undefined)
          namedIn.set(place, (there = firstTwo(entities.filter(liesIn(place)))))
        const [first, second] = there
        if (first === undefined || first.span.start >= before) return null
        return second === undefined || second.span.start >= before ? first : null
      },
      regionsIn: (sentence) => within(places, sentence.span),
      pointersIn: (sentence) => within(pointed, sentence.span),
    }
  }
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

/** 吉安县域内: the place is 吉安, what follows 县域. */
function beforeDomain(place: RegionMention, text: string, regions: Regions): RegionMention {
  const { start, end } = place.span
  if (text[end] !== '域') return place
  const [region] = regions.named(text.slice(start, end - 1))
  const name = text.slice(start, end - 1)
  if (region === undefined && place.region.name.slice(0, -1) !== name) return place
  return { span: { start, end: end - 1 }, region: region ?? place.region }
}

/**
 * The counties of an article by their names without 县 or 市: 阳山, where it names 阳山县 or its hospital,
 * and nothing else goes by that name.
 */
function shortNames(
  text: string,
  places: readonly RegionMention[],
  entities: readonly Mention[],
  regions: Regions,
): RegionMention[] {
  const counties = new Map<string, Region>()
  for (const { region } of places) {
    const short = region.name.slice(0, -1)
    if (region.level !== 'county' || short.length < 2 || counties.size >= MOST_COUNTIES) continue
    if (COUNTY_ENDS.includes(region.name.at(-1)!) && regions.named(short).length === 0)
      counties.set(short, region)
  }
  const taken = [...places, ...entities].sort((a, b) => compareSpans(a.span, b.span))
  const isTaken = ({ start, end }: Span): boolean => {
    const next = bisect(taken.length, (index) => taken[index]!.span.end <= start)
    return (taken[next]?.span.start ?? Infinity) < end
  }
  return [...counties].flatMap(([short, region]) => {
    const found: RegionMention[] = []
    for (let start = text.indexOf(short); start >= 0; start = text.indexOf(short, start + 1)) {
      const span = { start, end: start + short.length }
      if (!isTaken(span)) found.push({ span, region })
    }
    return found
  })
}

const COUNTY_ENDS = '县市'
const MOST_COUNTIES = 20

/** What 全市, 全县 say of a place; 全港 names it. */
const LEVEL_WORDS = '省区市州县国'

/** In Taiwan a county stands where a prefecture does elsewhere. */
function countyAbove(level: RegionLevel, home: readonly Region[]): Region | null {
  if (level !== 'county') return null
  return home.find(({ name }) => name.endsWith('县')) ?? null
}

/** Of items in text order those that lie in `span`, by binary search for the first. */
function within<T extends { readonly span: Span }>(items: readonly T[], span: Span): readonly T[] {
  const first = bisect(items.length, (index) => items[index]!.span.start < span.start)
  let end = first
  while (end < items.length && items[end]!.span.end <= span.end) end++
  return items.slice(first, end)
}

/** The first mention, and the first of another institution. */
function firstTwo(mentions: readonly Mention[]): readonly Mention[] {
  const [first] = mentions
  if (first === undefined) return []
  const second = mentions.find((mention) => nameOf(mention) !== nameOf(first))
  return second === undefined ? [first] : [first, second]
}

function nameOf({ value }: Mention): string {
  return value.type === 'entity' ? value.entity.name : ''
}
