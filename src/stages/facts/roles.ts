import type { Party, Role, RoleName } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import type { Region } from '../../dictionary/regions.js'
import type { TemplatePart } from '../../rule/fact-rule.js'
import type { Passage } from '../../rule/folding.js'
import type { Capture, RuleMatch } from '../../rule/match-rules.js'
import type { Attributions } from './attributions.js'
import type { Cues } from './cues.js'
import type { Modalities } from './modality.js'
import type { PartnerReading } from './partners.js'
import {
  isHidden,
  lastInside,
  partyOf,
  type SentenceSubjects,
  type Subject,
  subjectBefore,
  topicAt,
} from './sentence-subjects.js'
import type { Stories } from './stories.js'
import { boundTime, type BoundTime, type SentenceTimes, type TimeDemand } from './times.js'

/** What is known of a sentence when its matches become facts. */
export interface SentenceReading {
  readonly body: string
  readonly cues: Cues['subject']
  /** The article's publication date; null if unknown. */
  readonly published: string | null
  readonly sentence: Sentence
  /** The sentence with what patterns can meet in it. */
  readonly passage: Passage
  readonly subjects: SentenceSubjects
  readonly times: SentenceTimes
  readonly modalities: Modalities
  readonly attributions: Attributions
  /** Those of the sentence, in text order. */
  readonly mentions: readonly Mention[]
  readonly stories: Stories
  /** What 该院 and the like stand for. */
  readonly referents: ReadonlyMap<Mention, Subject>
  /** What the rest of the article tells of it; null while that is being read. */
  readonly partners: PartnerReading | null
}

/** Someone in a role, and where this sentence says so; null where it does not. */
export interface Filler {
  readonly party: Party
  readonly role: Role
  readonly span: Span | null
  /** A place that stands for an institution there, still to be told; null for an institution. */
  readonly place: Region | null
  /** True for one that is known from the rest of the article. */
  readonly isPartner: boolean
}

/** Who plays a part in a match: those the pattern caught, else the one the context speaks of. */
export function fillersOf(
  role: 'subject' | 'object' | 'plaque',
  match: RuleMatch,
  reading: SentenceReading,
): readonly Filler[] {
  if (match.captures.some((capture) => capture.role === role) && !opensWithObject(match, reading))
    return mentionsOf(match, role).flatMap((mention) => fillerOf(mention, reading) ?? [])
  const first = firstCapture(match)
  const opened = first !== null && first.mentions.length === 0
  const at =
    (opened ? lastInside(reading.subjects, first.span) : first?.span.start) ?? match.span.end
  const { inherits, record } = match.rule
  const hosts = record.kind === 'measure' && record.hosts
  const words = first === null ? '' : reading.body.slice(first.span.start, first.span.end)
  const sends =
    record.kind === 'measure' && reading.cues.sending.some((word) => words.startsWith(word))
  const found = subjectBefore(reading.subjects, at, { opened, inherits, hosts, sends })
  if (found !== null) {
    const { party, mention, basis, span } = found
    const inside = span.start >= reading.sentence.span.start
    const own = { mention, basis }
    return [{ party, role: own, span: inside ? span : null, place: null, isPartner: false }]
  }
  const isOpen = record.kind === 'measure' && inherits && !isHidden(reading.subjects, at, hosts)
  const understood = isOpen ? understoodAt(at, reading) : null
  return understood === null ? [] : [understood]
}

/**
 * 院长…表示,门诊量达到…: what is told without a subject is told of the speaker's institution; where
 * nobody speaks, of the one that the article is about.
 */
function understoodAt(
  at: number,
  { attributions, subjects, body }: SentenceReading,
): Filler | null {
  const mention = attributions.institutionAt(at)
  const party = mention && partyOf(mention, body)
  const nowhere = { span: null, place: null, isPartner: false } as const
  if (party !== null) return { party, role: { mention, basis: 'coreference' }, ...nowhere }
  const topic = topicAt(subjects, at)
  if (topic === null || attributions.at(at) !== null) return null
  return { party: topic.party, role: { mention: topic.mention, basis: 'inherited' }, ...nowhere }
}

