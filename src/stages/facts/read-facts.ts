import type { Event, Fact, Measure, Modality, Relation } from '../../core/fact.js'
import type { Mention } from '../../core/mention.js'
import { compareSpans, mergeSpans, type Span, spanContains } from '../../core/span.js'
import type { RecordTemplate } from '../../rule/fact-rule.js'
import type { RuleMatch } from '../../rule/match-rules.js'
import type { OverlapPolicy } from '../../rule/overlap.js'
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
  for (const match of [...matches].sort(reader.overlap))
    for (const fact of factsOf(match, reading, reader)) {
      const claim = claimOf(fact)
      const holder = claims.get(claim) ?? match
      if (holder !== match) continue
      claims.set(claim, match)
      facts.push(fact)
    }
  return facts.sort((a, b) => compareSpans(a.spans[0] ?? NOWHERE, b.spans[0] ?? NOWHERE))
}

const NOWHERE: Span = { start: 0, end: 0 }

/** What two matches cannot both have: a quantity; a pair in a relation; a subject in an event. */
function claimOf(fact: Fact): string {
  switch (fact.kind) {
    case 'measure':
      return `measure ${fact.roles.quantity?.mention?.span.start ?? -1}`
    case 'relation':
      return `relation ${fact.relation} ${fact.subject.name} ${fact.object.name}`
    case 'event':
      return `event ${fact.event} ${fact.subject.name}`
  }
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

  constructor(
    private readonly match: RuleMatch,
    private readonly reading: SentenceReading,
    private readonly reader: FactReader,
  ) {
    this.subjects = fillersOf('subject', match, reading)
    this.lastStart = lastMentionStart(match)
  }

  measures(template: Template<'measure'>): Measure[] {
    const { body } = this.reading
    return this.subjects.flatMap((subject) => {
      const metric = this.reader.metrics(fillTemplate(template.metric, this.match, subject, body))
      if (metric === null) return []
      return mentionsOf(this.match, 'quantity').flatMap((mention): Measure[] => {
        if (mention.value.type !== 'quantity') return []
        const base = this.base(subject, mention.span.start, mention)
        const roles = { ...base.roles, quantity: { mention, basis: 'stated' as const } }
        const { quantity } = mention.value
        return [{ ...base, kind: 'measure', metric, quantity, roles }]
      })
    })
  }

  relations({ relation, pairs }: Template<'relation'>): Relation[] {
    const objects = fillersOf('object', this.match, this.reading)
    const paired = pairs && this.subjects.length === objects.length
    return this.subjects.flatMap((subject, row) =>
      objects.flatMap((object, column): Relation[] => {
        const same = object.party.name === subject.party.name
        const alone = object.role.mention === subject.role.mention
        if ((paired && row !== column) || alone || (same && relation !== 'same-as')) return []
        const base = this.base(subject, this.lastStart, object.role.mention)
        const roles = { ...base.roles, object: object.role }
        return [{ ...base, kind: 'relation', relation, object: object.party, roles }]
      }),
    )
  }

  events({ event }: Template<'event'>): Event[] {
    return this.subjects.map((subject) => ({
      ...this.base(subject, this.match.span.end, null),
      kind: 'event',
      event,
    }))
  }

  /** What all facts have: `at` is where the thing said stands, `other` the mention it is said with. */
  private base(subject: Filler, at: number, other: Mention | null) {
    const { sentence, modalities } = this.reading
    const time = timeOf(this.match, this.reading, at)
    const modality = modalities(sentence, this.lastStart)
    return {
      sentence: sentence.index,
      spans: this.evidence(subject, time, other),
      roles: { subject: subject.role, ...(time === null ? {} : { time: time.role }) },
      subject: subject.party,
      time: time?.time ?? null,
      modality: this.isAhead(time) && modality === 'actual' ? ('planned' as Modality) : modality,
      attribution: null,
      origin: { stage: 'facts', rule: this.match.rule.id, entry: null },
    }
  }

  /** What is dated after the publication has not happened yet. */
  private isAhead(time: BoundTime | null): boolean {
    const { published } = this.reading
    const start = time?.time.start ?? null
    return published !== null && start !== null && start > published
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
