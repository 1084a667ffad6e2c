import type { Origin } from '../../core/edit.js'
import type { Fact, Party, Role, RoleName } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import { compareSpans, mergeSpans, type Span } from '../../core/span.js'
import type { Capture, RuleMatch } from '../../rule/match-rules.js'
import type { OverlapPolicy } from '../../rule/overlap.js'
import type { MetricIds } from './metrics.js'
import type { ReadModality } from './modality.js'
import { partyOf, type SentenceSubjects } from './subjects.js'
import { boundTime, type BoundTime, type SentenceTimes } from './times.js'

/** What is known of a sentence when its matches become facts. */
export interface SentenceReading {
  readonly body: string
  readonly sentence: Sentence
  readonly subjects: SentenceSubjects
  readonly times: SentenceTimes
}

export interface FactReader {
  readonly overlap: OverlapPolicy
  readonly metricId: MetricIds
  readonly modality: ReadModality
}

/** The facts that a sentence's matches come to: roles bound, one fact for each thing claimed. */
export function readFacts(
  matches: readonly RuleMatch[],
  reading: SentenceReading,
  reader: FactReader,
): Fact[] {
  const claimed = new Set<string>()
  const facts: Fact[] = []
  for (const match of [...matches].sort(reader.overlap))
    for (const fact of factsOf(match, reading, reader)) {
      const key = claimOf(fact)
      if (claimed.has(key)) continue
      claimed.add(key)
      facts.push(fact)
    }
  return facts.sort((a, b) => compareSpans(a.spans[0] ?? NOWHERE, b.spans[0] ?? NOWHERE))
}

const NOWHERE: Span = { start: 0, end: 0 }

/** What two matches cannot both have: a quantity; a pair in a relation; a subject in an event. */
function claimOf(fact: Fact): string {
  switch (fact.kind) {
    case 'measure':
      return `measure ${fact.roles.quantity?.mention?.span.start ?? -1} ${fact.subject.name}`
    case 'relation':
      return `relation ${fact.relation} ${fact.subject.name} ${fact.object.name}`
    case 'event':
      return `event ${fact.event} ${fact.subject.name}`
  }
}

interface Filled {
  readonly party: Party
  readonly role: Role
  readonly span: Span | null
}

function factsOf(match: RuleMatch, reading: SentenceReading, reader: FactReader): Fact[] {
  const { record, id } = match.rule
  const origin: Origin = { stage: 'facts', rule: id, entry: null }
  const subjects = subjectsOf(match, reading)
  const facts: Fact[] = []
  for (const subject of subjects) {
    const time = timeOf(match, reading)
    const base = {
      sentence: reading.sentence.index,
      subject: subject.party,
      time: time?.time ?? null,
      modality: reader.modality(reading.body, reading.sentence, lastMentionStart(match)),
      attribution: null,
      origin,
    }
    const roles = { subject: subject.role, ...(time === null ? {} : { time: time.role }) }
    const spans = (more: readonly (Mention | null)[]): Span[] =>
      evidence(match, subject, time, more)
    switch (record.kind) {
      case 'measure': {
        const text = fillTemplate(record.metric, match, reading.body)
        for (const quantity of mentionsOf(match, 'quantity')) {
          if (quantity.value.type !== 'quantity' || text === '') continue
          facts.push({
            ...base,
            kind: 'measure',
            metric: { id: reader.metricId(text), text },
            quantity: quantity.value.quantity,
            roles: { ...roles, quantity: { mention: quantity, basis: 'stated' } },
            spans: spans([quantity]),
          })
        }
        break
      }
      case 'relation':
        for (const object of objectsOf(match, reading)) {
          if (object.party.name === subject.party.name && record.relation !== 'same-as') continue
          if (object.role.mention === subject.role.mention) continue
          facts.push({
            ...base,
            kind: 'relation',
            relation: record.relation,
            object: object.party,
            roles: { ...roles, object: object.role },
            spans: spans([object.role.mention]),
          })
        }
        break
      case 'event':
        facts.push({ ...base, kind: 'event', event: record.event, roles, spans: spans([]) })
    }
  }
  return facts
}

function subjectsOf(match: RuleMatch, reading: SentenceReading): Filled[] {
  const stated = partiesOf(match, 'subject', reading.body)
  if (stated.length > 0 || match.captures.has('subject')) return stated
  const at = firstStart(match)
  const found = reading.subjects.before(at, match.rule.inherits)
  if (found === null) return []
  const { party, mention, basis, span } = found
  const inside = span.start >= reading.sentence.span.start
  return [{ party, role: { mention, basis }, span: inside ? span : null }]
}

/** The parties that fill `object`; the template of a relation may leave it to the context. */
function objectsOf(match: RuleMatch, reading: SentenceReading): Filled[] {
  return partiesOf(match, 'object', reading.body)
}

function partiesOf(match: RuleMatch, role: RoleName, body: string): Filled[] {
  return mentionsOf(match, role).flatMap((mention) => {
    const party = partyOf(mention, body)
    if (party === null) return []
    return [{ party, role: { mention, basis: 'stated' as const }, span: mention.span }]
  })
}

function timeOf(match: RuleMatch, reading: SentenceReading): BoundTime | null {
  const [stated] = mentionsOf(match, 'time')
  if (stated !== undefined) return boundTime(stated, 'stated')
  return reading.times.before(lastMentionStart(match))
}

function mentionsOf(match: RuleMatch, role: string): readonly Mention[] {
  return (match.captures.get(role) ?? []).flatMap((capture) => capture.mentions)
}

/** Where the statement proper begins: its first captured word. */
function firstStart(match: RuleMatch): number {
  const captures = [...match.captures.values()].flat()
  return captures.reduce((start, { span }) => Math.min(start, span.start), match.span.end)
}

/** Where its last mention (the amount, the other party) begins: times and cues stand before that. */
function lastMentionStart(match: RuleMatch): number {
  const mentions = [...match.captures.values()].flat().flatMap((capture) => capture.mentions)
  return mentions.reduce((start, { span }) => Math.max(start, span.start), match.span.start)
}

function evidence(
  match: RuleMatch,
  subject: Filled,
  time: BoundTime | null,
  mentions: readonly (Mention | null)[],
): Span[] {
  const spans = [
    match.span,
    ...mentions.flatMap((mention) => (mention === null ? [] : [mention.span])),
  ]
  if (subject.span !== null) spans.push(subject.span)
  if (time?.role.basis === 'stated' && time.role.mention !== null)
    spans.push(time.role.mention.span)
  return mergeSpans(spans.sort(compareSpans))
}

/** `{head}增长率` with the captured words put in; a slot that caught nothing gives none. */
function fillTemplate(template: string, match: RuleMatch, body: string): string {
  return template.replace(/\{([a-z-]+)\}/g, (_all, role: string) =>
    (match.captures.get(role) ?? []).map((capture) => wordsOf(capture, body)).join(''),
  )
}

function wordsOf({ span }: Capture, body: string): string {
  return body.slice(span.start, span.end).trim()
}
