import type { Span } from '../../core/span.js'

export type MetadataField = 'published' | 'publisher' | 'author' | 'editor' | 'url'

/** A value read from a line, with its place in the simplified text. */
export interface Reading {
  readonly field: MetadataField
  readonly value: string
  readonly spans: readonly Span[]
  /** How far the line is to be believed; of several readings of a field the surest holds. */
  readonly trust: number
  readonly basis: 'stated' | 'inferred'
}
