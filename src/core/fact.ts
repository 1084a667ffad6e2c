import type { Origin } from './edit.js'
import type { Mention } from './mention.js'
import type { Quantity } from './quantity.js'
import type { Span } from './span.js'

/** How a role came to be filled: said in the clause, by 该院 or the like, carried over, or a place named. */
export type RoleBasis = 'stated' | 'coreference' | 'inherited' | 'region'

export interface Role {
  /** The mention that plays the part; null for a place, which is no mention. */
  readonly mention: Mention | null
  readonly basis: RoleBasis
}

export type RoleName = 'subject' | 'object' | 'quantity' | 'time'

/** Who a fact is about, or the other party of a relation. */
export interface Party {
  /** An entity kind of the pipeline, `region` or `organization`. */
  readonly kind: string
  readonly id: string | null
  readonly name: string
  /** The words that name it, as they stand in the body. */
  readonly text: string
}

export interface FactTime {
  readonly value: string
  readonly mod: string | null
  readonly start: string | null
  readonly end: string | null
}

export type Modality = 'actual' | 'planned' | 'negated' | 'hypothetical'

/** Who says it, in whose words or by whose account. */
export interface Attribution {
  /** The person's name as written; null for one who speaks without a name (该院负责人). */
  readonly speaker: string | null
  /** 党委书记, as written; null if not told. */
  readonly role: string | null
  /** The institution by its canonical name, another body as written; null if not told. */
  readonly organization: string | null
  /** The rule that tells so. */
  readonly rule: string
}

interface FactBase {
  /** The index of the sentence it is read from. */
  readonly sentence: number
  /** What the rule matched, in the body's offsets, in text order. */
  readonly spans: readonly Span[]
  readonly roles: Readonly<Partial<Record<RoleName, Role>>>
  readonly subject: Party
  readonly time: FactTime | null
  readonly modality: Modality
  readonly attribution: Attribution | null
  readonly origin: Origin
}

export interface Measure extends FactBase {
  readonly kind: 'measure'
  readonly metric: { readonly id: string | null; readonly text: string }
  readonly quantity: Quantity
}

export interface Relation extends FactBase {
  readonly kind: 'relation'
  readonly relation: string
  readonly object: Party
}

export interface Event extends FactBase {
  readonly kind: 'event'
  readonly event: string
}

/** A statement about a subject, with its evidence and the rule that made it. */
export type Fact = Measure | Relation | Event
