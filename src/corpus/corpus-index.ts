import type { Conflict } from './compare.js'
import type { BodySketch } from './corpus-layer.js'
import type { Collocation } from './spinning.js'
import type { SpunSide, Swap } from './spun.js'

/** A document that is current, as reprints are judged by it. Bodies and documents go by their keys. */
export interface Member {
  readonly document: number
  /** Its article's id. */
  readonly id: string
  readonly body: number
  readonly published: string | null
  readonly collocations: readonly Collocation[]
}

/** What an article is to the others; all spans are in bodies. */
export interface Reprint {
  /** The document it reprints; null for one that reprints none. */
  readonly root: number | null
  readonly similarity: number | null
  /** True where the article's own words were swapped. */
  readonly isSpun: boolean
  readonly evidence: ReprintEvidence
}

/** What shows it; kept as it is. */
export interface ReprintEvidence {
  readonly spun: SpunSide | null
  readonly swaps: readonly Swap[]
  readonly conflicts: readonly Conflict[]
  readonly collocations: readonly Collocation[]
}

/** What came and went among the current documents since reprints were last linked. */
export interface CorpusChanges {
  readonly came: readonly number[]
  readonly went: readonly number[]
  /** Bodies that still stand in some document, and whose documents are not the same as before. */
  readonly bodies: readonly number[]
  /** Documents whose body, date or presence is another than it was. */
  readonly documents: ReadonlySet<number>
}

/**
 * The current documents of a store by their bodies. Bodies that share a feature stand in one bucket,
 * by rank; the first few of a bucket, its leaders, are compared with all others in it, the others
 * with the leaders only. So a bucket costs its size, not the square of it, and which pairs are
 * compared follows from the bodies alone, not from their coming.
 */
export interface CorpusIndex {
  /** Brings members up to date; `sketch` is asked for bodies that have none. */
  update(sketch: (text: string) => BodySketch): CorpusChanges
  /** Puts a body into its buckets; gives the bodies that no longer lead one. */
  enter(body: number): readonly number[]
  /** Takes a body out of its buckets; gives the bodies that came to lead one. */
  leave(body: number): readonly number[]
  /** The bodies that `body` is to be compared with, each once. */
  neighbours(body: number): readonly number[]
  features(body: number): readonly number[]
  text(body: number): string
  /** The component of near-copies that a body is in; null for none. */
  component(body: number): number | null
  bodiesOf(component: number): readonly number[]
  setComponent(body: number, component: number | null): void
  /** Gives all bodies of one component to another. */
  mergeComponents(from: number, into: number): void
  /** The documents of a component, or of a body that is in none. */
  members(group: { readonly component: number } | { readonly body: number }): readonly Member[]
  isCurrent(document: number): boolean
  reprint(document: number): Reprint | null
  /** Sets what readers of this run and later ones see; what is as it was is left alone. */
  setReprint(document: number, reprint: Reprint | null): void
}
