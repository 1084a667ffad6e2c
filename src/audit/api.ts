import type { Span } from '../core/span.js'
import type { Attribution, FactTime, Modality } from '../core/fact.js'
import type { ExplainedPart } from '../pipeline/explain-match.js'
import type { DateValue, EntityValue, FactRecord, QuantityValue } from '../pipeline/records.js'
import type { ClaimState, Facet, FacetValue } from '../store/fact-query.js'
import type { Verdict } from '../store/review.js'

/** What the server tells the page, as JSON. The page imports these types and nothing else of the server. */
export type {
  ClaimState,
  Facet,
  FacetValue,
  QuantityValue,
  DateValue,
  EntityValue,
  Span,
  Verdict,
  FactTime,
}
export type { Modality, Attribution, ExplainedPart }

export interface SessionInfo {
  /** To be sent with every change. */
  readonly token: string
  readonly version: string
  /** The run whose records are shown; null before the first. */
  readonly run: { readonly id: number; readonly finished: string | null } | null
  /** True while another run is writing. */
  readonly writing: boolean
}

/** A mention in a sentence or text: what it is, and what it stands for. */
export interface MarkInfo {
  readonly id: string
  /** An entity kind of the pipeline, `quantity`, `date`, or `fact`. */
  readonly kind: string
  /** What it says, for a fact. */
  readonly label?: string
  readonly rule: string | null
  readonly entry: string | null
  readonly entity?: EntityValue
  readonly quantity?: QuantityValue
  readonly date?: DateValue
}

/** A mark in a sentence's offsets; several spans where something stands between its pieces. */
export interface PlacedMark extends MarkInfo {
  readonly spans: readonly Span[]
  /** The part it plays in the fact shown; null for none. */
  readonly role: string | null
}

export interface ReviewInfo {
  readonly verdict: Verdict
  readonly reason: string
  readonly reviewer: string
  readonly reviewed: string
}

/** One row of the table of facts. */
export interface FactLine {
  readonly id: string
  readonly article: string
  readonly kind: FactRecord['kind']
  readonly subject: { readonly kind: string; readonly id: string | null; readonly name: string }
  /** The metric's id or words, the relation, the event. */
  readonly said: { readonly id: string | null; readonly text: string }
  readonly quantity: QuantityValue | null
  readonly object: string | null
  readonly time: FactTime | null
  readonly modality: Modality
  readonly attribution: Attribution | null
  readonly rule: string
  readonly sentence: string
  readonly matched: readonly Span[]
  readonly marks: readonly PlacedMark[]
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly url: string | null
  readonly flags: readonly string[]
  readonly madeBy: number
  /** The claim it supports, with how many facts do; null where that was not asked for. */
  readonly claim: {
    readonly id: string
    readonly facts: number
    readonly state: ClaimState
  } | null
  readonly evidence: string
  readonly reviews: readonly ReviewInfo[]
}

/** By what a view can be narrowed further. */
export type FacetCounts = Readonly<Record<Facet, readonly FacetValue[]>>

export interface FactsPage {
  readonly total: number
  readonly offset: number
  readonly facts: readonly FactLine[]
  /** Articles of finished runs that cannot be found yet. */
  readonly pending: number
}

export interface RoleInfo {
  readonly name: string
  readonly basis: string
  readonly text: string | null
  readonly mark: MarkInfo | null
  /** How the value follows from the words, step by step. */
  readonly derivation: readonly string[]
}

export interface EditStep {
  readonly stage: string
  readonly rule: string | null
  readonly kind: string | null
  readonly before: string
  readonly after: string
  readonly source: readonly Span[]
}

export interface ClaimLine {
  readonly fact: FactSummary
  readonly sentence: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
}

/** What a fact says, for lists. */
export interface FactSummary {
  readonly id: string
  readonly article: string
  readonly subject: string
  readonly said: string
  readonly quantity: QuantityValue | null
  readonly object: string | null
  readonly time: FactTime | null
}

export interface RuleExampleInfo {
  readonly text: string
  /** What is given beside the text, and the facts that come out. */
  readonly given: readonly string[]
  readonly gives: readonly string[]
}

export interface RuleInfo {
  readonly id: string
  readonly file: string
  readonly line: number | null
  readonly why: string | null
  /** As it stands in the file. */
  readonly yaml: string
}

/** A rule with the texts that it must match, and such that it must not. */
export interface RuleDetail extends RuleInfo {
  readonly matches: readonly RuleExampleInfo[]
  readonly rejects: readonly RuleExampleInfo[]
}

/** Everything about one fact. */
export interface FactDetail {
  readonly line: FactLine
  readonly place: {
    readonly path: string
    readonly sha256: string
    readonly line: number
    readonly column: number
    readonly spans: readonly Span[]
    readonly before: string
    readonly quote: string
    readonly after: string
  }
  readonly printings: number
  readonly roles: readonly RoleInfo[]
  readonly edits: readonly EditStep[]
  readonly rule: RuleInfo | null
  readonly history: readonly {
    readonly fromRun: number
    readonly toRun: number | null
    readonly rule: string
    readonly summary: FactSummary
  }[]
  readonly claim: {
    readonly id: string
    readonly facts: number
    readonly articles: number
    readonly independent: number
  } | null
  readonly others: readonly ClaimLine[]
  readonly conflicts: readonly (ClaimLine | null)[]
}
