import type { Region } from '../../dictionary/regions.js'
import type { RecordTemplate } from '../../rule/fact-rule.js'
import type { Capture, RuleMatch } from '../../rule/match-rules.js'
import type { Partners, PartnerSide } from './partners.js'
import { type Filler, fillersOf, firstCapture, type SentenceReading } from './roles.js'
import { partyOf, type Subject, topicAt } from './sentence-subjects.js'
import { type Pair, pairsOfTie } from './ties.js'

/**
 * Who is related to whom by a match. On a second reading only those of whom one is known from the rest
 * of the article: the others have been read already.
 */
export function pairsOf(
  template: Extract<RecordTemplate, { kind: 'relation' }>,
  match: RuleMatch,
  reading: SentenceReading,
): readonly Pair[] {
  if (template.unnamed === 'tie') return pairsOfTie(match, reading)
  const subjects = partiesOf('subject', template.unnamed, match, reading)
  const objects = partiesOf('object', template.unnamed, match, reading)
  if (template.reflexive && objects !== null && !match.captures.some(isSubject)) {
    const known = objects.flatMap((object) => sameNamed(object, match, reading))
    if (known.length > 0) return known
  }
  const asObject = (other: Filler, place: Region | null): Filler | null =>
    partnerOf(other, sideOf(template.relation, 'object', reading), { place, match, reading })
  const asSubject = (other: Filler, place: Region | null): Filler | null =>
    partnerOf(other, sideOf(template.relation, 'subject', reading), { place, match, reading })
  const pairs: Pair[] = []
  if (objects === null) for (const subject of subjects ?? []) add(subject, asObject(subject, null))
  else if (subjects === null) for (const object of objects) add(asSubject(object, null), object)
  else {
    const several = Math.min(subjects.length, objects.length) > 1
    const paired = template.pairs && subjects.length === objects.length
    // Of lists of different lengths one is read only in part: who goes with whom stays open.
    if (template.pairs && several && !paired) return []
    for (const [row, subject] of subjects.entries())
      for (const [column, object] of objects.entries()) {
        if (paired && row !== column) continue
        if (object.place !== null) add(subject, asObject(subject, object.place))
        else if (subject.place !== null) add(asSubject(object, subject.place), object)
        else add(subject, object)
      }
  }
  return pairs

  function add(subject: Filler | null, object: Filler | null): void {
    if (subject === null || object === null) return
    if (reading.partners !== null && !subject.isPartner && !object.isPartner) return
    if (!template.pairs && isMisread(subject, object, match, reading)) return
    if (canRelate(subject, object, template.reflexive)) pairs.push({ subject, object })
  }
}

/** The institution of the sentence that is known to bear the plaque an event tells of; null if none is. */
export function bearerOfPlaque(match: RuleMatch, reading: SentenceReading): Filler[] | null {
  const plaque = fillersOfPlaque(match, reading)
  const [pair] = plaque.flatMap((object) => sameNamed(object, match, reading))
  return pair === undefined ? null : [pair.subject]
}

function fillersOfPlaque(match: RuleMatch, reading: SentenceReading): readonly Filler[] {
  return match.captures.some(({ role }) => role === 'plaque')
    ? fillersOf('plaque', match, reading)
    : []
}

function isSubject({ role }: Capture): boolean {
  return role === 'subject'
}

/** Whose other name it is, where the pattern names no subject: an institution of that identity named before. */
function sameNamed(
  object: Filler,
  match: RuleMatch,
  { mentions, body, partners }: SentenceReading,
): Pair[] {
  if (partners !== null) return []
  const mention = mentions.findLast(
    ({ span, value }) =>
      value.type === 'entity' &&
      value.entity.name === object.party.name &&
      span.end <= match.span.start,
  )
  const party = mention === undefined ? null : partyOf(mention, body)
  if (mention === undefined || party === null) return []
  const role = { mention, basis: 'stated' } as const
  return [{ subject: { party, role, span: mention.span, place: null, isPartner: false }, object }]
}

/** null where the pattern leaves the part to a partner. */
function partiesOf(
  role: 'subject' | 'object',
  unnamed: 'context' | 'partner',
  match: RuleMatch,
  reading: SentenceReading,
): readonly Filler[] | null {
  const isNamed = match.captures.some((capture) => capture.role === role)
  if (unnamed === 'context') return fillersOf(role, match, reading)
  if (!isNamed) return null
  if (role === 'object') return fillersOf(role, match, reading)
  // 甲医院向乙医院选派: of 乙 it is not said that it sends.
  const { found, references } = reading.subjects
  const said = [...found, ...references, ...(reading.partners?.references ?? [])]
  return fillersOf(role, match, reading).filter(({ span }) =>
    said.some((subject) => subject.span.start === span?.start),
  )
}

