/** What searching asks of one fact. Names are keys of `search_terms`; NaN stands for none. */
export interface SearchedFact {
  /** The place of its sentence in the article, from 0. */
  readonly sentence: number
  readonly kind: number
  readonly subject: number
  readonly subjectKind: number
  readonly subjectId: number
  /** The metric, relation or event. */
  readonly said: number
  /** Whom a relation ties its subject to. */
  readonly object: number
  readonly rule: number
  readonly modality: number
  /** The amount in base units; of a range its lower end. */
  readonly value: number
  /** The day its time begins, or ends where it has no beginning, in days since 1970. */
  readonly day: number
}

export const FACT_FIELDS = [
  'sentence',
  'kind',
  'subject',
  'subjectKind',
  'subjectId',
  'said',
  'object',
  'rule',
  'modality',
  'value',
  'day',
] as const satisfies readonly (keyof SearchedFact)[]

/** So many bytes a packed fact has. */
export const PACKED_BYTES = 8 * FACT_FIELDS.length

/** Where a field stands in a packed fact. */
export function packedAt(field: keyof SearchedFact): number {
  return 8 * FACT_FIELDS.indexOf(field)
}

/** Facts as eight bytes a field, little-endian. */
export function packFacts(facts: readonly SearchedFact[]): Uint8Array {
  const bytes = Buffer.alloc(PACKED_BYTES * facts.length)
  let at = 0
  for (const fact of facts)
    for (const field of FACT_FIELDS) at = bytes.writeDoubleLE(fact[field], at)
  return bytes
}

/** The row of `search_words` for a sentence; exact up to 2 ** 33 results of a million sentences. */
export function sentenceKey(result: number, sentence: number): number {
  return result * 2 ** 20 + Math.min(sentence, 2 ** 20 - 1)
}

/** `2024-02-26T10:01:00 → 19779`; NaN for what is no date. */
export function dayNumber(date: string | null | undefined): number {
  return date == null
    ? Number.NaN
    : Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS)
}

/** The reverse of `dayNumber`. */
export function dayText(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

const DAY_MS = 86_400_000
