import type { FactRecord } from './records.js'

/** The fields a rule's example can ask for, and where a fact has them. */
const FIELDS: Readonly<Record<string, (fact: FactRecord) => unknown>> = {
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
}

/** The fields that `gives` of a rule's example may name. */
export const EXPECTED_FIELDS = Object.keys(FIELDS)

/** True where the fact has every field that the example asks for. */
export function matchesExpectation(
  fact: FactRecord,
  gives: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(gives).every(([name, expected]) => FIELDS[name]?.(fact) === expected)
}
