import type { DropKind } from '../../core/edit.js'
import type { Span } from '../../core/span.js'

/** A stretch of the article's text that is not its own, and what says so. */
export interface Drop extends Span {
  readonly kind: DropKind
  readonly rule: string
  readonly entry: string | null
}
