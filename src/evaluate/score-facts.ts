import { hullOf } from '../core/span.js'
import type { FactRecord } from '../pipeline/records.js'
import type { GoldFact } from './gold.js'
import { sameNumber } from './numbers.js'
import type { Miss } from './report.js'
import { pairUp, type Score } from './score.js'
import { overlapShare, type ScoringContext } from './score-mentions.js'

export interface ScoredFacts {
  readonly scores: Readonly<Record<string, Score>>
  readonly misses: readonly Miss[]
}

/**
 * Scores facts by kind; a kind's score without an addition asks for subject, value and unit (or
 * subject, relation and object, or subject and event), with additions for the metric and the time
 * too. Only what is said to be so is compared: annotations hold no plans and targets. Where facts were
 * judged one by one, only a judged fact counts: one that nobody looked at is neither right nor wrong.
 */
export function scoreFacts(facts: readonly FactRecord[], context: ScoringContext): ScoredFacts {
  const scores: Record<string, Score> = {}
  const misses: Miss[] = []
  if (context.gold.facts === undefined) return { scores, misses }
  const sentences = new Map(context.sentences.map(({ id, text }) => [id, text]))
  for (const kind of ['measure', 'relation', 'event'] as const) {
    const expected = context.gold.facts.filter((fact) => fact.kind === kind)
    const found = facts.filter((fact) => fact.kind === kind && fact.modality === 'actual')
    const pairing = pairUp(expected, found, (one, fact) => gradeFact(one, fact, context))
    const spurious = knownAsWrong(pairing.spurious, context)
    const total = { found: pairing.pairs.length + spurious.length, expected: expected.length }
    for (const [name, grade] of Object.entries(GRADES[kind])) {
      const right = pairing.pairs.filter((pair) => (pair.grade & grade) === grade).length
      scores[name === '' ? kind : `${kind} ${name}`] = { right, ...total }
    }
    const missOf = (one: GoldFact | null, fact: FactRecord | null): Miss => ({
      document: context.document,
      kind,
      sentence: (fact === null ? one?.sentence : sentences.get(fact.sentence)) ?? '',
      expected: one === null ? null : showGold(one),
      found: fact === null ? null : showFact(fact),
      junk: null,
    })
    const best = Math.max(...Object.values(GRADES[kind]))
    for (const pair of pairing.pairs)
      if (pair.grade < best) misses.push(missOf(pair.expected, pair.found))
    for (const one of pairing.missed) misses.push(missOf(one, null))
    for (const fact of spurious) misses.push(missOf(null, fact))
  }
  return { scores, misses }
}

/** Of facts that are not expected those that are wrong: all, or, of judged ones, the rejected. */
function knownAsWrong(
  facts: readonly FactRecord[],
  context: ScoringContext,
): readonly FactRecord[] {
  const { rejected } = context.gold
  if (rejected === undefined) return facts
  const isSame = (one: GoldFact, fact: FactRecord): boolean =>
    one.kind === fact.kind &&
    gradeFact(one, fact, context) === Math.max(...Object.values(GRADES[fact.kind]))
  return facts.filter((fact) => rejected.some((one) => isSame(one, fact)))
}

/** What of a fact agrees, as bits: the metric counts more than the time when pairs are chosen. */
const BASE = 1
const TIME = 2
const METRIC = 4

const GRADES = {
  measure: {
    '': BASE,
    '+ metric': BASE | METRIC,
    '+ time': BASE | TIME,
    '+ metric + time': BASE | METRIC | TIME,
  },
  relation: { '': BASE, '+ time': BASE | TIME },
  event: { '': BASE, '+ time': BASE | TIME },
} as const

function gradeFact(gold: GoldFact, fact: FactRecord, context: ScoringContext): number {
  if (gold.place !== undefined && overlapShare(gold.place, hullOf(fact.spans)) < HALF) return 0
  if (!agreesInSubstance(gold, fact, context)) return 0
  const time = (gold.time ?? null) === (fact.time?.value ?? null) ? TIME : 0
  if (fact.kind !== 'measure') return BASE | time
  return BASE | time | (sameMetric(gold.metric ?? '', fact.metric) ? METRIC : 0)
}

/** A judged fact is one read from the same words, by this share of them. */
const HALF = 0.5

function agreesInSubstance(gold: GoldFact, fact: FactRecord, context: ScoringContext): boolean {
  const isSubject = isParty(gold.subject, fact.subject, context)
  switch (fact.kind) {
    case 'measure': {
      const { quantity } = fact
      if (quantity === undefined || !isSubject || quantity.unit !== (gold.unit ?? null))
        return false
      if (gold.value != null) return sameNumber(quantity.value, gold.value)
      return sameNumber(quantity.low, gold.low) && sameNumber(quantity.high, gold.high)
    }
    case 'relation': {
      const { object, subject } = fact
      if (object === undefined || fact.relation !== gold.relation) return false
      const goldObject = gold.object ?? ''
      if (isSubject && isParty(goldObject, object, context)) return true
      return (
        context.symmetricRelations.has(gold.relation ?? '') &&
        isParty(gold.subject, object, context) &&
        isParty(goldObject, subject, context)
      )
    }
    case 'event':
      return isSubject && fact.event === gold.event
  }
}

/** By name, or by the words it goes by: the two names of a plaque's bearer are told apart by those. */
function isParty(
  gold: string,
  party: { readonly name: string; readonly text: string },
  { sameName }: ScoringContext,
): boolean {
  return sameName(gold, party.name) || sameName(gold, party.text)
}

/** By id, or when they share half the characters of the longer one. */
function sameMetric(gold: string, metric: FactRecord['metric']): boolean {
  if (metric === undefined) return false
  if (gold !== '' && (gold === metric.id || gold === metric.text)) return true
  const rest = [...metric.text]
  let shared = 0
  for (const character of gold) {
    const at = rest.indexOf(character)
    if (at < 0) continue
    rest.splice(at, 1)
    shared++
  }
  return shared > 0 && 2 * shared >= Math.max([...gold].length, [...metric.text].length)
}

function showGold(fact: GoldFact): string {
  const { subject, metric, value, low, high, unit, relation, object, event, time } = fact
  const amount = value == null ? `${low ?? '…'}–${high ?? '…'}` : String(value)
  const said = {
    measure: `${metric ?? ''} = ${amount} ${unit ?? ''}`,
    relation: `${relation ?? ''} ${object ?? ''}`,
    event: event ?? '',
  }
  return `${subject} · ${said[fact.kind]} · ${time ?? '–'}`
}

function showFact(fact: FactRecord): string {
  const { kind, subject, metric, quantity, relation, object, event, time } = fact
  return showGold({
    kind,
    subject: subject.name === subject.text ? subject.name : `${subject.name} (${subject.text})`,
    metric: metric?.text,
    value: quantity?.value,
    low: quantity?.low,
    high: quantity?.high,
    unit: quantity?.unit,
    relation,
    object: object?.name,
    event,
    time: time?.value,
  })
}
