import type { Span } from '../../core/span.js'
import type { Identity } from './identity.js'

/** A name found in the text with the institution it stands for. */
export interface FoundName {
  readonly span: Span
  readonly identity: Identity
  readonly member: number | null
  /** Whether it is named after a main institution and the place of its own: a plaque, perhaps. */
  readonly isBranch: boolean
}
