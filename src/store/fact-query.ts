/** By what facts are filtered, each with the values that there are and how many facts have them. */
export const FACETS = [
  'subject',
  'region',
  'said',
  'kind',
  'rule',
  'publisher',
  'flag',
  'modality',
  'run',
] as const

export type Facet = (typeof FACETS)[number]

/** Something for each facet. */
export function mapFacets<T>(make: (facet: Facet) => T): Record<Facet, T> {
  return {
    subject: make('subject'),
    region: make('region'),
    said: make('said'),
    kind: make('kind'),
    rule: make('rule'),
    publisher: make('publisher'),
    flag: make('flag'),
    modality: make('modality'),
    run: make('run'),
  }
}

/** In which order facts are shown; `place`: as they came into the store, each article's in text order. */
export const FACT_ORDERS = ['place', 'subject', 'said', 'value', 'time', 'published'] as const

export type FactOrder = (typeof FACT_ORDERS)[number]

/** Which of the current facts are asked for. Values of one facet are alternatives, all else must hold. */
export interface FactQuery {
  /** Words of the sentence or names of who it speaks of, between spaces; empty for any. */
  readonly text: string
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>
  /** The first and last day of the fact's time, `2024-01-31`; null for any. */
  readonly from: string | null
  readonly to: string | null
  /** Only these facts (or all but these), by id; null for any. */
  readonly only: { readonly ids: readonly string[]; readonly except: boolean } | null
  readonly order: FactOrder
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

/** Where a fact is kept: its result, its place among the result's facts, and that of its sentence. */
export interface FactPlace {
  readonly result: number
  readonly position: number
  readonly sentence: number
}

export interface FacetValue {
  readonly value: string
  readonly count: number
}

/** What a query found. */
export interface FoundFacts {
  readonly total: number
  readonly places: readonly FactPlace[]
  /** Of each facet the most frequent values, counted without its own choice; chosen ones always. */
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>
  /** Results of finished runs that cannot be found yet: their words are still being indexed. */
  readonly pending: number
}

/** Finds current facts. */
export interface FactSearch {
  find(query: FactQuery): Promise<FoundFacts>
  /** Facts drawn at random among those that a query leaves; `random` gives numbers from 0 to 1. */
  draw(query: FactQuery, size: number, random: () => number): Promise<readonly FactPlace[]>
  /** The values of a facet that hold `text`, the most frequent first. */
  values(facet: Facet, text: string, limit: number): Promise<readonly FacetValue[]>
}