/** When the thing at `place` holds: the date the pattern caught nearest before it, else the context's. */
export function timeOf(
  match: RuleMatch,
  reading: SentenceReading,
  place: number,
  demand: TimeDemand = { standing: false, continues: false },
): BoundTime | null {
  const caught = mentionsOf(match, 'time')
  const stated = caught.findLast(({ span }) => span.end <= place) ?? caught[0]
  return stated === undefined ? reading.times.before(place, demand) : boundTime(stated, 'stated')
}

/** When an event or a relation came about: the date the pattern caught, else the one that governs it. */
export function timeOfAct(
  match: RuleMatch,
  reading: SentenceReading,
  at: number,
): BoundTime | null {
  const [caught] = mentionsOf(match, 'time')
  if (caught !== undefined) return boundTime(caught, 'stated')
  // A form that begins with a comma tells of the clause behind it.
  const { start } = match.span
  return reading.times.ofAct(
    CLAUSE_MARKS.includes(reading.body[start] ?? '') ? start + 1 : start,
    at,
  )
}

const CLAUSE_MARKS = '，,'

/** The mentions that fill a role, in text order. */
export function mentionsOf(
  match: RuleMatch,
  role: RoleName | 'mark' | 'plaque',
): readonly Mention[] {
  const mentions: Mention[] = []
  for (const capture of match.captures)
    if (capture.role === role) mentions.push(...capture.mentions)
  return mentions
}

/** Where its last mention (the amount, the other party) begins: times and cues stand before that. */
export function lastMentionStart(match: RuleMatch): number {
  let last = match.span.start
  for (const { mentions } of match.captures)
    for (const { span } of mentions) if (span.start > last) last = span.start
  return last
}

/**
 * The template with the caught words put in, without the subject's name at their head. Of words that
 * a role caught several times all are put in, or, where `place` is told, those caught at that place.
 */
export function fillTemplate(
  template: readonly TemplatePart[],
  match: RuleMatch,
  subject: Filler,
  { body, place = null }: { readonly body: string; readonly place?: number | null },
): string {
  let filled = ''
  for (const part of template) {
    if (part.role === null) filled += part.text
    else {
      const caught = match.captures.filter(({ role }) => role === part.role)
      const chosen = place === null || caught.length === 1 ? caught : caught.slice(place, place + 1)
      for (const { span } of chosen) filled += wordsAfter(subject.span, span, body)
    }
  }
  return filled
}

function wordsAfter(name: Span | null, span: Span, body: string): string {
  const named = name !== null && name.start >= span.start && name.end < span.end
  return body.slice(named ? name.end : span.start, span.end).trim()
}

function fillerOf(mention: Mention, reading: SentenceReading): Filler | null {
  const referent = reading.referents.get(mention)
  if (referent !== undefined) {
    const { party, basis, span } = referent
    const isPartner = reading.partners?.references.includes(referent) ?? false
    return { party, role: { mention: referent.mention, basis }, span, place: null, isPartner }
  }
  const party = partyOf(mention, reading.body)
  const place = reading.partners?.regionOf.get(mention) ?? null
  const role = { mention, basis: 'stated' } as const
  return party && { party, role, span: mention.span, place, isPartner: false }
}

/** True for an event that seems said of what is no subject: 它和乙医院共建的中心开诊. */
function opensWithObject({ rule, span, captures }: RuleMatch, reading: SentenceReading): boolean {
  if (rule.record.kind !== 'event') return false
  const { found, references } = reading.subjects
  const opening = captures.find(
    ({ role, span: own }) => role === 'subject' && own.start === span.start,
  )
  return (
    opening !== undefined &&
    ![...found, ...references].some((subject) => subject.span.start === opening.span.start)
  )
}

/** Where the statement proper begins: what it catches first. */
export function firstCapture(match: RuleMatch): Capture | null {
  let first: Capture | null = null
  for (const capture of match.captures)
    if (capture.role !== 'time' && (first === null || capture.span.start < first.span.start))
      first = capture
  return first
}
