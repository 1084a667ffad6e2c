import type { Decimal } from './decimal.js'
import type { Origin } from './edit.js'
import type { Quantity } from './quantity.js'
import type { Span } from './span.js'
import type { Timex } from './timex.js'

/** A gazetteer link: `id` is null for an institution the gazetteer does not hold. */
export interface Entity {
  readonly id: string | null
  /** Canonical full name, simplified. */
  readonly name: string
  /** The ids of the possible entries where the name stays open; empty otherwise. */
  readonly candidates: readonly string[]
}

/**
 * A bare number: one with spread (三四十, 3至5) has `low` and `high`, and `value` null; one that is only
 * a bound (超过300, 500多) has the other of the two null as well.
 */
export interface NumberValue {
  readonly value: Decimal | null
  readonly low: Decimal | null
  readonly high: Decimal | null
  /** 第三: it says which, not how many. */
  readonly ordinal: boolean
}

export type MentionValue =
  | { readonly type: 'entity'; readonly entity: Entity }
  | { readonly type: 'quantity'; readonly quantity: Quantity }
  | { readonly type: 'date'; readonly date: Timex }
  | { readonly type: 'number'; readonly number: NumberValue }

/** An expression in the body that stands for one thing. */
export interface Mention {
  /** `quantity`, `date`, `number`, or an entity kind that the pipeline declares, such as `hospital`. */
  readonly kind: string
  /** In the body's offsets, inside one sentence. */
  readonly span: Span
  readonly value: MentionValue
  /** The place in a coordination that shares one span (市一、二、三院: 0, 1, 2); null otherwise. */
  readonly member: number | null
  readonly origin: Origin
}
