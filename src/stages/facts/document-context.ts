import { bisect } from '../../core/bisect.js'
import type { Article } from '../../core/layers.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import { Automaton } from '../../dictionary/automaton.js'
import type { Region, RegionLevel, RegionMention, Regions } from '../../dictionary/regions.js'
import type { Cues } from './cues.js'
import { quotationsIn } from './quotations.js'

/** A word that points at an institution or a place without naming it: 该院, 医院, 我省. */
export interface Pointer {
  readonly span: Span
  readonly kind:
    | 'pronoun'
    | 'demonstrative'
    | 'anaphor'
    | 'roleNoun'
    | 'designation'
    | 'several'
    | 'stranger'
    | 'authority'
    | RegionLevel
}

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
    const placeOf = ({ value }: Mention): Region | null => {
      if (value.type !== 'entity') return null
      const { id, name } = value.entity
      return regionOf.get(id ?? '') ?? regions.find(name)[0]?.region ?? null
    }
    const isAway = (mention: Mention): boolean => {
      const place = placeOf(mention)
      return home[0] !== undefined && place !== null && !regions.contains(home[0], place)
    }
    const fits = (mention: Mention): number => {
      const place = placeOf(mention)
      if (isAway(mention)) return -AWAY_WEIGHT
      return home[1] !== undefined && place !== null && regions.contains(home[1], place) ? 1 : 0
    }
    /** 江西布局…: an article that names a place first is about that, not about who is named most. */
    const isOfPlace = (words: string): boolean =>
      regions.find(words)[0]?.span.start === 0 &&
      !entities.some(({ span }) => words.startsWith(text.slice(span.start, span.end)))
    const focus = focusOf(entities, { title, text, least: focusMentions, fits })
    return {
      body: text,
      focus: focus.mention,
      topic: focus.isClear && !isOfPlace(title) ? focus.mention : null,
      isAway,
      own:
        ownOf(article.publisher?.value ?? '', text, entities, options.publishers) ??
        narratorOf(entities, speaksOfItself(text, options.own), isAway),
      placeAt({ start, end }, level, sentence) {
        const place =
          level === 'country'
            ? regions.byCode('000000')
            : (home.find((own) => own.level === level) ?? countyAbove(level, home))
        const word = text.slice(start, end)
        if (level === 'country' || place === null || !word.startsWith('全')) return place
        const isNamed = within(places, sentence.span).some(({ region }) => region === place)
        return isNamed || place.name.includes(word.slice(1)) ? place : null
      },
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
    ...options.pronouns.map((word) => ({ word, kind: 'pronoun' as const })),
    ...options.several.map((word) => ({ word, kind: 'several' as const })),
    ...options.strangers.map((word) => ({ word, kind: 'stranger' as const })),
    ...options.authorities.map((word) => ({ word, kind: 'authority' as const })),
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

/** True where 我院 stands outside all quotations, so that the institution itself tells. */
function speaksOfItself(text: string, words: readonly string[]): boolean {
  const quotations = quotationsIn(text)
  return words.some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const index = bisect(quotations.length, (one) => quotations[one]!.end <= at)
      if ((quotations[index]?.start ?? Infinity) > at) return true
    }
    return false
  })
}

/** Who tells of itself: the first named that lies in the article's own province. */
function narratorOf(
  entities: readonly Mention[],
  speaks: boolean,
  isAway: (mention: Mention) => boolean,
): DocumentContext['own'] {
  const mention = speaks ? entities.find((one) => !isAway(one)) : undefined
  return mention === undefined ? null : { mention }
}

/** In Taiwan a county stands where a prefecture does elsewhere. */
function countyAbove(level: RegionLevel, home: readonly Region[]): Region | null {
  if (level !== 'county') return null
  return home.find(({ name }) => name.endsWith('县')) ?? null
}

interface FocusInput {
  readonly title: string
  readonly text: string
  readonly least: number
  /** How well an institution fits the article's own place. */
  readonly fits: (mention: Mention) => number
}

/**
 * The institution that an article is about: named most often; the title, being named first, and lying
 * where the article is at home count too. It is not clear where two come out alike.
 */
function focusOf(entities: readonly Mention[], { title, text, least, fits }: FocusInput): Focus {
  const scores = new Map<string, { count: number; first: Mention }>()
  let end = -1
  for (const mention of entities) {
    if (mention.value.type !== 'entity' || mention.member !== null) continue
    const { name, candidates } = mention.value.entity
    const explains = isBracket(text[mention.span.start - 1]) && mention.span.start - 1 === end
    end = mention.span.end
    // 甲医院（乙医院）: the second name is the first one's.
    if (candidates.length > 0 || explains) continue
    const isFirst = scores.size === 0
    const known = scores.get(name) ?? {
      count: (title.includes(name) ? TITLE_WEIGHT : 0) + (isFirst ? 1 : 0) + fits(mention),
      first: mention,
    }
    scores.set(name, { ...known, count: known.count + 1 })
  }
  const [best, second] = [...scores.values()].sort((a, b) => b.count - a.count)
  if (process.env['DBG'])
    console.error(
      title.slice(0, 20),
      '|',
      [...scores]
        .sort((a, b) => b[1].count - a[1].count)
        .slice(0, 3)
        .map(([k, v]) => k + v.count)
        .join(' '),
    )
  if (best === undefined || best.count < least || best.count === second?.count) return NO_FOCUS
  return { mention: best.first, isClear: best.count >= CLEAR_LEAD * (second?.count ?? 0) }
}

/** What an article is about, and whether by far. */
interface Focus {
  readonly mention: Mention | null
  readonly isClear: boolean
}

const NO_FOCUS: Focus = { mention: null, isClear: false }
/** How many times as often as the next one it is named, so that it is understood without a name. */
const CLEAR_LEAD = 2

function isBracket(character: string | undefined): boolean {
  return character === '（' || character === '('
}

/** A name in the title counts as this many in the text. */
const TITLE_WEIGHT = 3
const AWAY_WEIGHT = 3

/** Of items in text order those that lie in `span`, by binary search for the first. */
function within<T extends { readonly span: Span }>(items: readonly T[], span: Span): readonly T[] {
  const first = bisect(items.length, (index) => items[index]!.span.start < span.start)
  let end = first
  while (end < items.length && items[end]!.span.end <= span.end) end++
  return items.slice(first, end)
}
