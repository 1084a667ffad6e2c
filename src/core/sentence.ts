import type { Span } from './span.js'

/** A sentence of the body. */
export interface Sentence {
  /** Its place in the body, from 0. */
  readonly index: number
  /** The paragraph (line of the body) it stands in, from 0. */
  readonly paragraph: number
  /** In the body's offsets, without surrounding white space. */
  readonly span: Span
}
