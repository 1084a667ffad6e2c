import { bisect } from '../../core/bisect.js'
import type { Fact, Relation } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import type { Region, Regions } from '../../dictionary/regions.js'
import type { Cards } from './cards.js'
import type { Cues } from './cues.js'
import type { Subject } from './sentence-subjects.js'

/** Which part the one asked for plays: it helps, is helped, or either. */
export type PartnerSide = 'helper' | 'helped' | 'either'

/** What the relations of an article, once read, tell of its institutions; all by canonical name. */
export interface Partners {
  /** Those known to stand on this side of an institution, in the order in which the text tells so. */
  of(name: string, side: PartnerSide): readonly string[]
  /** Those of them that lie in a place, as far as it is known where they lie. */
  in(name: string, side: PartnerSide, place: Region): readonly string[]
  /** Those of whom it is known that it helps them, not they it. */
  helpedBy(name: string): readonly string[]
  /** The institution that one of these characters joins to a mention: 乙医院 in 甲医院与乙医院. */
  besides(mention: Mention, joints: string): Mention | null
  /** On which side of the subject a relation's object stands. */
  sideOfObject(relation: string): PartnerSide
  /** The institution that bears a plaque's name; null for a name of its own. */
  bearerOf(name: string): Mention | null
  /** The ties that a sentence tells by itself, by its index. */
  tiesIn(sentence: number): readonly Relation[]
  /** Where it is named last before `at`, else first. */
  mentionOf(name: string, at: number): Mention | null
}

/** What a sentence says of institutions that only the rest of the article names. */
export interface PartnerReading {
  readonly partners: Partners
  /** 帮扶医院 and the like, each with the one institution that it can stand for. */
  readonly references: readonly Subject[]
  /** Places, as mentions of kind region; each can stand for an institution there. */
  readonly regionOf: ReadonlyMap<Mention, Region>
}

/** Prepares reading partners; `regionOf` gives the place of an institution of a gazetteer by its id. */
export function partnerReader(
  cues: Cues['partners'],
  regions: Regions,
  regionOf: ReadonlyMap<string, Region>,
): (facts: readonly Fact[], said: Said) => Partners {
  const sideOfObject = (relation: string): PartnerSide => {
    if (cues.subjectHelps.includes(relation)) return 'helped'
    return cues.objectHelps.includes(relation) ? 'helper' : 'either'
  }
  const isTie = (relation: string): boolean =>
    [cues.subjectHelps, cues.objectHelps, cues.eitherHelps].some((list) => list.includes(relation))
  const oppositeOf = { helper: 'helped', helped: 'helper', either: 'either' } as const

  return (facts, { entities, body, cards }) => {
    const names = readNames(entities, body)
    const relations = facts.filter(
      (fact): fact is Relation => fact.kind === 'relation' && fact.modality !== 'negated',
    )
    const plaques = readPlaques(names, regions)
    const bearers = new Map<string, string>()
    const firstOf = (name: string): number => names.get(name)?.mentions[0]?.span.start ?? Infinity
    for (const { relation, subject, object } of relations)
      if (cues.sameAs.includes(relation) && subject.name !== object.name) {
        const swapped =
          plaques.has(subject.name) === plaques.has(object.name)
            ? firstOf(object.name) < firstOf(subject.name)
            : plaques.has(subject.name)
        const [bearer, plaque] = swapped ? [object.name, subject.name] : [subject.name, object.name]
        if (!bearers.has(bearer)) bearers.set(plaque, bearers.get(plaque) ?? bearer)
      }
    const bearer = (name: string): string => bearers.get(name) ?? name
    const links = new Map<string, Map<string, PartnerSide>>()
    const link = (one: string, other: string, side: PartnerSide): void => {
      const sides = links.get(one) ?? new Map<string, PartnerSide>()
      links.set(one, sides)
      const known = sides.get(other)
      if (known === undefined || known === 'either') sides.set(other, side)
    }
    const tie = (one: string, other: string, side: PartnerSide): void => {
      if (one === other) return
      link(one, other, side)
      link(other, one, oppositeOf[side])
    }
    const tiesBySentence = new Map<number, Relation[]>()
    for (const relation of relations)
      if (isTie(relation.relation)) {
        const others = tiesBySentence.get(relation.sentence)
        if (others === undefined) tiesBySentence.set(relation.sentence, [relation])
        else others.push(relation)
      }
    for (const { relation, subject, object } of relations)
      if (isTie(relation)) tie(bearer(subject.name), bearer(object.name), sideOfObject(relation))
    for (const { helper, helped } of cards.ties)
      tie(bearer(nameOf(helper)), bearer(nameOf(helped)), 'helped')
    const of = (name: string, side: PartnerSide): readonly string[] =>
      [...(links.get(bearer(name)) ?? [])]
        .filter(([, known]) => side === 'either' || known === side || known === 'either')
        .map(([other]) => other)
    const placeOf = (name: string): Region | null =>
      plaques.get(name)?.place ??
      regionOf.get(names.get(name)?.id ?? '') ??
      regions.find(name)[0]?.region ??
      null
    const within = (name: string, side: PartnerSide, place: Region): readonly string[] =>
      of(name, side).filter((other) => {
        const own = placeOf(other)
        return own !== null && (regions.contains(place, own) || regions.contains(own, place))
      })
    for (const [plaque, { owner, place }] of plaques) {
      // The owner's one partner at that place bears the plaque; with none it is a house of its own.
      const known = within(owner, 'helped', place)
      const isOpen = names.get(plaque)?.id === null && !bearers.has(plaque)
      if (isOpen && known.length === 1 && known[0] !== plaque) bearers.set(plaque, known[0]!)
      else if (known.length === 0) tie(owner, bearer(plaque), 'helped')
    }
    return {
      of,
      in: within,
      helpedBy: (name) =>
        [...(links.get(bearer(name)) ?? [])].flatMap(([other, side]) =>
          side === 'helped' ? [other] : [],
        ),
      besides({ span }, joints) {
        if (!joints.includes(body[span.end] ?? '\n')) return null
        const next = bisect(entities.length, (index) => entities[index]!.span.start <= span.end)
        const other = entities[next]
        return other?.span.start === span.end + 1 ? other : null
      },
      sideOfObject,
      tiesIn: (sentence) => tiesBySentence.get(sentence) ?? [],
      bearerOf(name) {
        const own = bearers.get(name)
        return own === undefined ? null : (names.get(own)?.mentions[0] ?? null)
      },
      mentionOf(name, at) {
        const mentions = names.get(name)?.mentions ?? []
        const before = bisect(mentions.length, (index) => mentions[index]!.span.end <= at)
        return mentions[before - 1] ?? mentions[0] ?? null
      },
    }
  }
}

