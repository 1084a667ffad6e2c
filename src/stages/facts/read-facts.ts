import type { Origin } from '../../core/edit.js'
import type { Event, Fact, Measure, Modality, Relation } from '../../core/fact.js'
import { compareSpans, mergeSpans, type Span, spanContains } from '../../core/span.js'
import type { Regions } from '../../dictionary/regions.js'
import type { RecordTemplate } from '../../rule/fact-rule.js'
import type { RuleMatch } from '../../rule/match-rules.js'
import type { OverlapPolicy } from '../../rule/overlap.js'
import { amountsOf, isBeside } from './amounts.js'
import type { Metrics } from './metrics.js'
import { bearerOfPlaque, pairsOf } from './pairs.js'
import {
  type Filler,
  fillersOf,
  fillTemplate,
  lastMentionStart,
  mentionsOf,
  type SentenceReading,
  timeOf,
  timeOfAct,
} from './roles.js'
import type { BoundTime } from './times.js'

export interface FactReader {
  readonly overlap: OverlapPolicy
  readonly metrics: Metrics
  readonly regions: Regions
}

/** The facts that a sentence's matches come to, in text order; a thing is claimed by one match only. */
export function readFacts(
  matches: readonly RuleMatch[],
  reading: SentenceReading,
  reader: FactReader,
): Fact[] {
  const claims = new Map<string, RuleMatch>()
  const facts: Fact[] = []
  const isTaken = (claim: string, match: RuleMatch): boolean =>
    (claims.get(claim) ?? match) !== match
  // Most matches of general rules are of amounts that a better one has: nothing is made of them.
  const isSpent = (match: RuleMatch): boolean =>
    match.rule.record.kind === 'measure' &&
    mentionsOf(match, 'quantity').every(({ span }) => isTaken(amountClaim(span), match))
  for (const match of [...matches].sort(reader.overlap)) {
    if (isSpent(match)) continue
    let made = false
    for (const fact of factsOf(match, reading, reader)) {
      const claimed = claimsOf(fact, match)
      if (claimed.some((claim) => isTaken(claim, match))) continue
      if (exceptionsOf(fact, match).some((claim) => claims.has(claim))) continue
      for (const claim of claimed) claims.set(claim, match)
      facts.push(fact)
      made = true
    }
    if (made) for (const { span } of mentionsOf(match, 'mark')) claims.set(amountClaim(span), match)
  }
  return facts.sort((a, b) => compareSpans(a.spans[0] ?? NOWHERE, b.spans[0] ?? NOWHERE))
}

/** The furthest that a date is looked at from an amount. */
const MAX_BETWEEN = 80
const NOWHERE: Span = { start: 0, end: 0 }

/** What two matches cannot both have: a quantity; a pair in a relation; the act of an event. */
function claimsOf(fact: Fact, match: RuleMatch): readonly string[] {
  switch (fact.kind) {
    case 'measure':
      return [amountClaim(fact.roles.quantity?.mention?.span ?? NOWHERE)]
    case 'relation': {
      const pair = pairClaim(fact.relation, fact.subject.name, fact.object.name)
      const { record } = match.rule
      // Of a list, and of another name, only one match can tell whose it is.
      const first = mentionsOf(match, 'object')[0]?.span.start
      const list = first === undefined ? [] : [`list ${fact.relation} ${first}`]
      if (record.kind !== 'relation' || !record.reflexive) return [pair, ...list]
      return [pair, `name ${fact.roles.object?.mention?.span.start ?? -1}`]
    }
    case 'event': {
      const act = match.captures.find(({ role }) => role === 'act')?.span ?? match.span
      const when = fact.time?.value ?? ''
      return [
        `event ${fact.event} ${fact.subject.name} ${when}`,
        `event ${fact.event} ${act.start}`,
      ]
    }
  }
}

/** The claims beside which the fact says nothing: a tie that is told in other words. */
function exceptionsOf(fact: Fact, { rule: { record } }: RuleMatch): readonly string[] {
  if (fact.kind !== 'relation' || record.kind !== 'relation') return []
  const { subject, object } = fact
  return record.unless.flatMap((relation) => [
    pairClaim(relation, subject.name, object.name),
    pairClaim(relation, object.name, subject.name),
  ])
}

