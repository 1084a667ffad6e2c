import type { Expectation } from '../rule/rule-example.js'
import type { FactRecord } from './records.js'

/** Where a fact has the fields that a rule's example can ask for. */
const FIELDS: Readonly<Record<keyof Expectation, (fact: FactRecord) => unknown>> = {
  kind: (fact) => fact.kind,
  subject: (fact) => fact.subject.name,
  metric: (fact) => fact.metric?.text,
  value: (fact) => fact.quantity?.value,
  low: (fact) => fact.quantity?.low,
  high: (fact) => fact.quantity?.high,
  unit: (fact) => fact.quantity?.unit,
  mod: (fact) => fact.quantity?.mod,
  relation: (fact) => fact.relation,
  object: (fact) => fact.object?.name,
  event: (fact) => fact.event,
  time: (fact) => fact.time?.value ?? null,
  modality: (fact) => fact.modality,
  speaker: ({ attribution }) => attribution?.speaker ?? null,
  role: ({ attribution }) => attribution?.role ?? null,
  organization: ({ attribution }) => attribution?.organization ?? null,
}

/** True where the fact has every field that the example asks for. */
export function matchesExpectation(fact: FactRecord, gives: Expectation): boolean {
  return Object.entries(FIELDS).every(([name, read]) => {
    const expected = gives[name as keyof Expectation]
    return expected === undefined || read(fact) === expected
  })
}
