import type { Origin } from '../../core/edit.js'
import type { Event, Fact, Measure, Modality, Relation } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import { compareSpans, mergeSpans, type Span, spanContains } from '../../core/span.js'
import type { RecordTemplate } from '../../rule/fact-rule.js'
import type { RuleMatch } from '../../rule/match-rules.js'
import type { OverlapPolicy } from '../../rule/overlap.js'
import { amountsOf, isBeside } from './amounts.js'
import type { Metrics } from './metrics.js'
import {
  type Filler,
  fillersOf,
  fillTemplate,
  lastMentionStart,
  mentionsOf,
  type SentenceReading,
  timeOf,
} from './roles.js'
import type { BoundTime } from './times.js'

export interface FactReader {
  readonly overlap: OverlapPolicy
  readonly metrics: Metrics
}

/** The facts that a sentence's matches come to, in text order; a thing is claimed by one match only. */
export function readFacts(
  matches: readonly RuleMatch[],
  reading: SentenceReading,
  reader: FactReader,
): Fact[] {
  const claims = new Map<string, RuleMatch>()
  const facts: Fact[] = []
  for (const match of [...matches].sort(reader.overlap)) {
    let made = false
    for (const fact of factsOf(match, reading, reader)) {
      const claim = claimOf(fact)
      const holder = claims.get(claim) ?? match
      if (holder !== match) continue
      claims.set(claim, match)
      facts.push(fact)
      made = true
    }
    if (made)
      for (const { span } of mentionsOf(match, 'mark')) claims.set(claimOfAmount(span), match)
  }
  return facts.sort((a, b) => compareSpans(a.spans[0] ?? NOWHERE, b.spans[0] ?? NOWHERE))
}

const NOWHERE: Span = { start: 0, end: 0 }

/** What two matches cannot both have: a quantity; a pair in a relation; a subject in an event. */
function claimOf(fact: Fact): string {
  switch (fact.kind) {
    case 'measure':
      return claimOfAmount(fact.roles.quantity?.mention?.span ?? NOWHERE)
    case 'relation':
      return `relation ${fact.relation} ${fact.subject.name} ${fact.object.name}`
    case 'event':
      return `event ${fact.event} ${fact.subject.name}`
  }
}

function claimOfAmount({ start }: Span): string {
  return `measure ${start}`
}

type Template<K extends RecordTemplate['kind']> = Extract<RecordTemplate, { kind: K }>

function factsOf(match: RuleMatch, reading: SentenceReading, reader: FactReader): Fact[] {
  const { record } = match.rule
  const builder = new FactBuilder(match, reading, reader)
  switch (record.kind) {
    case 'measure':
      return builder.measures(record)
    case 'relation':
      return builder.relations(record)
    case 'event':
      return builder.events(record)
  }
}

/** Makes the facts of one match. */
class FactBuilder {
  private readonly subjects: readonly Filler[]
  private readonly lastStart: number
  private readonly origin: Origin

  constructor(
    private readonly match: RuleMatch,
    private readonly reading: SentenceReading,
    private readonly reader: FactReader,
  ) {
    this.subjects = fillersOf('subject', match, reading)
    this.lastStart = lastMentionStart(match)
    this.origin = { stage: 'facts', rule: match.rule.id, entry: null }
  }

  measures(template: Template<'measure'>): Measure[] {
    return amountsOf(template, this.match, this.subjects).flatMap(
      ({ subject, mention, place, isFirst }) => {
        if (mention.value.type !== 'quantity') return []
        if (isBeside(mention, this.match, this.reading)) return []
        const { body } = this.reading
        const words = fillTemplate(template.metric, this.match, subject, { body, place })
        const metric = this.reader.metrics.read(words, subject.party.kind)
        if (metric === null) return []
        const demand = {
          standing: this.reader.metrics.isStanding(metric),
          continues: subject.role.basis === 'inherited',
        }
        const { quantity } = mention.value
        const found = timeOf(this.match, this.reading, mention.span.start, demand)
        const time = template.change ? this.timeOfChange(found, isFirst) : found
        const roles = rolesOf(subject, time, { quantity: { mention, basis: 'stated' } })
        const common = this.common(subject, time, mention)
        return [{ kind: 'measure' as const, metric, quantity, roles, ...common }]
      },
    )
  }

  /** What was at first was so when it says; what came of it is so at a time, not over a stretch. */
  private timeOfChange(time: BoundTime | null, isFirst: boolean): BoundTime | null {
    const date = time?.role.mention ?? null
    if (date === null) return time
    if (isFirst) return date.span.start >= this.match.span.start ? time : null
    return date.value.type === 'date' && date.value.date.type === 'DURATION' ? null : time
  }

  relations({ relation, pairs, reflexive }: Template<'relation'>): Relation[] {
    const relations: Relation[] = []
    const objects = fillersOf('object', this.match, this.reading)
    const paired = pairs && this.subjects.length === objects.length
    for (const [row, subject] of this.subjects.entries())
      for (const [column, object] of objects.entries()) {
        if (paired && row !== column) continue
        if (!canRelate(subject, object, reflexive)) continue
        const time = timeOf(this.match, this.reading, this.lastStart)
        const roles = rolesOf(subject, time, { object: object.role })
        const common = this.common(subject, time, object.role.mention)
        relations.push({ kind: 'relation', relation, object: object.party, roles, ...common })
      }
    return relations
  }

  events({ event }: Template<'event'>): Event[] {
    return this.subjects.map((subject) => {
      const time = timeOf(this.match, this.reading, this.match.span.end)
      const roles = rolesOf(subject, time, {})
      return { kind: 'event', event, roles, ...this.common(subject, time, null) }
    })
  }

  /** What all facts have; `other` is the mention that the fact is said with. */
  private common(subject: Filler, time: BoundTime | null, other: Mention | null) {
    const { sentence } = this.reading
    return {
      sentence: sentence.index,
      spans: this.evidence(subject, time, other),
      subject: subject.party,
      time: time === null ? null : time.time,
      modality: this.modalityAt(time),
      attribution: null,
      origin: this.origin,
    }
  }

  /** What is dated after the publication has not happened yet. */
  private modalityAt(time: BoundTime | null): Modality {
    const { published, sentence, modalities } = this.reading
    const said = modalities(sentence, this.lastStart)
    const start = time?.time.start ?? null
    const ahead = published !== null && start !== null && start > published
    return ahead && said === 'actual' ? 'planned' : said
  }

  private evidence(subject: Filler, time: BoundTime | null, other: Mention | null): Span[] {
    const least = this.reading.sentence.span.start
    const spans = [this.match.span]
    const add = (span: Span): void => {
      if (span.start >= least && !spanContains(this.match.span, span)) spans.push(span)
    }
    if (other !== null) add(other.span)
    if (subject.span !== null) add(subject.span)
    if (time?.role.basis === 'stated' && time.role.mention !== null) add(time.role.mention.span)
    return spans.length === 1 ? spans : mergeSpans(spans.sort(compareSpans))
  }
}

type Roles = Fact['roles']

function rolesOf(subject: Filler, time: BoundTime | null, others: Roles): Roles {
  return time === null
    ? { subject: subject.role, ...others }
    : { subject: subject.role, ...others, time: time.role }
}

/** A relation is between two, or between two names of one where its rule says so. */
function canRelate(subject: Filler, object: Filler, reflexive: boolean): boolean {
  if (subject.role.mention === object.role.mention) return false
  return reflexive || subject.party.name !== object.party.name
}
