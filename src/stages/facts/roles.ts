import type { Party, Role, RoleName } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import type { TemplatePart } from '../../rule/fact-rule.js'
import type { Capture, RuleMatch } from '../../rule/match-rules.js'
import type { Modalities } from './modality.js'
import type { Stories } from './stories.js'
import { partyOf, type SentenceSubjects, type Subject, subjectBefore } from './sentence-subjects.js'
import { boundTime, type BoundTime, type SentenceTimes, type TimeDemand } from './times.js'

/** What is known of a sentence when its matches become facts. */
export interface SentenceReading {
  readonly body: string
  /** The article's publication date; null if unknown. */
  readonly published: string | null
  readonly sentence: Sentence
  readonly subjects: SentenceSubjects
  readonly times: SentenceTimes
  readonly modalities: Modalities
  /** Those of the sentence, in text order. */
  readonly mentions: readonly Mention[]
  readonly stories: Stories
  /** What 该院 and the like stand for. */
  readonly referents: ReadonlyMap<Mention, Subject>
}

/** Someone in a role, and where this sentence says so; null where it does not. */
export interface Filler {
  readonly party: Party
  readonly role: Role
  readonly span: Span | null
}

/** Who plays a part in a match: those the pattern caught, else the one the context speaks of. */
export function fillersOf(
  role: 'subject' | 'object',
  match: RuleMatch,
  reading: SentenceReading,
): readonly Filler[] {
  if (match.captures.some((capture) => capture.role === role))
    return mentionsOf(match, role).flatMap((mention) => fillerOf(mention, reading) ?? [])
  const first = firstCapture(match)
  const at = first?.span.start ?? match.span.end
  const opened = first !== null && first.mentions.length === 0
  const { inherits, record } = match.rule
  const hosts = record.kind === 'measure' && record.hosts
  const found = subjectBefore(reading.subjects, at, { opened, inherits, hosts })
  if (found === null) return []
  const { party, mention, basis, span } = found
  const inside = span.start >= reading.sentence.span.start
  return [{ party, role: { mention, basis }, span: inside ? span : null }]
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

/** The mentions that fill a role, in text order. */
export function mentionsOf(match: RuleMatch, role: RoleName | 'mark'): readonly Mention[] {
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
  const named = name !== null && name.start === span.start && name.end < span.end
  return body.slice(named ? name.end : span.start, span.end).trim()
}

function fillerOf(mention: Mention, reading: SentenceReading): Filler | null {
  const referent = reading.referents.get(mention)
  if (referent !== undefined) {
    const { party, basis, span } = referent
    return { party, role: { mention: referent.mention, basis }, span }
  }
  const party = partyOf(mention, reading.body)
  return party && { party, role: { mention, basis: 'stated' }, span: mention.span }
}

/** Where the statement proper begins: what it catches first. */
function firstCapture(match: RuleMatch): Capture | null {
  let first: Capture | null = null
  for (const capture of match.captures)
    if (first === null || capture.span.start < first.span.start) first = capture
  return first
}
