/** By what facts are filtered, each with the values that there are and how many facts have them. */
export const FACETS = [
  'subject',
  'region',
  'said',
  'object',
  'kind',
  'claim',
  'rule',
  'publisher',
  'flag',
  'modality',
  'run',
] as const

export type Facet = (typeof FACETS)[number]

/**
 * What the facet `claim` tells of a fact's claim: that it stands alone, that other facts say the same,
 * that another claim cannot hold beside it.
 */
export const CLAIM_STATES = ['single', 'shared', 'conflicting'] as const

export type ClaimState = (typeof CLAIM_STATES)[number]

/** Something for each facet. */
export function mapFacets<T>(make: (facet: Facet) => T): Record<Facet, T> {
  return {
    subject: make('subject'),
    region: make('region'),
    said: make('said'),
    object: make('object'),
    kind: make('kind'),
    claim: make('claim'),
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

/** Which of the current facts are meant. Values of one facet are alternatives, all else must hold. */
export interface FactSelection {
  /** Words of the sentence or names of who it speaks of, between spaces; empty for any. */
  readonly text: string
  readonly facets: Readonly<Partial<Record<Facet, readonly string[]>>>
  /** The first and last day of the fact's time, `2024-01-31`; null for any. */
  readonly from: string | null
  readonly to: string | null
  /** Only these facts (or all but these), by id; null for any. */
  readonly only: { readonly ids: readonly string[]; readonly except: boolean } | null
  /** Only the facts that support this claim, by its id; null for any. */
  readonly ofClaim: string | null
}

/** A selection and which part of it is shown. */
export interface FactQuery extends FactSelection {
  /** `claim`: of the facts of one claim only the first. */
  readonly rows: 'fact' | 'claim'
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

/** A fact with what is known of its claim. */
export interface FoundFact extends FactPlace {
  /** Null where claims have not been gathered. */
  readonly claim: {
    readonly id: string
    /** How many of the current facts support it. */
    readonly facts: number
    readonly state: ClaimState
  } | null
}

export interface FacetValue {
  readonly value: string
  readonly count: number
}

/** What a query found. */
export interface FoundFacts {
  /** Of facts, or of claims where these are the rows. */
  readonly total: number
  readonly places: readonly FoundFact[]
  /** Results of finished runs that cannot be found yet: their words are still being indexed. */
  readonly pending: number
}

/** A month, `2024-03`, and how many facts are about it. */
export interface MonthCount {
  readonly month: string
  readonly count: number
}

/** How often facts tie one institution to another. */
export interface TieCount {
  readonly subject: string
  readonly said: string
  readonly object: string
  readonly count: number
}

/** Finds current facts, and counts them. */
export interface FactSearch {
  find(query: FactQuery): Promise<FoundFacts>
  /** Of each facet the most frequent values, counted without its own choice; chosen ones always. */
  count(selection: FactSelection): Promise<Readonly<Record<Facet, readonly FacetValue[]>>>
  /** Facts drawn at random, one for each number from 0 to 1, as far as there are so many. */
  draw(selection: FactSelection, numbers: readonly number[]): Promise<readonly FactPlace[]>
  /** The values of a facet that hold `text`, the most frequent first. */
  values(facet: Facet, text: string, limit: number): Promise<readonly FacetValue[]>
  /** All values of a facet in a selection, its own choice held to, the most frequent first. */
  tally(selection: FactSelection, facet: Facet): Promise<readonly FacetValue[]>
  /** By the months that facts are about, in order, without empty ones. */
  months(selection: FactSelection): Promise<readonly MonthCount[]>
  /** Who is tied to whom, the most frequent first. */
  ties(selection: FactSelection, most: number): Promise<readonly TieCount[]>
}
