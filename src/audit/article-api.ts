import type { ArticleRecord } from '../pipeline/records.js'
import type { MarkInfo } from './api.js'

/** A stretch of a text that looks the same all along. */
export interface Segment {
  /** In the offsets of its side. */
  readonly start: number
  readonly text: string
  /** Indices into the chunk's lists. */
  readonly drop?: number
  readonly edit?: number
  readonly marks?: readonly number[]
}

export type Side = 'source' | 'body'

/** How source and body correspond: character for character if `linear`, else as a whole. */
export type Correspondence = readonly [
  sourceStart: number,
  sourceEnd: number,
  bodyStart: number,
  bodyEnd: number,
  linear: 0 | 1,
]

/** A part of one side, small enough to be sent and laid out at once. */
export interface ArticleChunk {
  readonly side: Side
  readonly index: number
  readonly segments: readonly Segment[]
  readonly marks: readonly MarkInfo[]
  readonly drops: readonly DropInfo[]
  readonly edits: readonly EditInfo[]
  readonly runs: readonly Correspondence[]
}

export interface DropInfo {
  readonly kind: string
  readonly rule: string
}

export interface EditInfo {
  /** How the words stand on the other side. */
  readonly other: string
  readonly rules: readonly string[]
}

/** Where a chunk begins on its side, and what stands there on the other. */
export type ChunkStart = readonly [start: number, other: number]

export interface LossInfo {
  readonly sentence: string
  readonly kind: string
  readonly rule: string
  readonly holds: readonly string[]
  /** In the source. */
  readonly start: number
}

/** An article without its text: that comes in chunks. */
export interface ArticleInfo extends Omit<
  ArticleRecord,
  'record' | 'earlier' | 'metadata' | 'script' | 'text' | 'spans' | 'edits' | 'dropped'
> {
  readonly isMarkup: boolean
  readonly sourceLength: number
  readonly bodyLength: number
  readonly sourceChunks: readonly ChunkStart[]
  readonly bodyChunks: readonly ChunkStart[]
  readonly losses: readonly LossInfo[]
  /** Characters dropped by kind, and where the first of each kind begins; the largest first. */
  readonly dropped: readonly {
    readonly kind: string
    readonly characters: number
    readonly parts: number
    readonly first: number
  }[]
  readonly counts: Readonly<Record<string, number>>
}