/**
 * True where the words around show that the two are no pair: 甲与乙、丙与丁签约 is not of 乙 and 丙, nor
 * 甲和乙分别加入 of 甲 and 乙.
 */
function isMisread(
  subject: Filler,
  object: Filler,
  match: RuleMatch,
  { body, cues }: SentenceReading,
): boolean {
  const [one, other] = [subject.span, object.span]
  if (one === null || other === null) return false
  if (one.start === match.span.start && cues.comitatives.includes(body[one.start - 1] ?? '\n'))
    return true
  if (!JOINTS.includes(body.slice(one.end, other.start))) return false
  return cues.jointly.some((word) => body.startsWith(word, other.end))
}

const JOINTS: readonly string[] = ['和', '与', '及', '、']

/** A relation is between two institutions, or between two names of one where its rule says so. */
function canRelate(subject: Filler, object: Filler, reflexive: boolean): boolean {
  if (subject.role.mention === null || object.role.mention === null) return false
  if (subject.role.mention === object.role.mention) return false
  return reflexive || subject.party.name !== object.party.name
}

const OPPOSITE = { helper: 'helped', helped: 'helper', either: 'either' } as const

/** On which side of the other the one in this role stands. */
function sideOf(
  relation: string,
  role: 'subject' | 'object',
  { partners }: SentenceReading,
): PartnerSide {
  const side = partners?.partners.sideOfObject(relation) ?? 'either'
  return role === 'object' ? side : OPPOSITE[side]
}

/**
 * The one partner of `other` that can be meant: at the place, if one is told; else of several the one
 * that the sentence names; of one without partners, whom the sentence speaks of.
 */
function partnerOf(
  other: Filler,
  side: PartnerSide,
  told: {
    readonly place: Region | null
    readonly match: RuleMatch
    readonly reading: SentenceReading
  },
): Filler | null {
  const { place, match, reading } = told
  if (reading.partners === null || other.role.mention === null) return null
  const { partners } = reading.partners
  const { name } = other.party
  const at = firstCapture(match)?.span.start ?? match.span.start
  const candidates = place === null ? partners.of(name, side) : partners.in(name, side, place)
  const { found, inherited } = reading.subjects
  const before = found.filter(
    (subject): subject is Subject =>
      subject.party !== null && subject.mention !== null && subject.span.end <= at,
  )
  const isSpokenOf = (candidate: string): boolean =>
    before.some(({ party }) => party.name === candidate) ||
    (other.isPartner && inherited?.party.name === candidate)
  const meant = candidates.length > 1 ? candidates.filter(isSpokenOf) : candidates
  const topic = before.find(({ party }) => party.name !== name)
  const topicName = topic === undefined ? null : bearerOf(topic.party.name, partners)
  // 乙医院主任说,甲医院派出…: not to another that the article knows as 甲's partner.
  if (topicName !== null && topicName !== name && !candidates.includes(topicName) && place === null)
    return candidates.length === 0 && topic !== undefined
      ? { ...topic, role: topic, place: null, isPartner: true }
      : null
  if (candidates.length === 0 && place === null) return spokenOfBeside(name, at, reading)
  const mention = meant.length === 1 ? partners.mentionOf(meant[0]!, at) : null
  const party = mention === null ? null : partyOf(mention, reading.body)
  if (party === null) return null
  const role = { mention, basis: 'coreference' } as const
  return { party, role, span: null, place: null, isPartner: true }
}

/** Whom an article is clearly about: 甲医院已派驻…, said in one about 乙. */
function spokenOfBeside(name: string, at: number, { subjects }: SentenceReading): Filler | null {
  const { host, topic } = subjects
  if (topic === null || topic.party.name === name) return null
  if (topicAt(subjects, at) === null && host?.party.name !== topic.party.name) return null
  const role = { mention: topic.mention, basis: 'inherited' } as const
  return { party: topic.party, role, span: null, place: null, isPartner: true }
}

function bearerOf(name: string, partners: Partners): string {
  const bearer = partners.bearerOf(name)
  return bearer?.value.type === 'entity' ? bearer.value.entity.name : name
}
