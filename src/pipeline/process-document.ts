import type { Edit } from '../core/edit.js'
import type { Pipeline } from './pipeline.js'
import type { ArticleRecord, FactRecord, MentionRecord, SentenceRecord } from './records.js'

/** The records of one document. `source` still lacks its locations: the batch knows where it lay. */
export interface DocumentRecords {
  readonly article: Omit<ArticleRecord, 'source'>
  readonly encoding: string
  readonly sentences: readonly SentenceRecord[]
  readonly mentions: readonly MentionRecord[]
  readonly facts: readonly FactRecord[]
  /** All edits of the body's text, a list for each pass, oldest first, for `why`. */
  readonly script: readonly (readonly Edit[])[]
}

export interface DocumentFailure {
  readonly stage: string
  readonly code: string
  readonly message: string
}

export type DocumentResult =
  | { readonly ok: true; readonly records: DocumentRecords }
  | { readonly ok: false; readonly failure: DocumentFailure }

/** Runs a document through the pipeline. Never throws for what a document is like. Pure. */
export declare function processDocument(pipeline: Pipeline, bytes: Uint8Array): DocumentResult