/** What of an article tells its partners besides its relations. */
interface Said {
  readonly entities: readonly Mention[]
  readonly body: string
  readonly cards: Pick<Cards, 'ties'>
}

function nameOf({ value }: Mention): string {
  return value.type === 'entity' ? value.entity.name : ''
}

interface KnownName {
  readonly id: string | null
  readonly mentions: Mention[]
  /** As it is written in the article, other than the canonical name. */
  readonly forms: Set<string>
}

function readNames(entities: readonly Mention[], body: string): ReadonlyMap<string, KnownName> {
  const names = new Map<string, KnownName>()
  for (const mention of entities) {
    if (mention.value.type !== 'entity') continue
    const { id, name } = mention.value.entity
    const known = names.get(name) ?? { id, mentions: [], forms: new Set<string>() }
    names.set(name, known)
    known.mentions.push(mention)
    if (mention.member === null) known.forms.add(body.slice(mention.span.start, mention.span.end))
  }
  return names
}

/** Whose plaque it is, and where it hangs. */
interface Plaque {
  readonly owner: string
  readonly place: Region
}

/** Names made of another institution's name and a place: 北京儿童医院·保定·医院. */
function readPlaques(
  names: ReadonlyMap<string, KnownName>,
  regions: Regions,
): ReadonlyMap<string, Plaque> {
  const owners = new Map<string, string>()
  for (const [name, { forms }] of names) for (const form of [name, ...forms]) owners.set(form, name)
  const plaques = new Map<string, Plaque>()
  for (const [name, { forms }] of names)
    for (const form of [name, ...forms]) {
      for (let length = form.length - 1; length >= MIN_OWNER; length--) {
        const owner = owners.get(form.slice(0, length))
        const place = widest(regions.namesAt(form, length)[0]?.regions ?? [])
        if (owner === undefined || owner === name || place === null) continue
        plaques.set(name, { owner, place })
        break
      }
    }
  return plaques
}

/** Of several places of one name (海南) the one that a plaque names: the province before a district. */
function widest(places: readonly Region[]): Region | null {
  const level = ({ code }: Region): number => code.replace(/0+$/, '').length
  return places.reduce<Region | null>(
    (best, place) => (best === null || level(place) < level(best) ? place : best),
    null,
  )
}

const MIN_OWNER = 4