function amountClaim({ start }: Span): string {
  return `measure ${start}`
}

function pairClaim(relation: string, subject: string, object: string): string {
  return `relation ${relation} ${subject} ${object}`
}

/** 早上八点,20多名医生…: what is so at an hour is a scene, no figure. */
function isClockTime(time: BoundTime | null): boolean {
  const value = time?.role.mention?.value
  return value?.type === 'date' && value.date.type === 'TIME'
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
    case 'attribution':
      return []
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
        if (metric === null || this.reader.regions.named(metric.text).length > 0) return []
        const demand = {
          standing: this.reader.metrics.isStanding(metric),
          continues: subject.role.basis === 'inherited',
        }
        const { quantity } = mention.value
        const found = timeOf(this.match, this.reading, mention.span.start, demand)
        const time = template.change ? this.timeOfChange(found, isFirst) : found
        if (isClockTime(time)) return []
        const roles = rolesOf(subject, time, { quantity: { mention, basis: 'stated' } })
        const common = this.common(subject, time, mention.span)
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

  relations(template: Template<'relation'>): Relation[] {
    const { relation } = template
    return pairsOf(template, this.match, this.reading).map(({ subject, object }) => {
      const time = template.timeless ? null : timeOfAct(this.match, this.reading, this.lastStart)
      const roles = rolesOf(subject, time, { object: object.role })
      const common = this.common(subject, time, object.span)
      return { kind: 'relation', relation, object: object.party, roles, ...common }
    })
  }

  events({ event }: Template<'event'>): Event[] {
    // Events are those of institutions: a place opens nothing.
    const bearer = bearerOfPlaque(this.match, this.reading)
    const subjects = bearer ?? this.subjects.filter(({ role }) => role.mention !== null)
    if (this.isCounted()) return []
    return subjects.map((subject) => {
      const time = timeOfAct(this.match, this.reading, this.match.span.end)
      const roles = rolesOf(subject, time, {})
      return { kind: 'event', event, roles, ...this.common(subject, time, null) }
    })
  }

  /** 获批省级重点专科3个 is an amount, no event. */
  private isCounted(): boolean {
    const { end } = this.match.span
    return this.reading.mentions.some(
      ({ kind, span }) => kind === 'quantity' && span.start >= end && span.start <= end + 1,
    )
  }

  /** What all facts have; `other` is where the sentence names what the fact is said with. */
  private common(subject: Filler, time: BoundTime | null, other: Span | null) {
    const { sentence } = this.reading
    return {
      sentence: sentence.index,
      spans: this.evidence(subject, time, other),
      subject: subject.party,
      time: time === null ? null : time.time,
      modality: this.modalityAt(time),
      attribution: this.reading.attributions.at(this.lastStart),
      origin: this.origin,
    }
  }

  /** What is dated after the publication has not happened yet. */
  private modalityAt(time: BoundTime | null): Modality {
    const { published, sentence, modalities } = this.reading
    const { span, rule } = this.match
    // A measure is said by its amount; a relation or event with all of its words.
    const amount = { start: this.lastStart, end: this.lastStart }
    const said = modalities(sentence, rule.record.kind === 'measure' ? amount : span)
    const start = this.comingDate() ?? time?.time.start ?? null
    const ahead = published !== null && start !== null && start > published
    return ahead && said === 'actual' ? 'planned' : said
  }

  /** 明年落成,设床位500张: when the date named last before an amount begins; null without one. */
  private comingDate(): string | null {
    if (this.match.rule.record.kind !== 'measure') return null
    const { body, mentions } = this.reading
    const last = mentions.findLast(
      ({ span, value }) => value.type === 'date' && span.end <= this.lastStart,
    )
    if (last?.value.type !== 'date') return null
    const between = body.slice(last.span.end, Math.min(this.lastStart, last.span.end + MAX_BETWEEN))
    return /[；;]/.test(between) ? null : (last.value.date.start ?? null)
  }

  private evidence(subject: Filler, time: BoundTime | null, other: Span | null): Span[] {
    const least = this.reading.sentence.span.start
    const spans = [this.match.span]
    const add = (span: Span): void => {
      if (span.start >= least && !spanContains(this.match.span, span)) spans.push(span)
    }
    if (other !== null) add(other)
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
