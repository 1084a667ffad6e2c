import type { Edit } from '../core/edit.js'
import { sha256 } from '../core/fingerprint.js'
import { findLosses, type Loss } from './find-losses.js'
import type { Pipeline } from './pipeline.js'
import type { ArticleRecord, FactRecord, MentionRecord, SentenceRecord } from './records.js'
import { type DocumentFailure, runStages } from './run-stages.js'
import { toArticleRecord, toRecords } from './to-records.js'

/** The records of one document. `article` still lacks its source: the batch knows where it lay. */
export interface DocumentRecords {
  readonly article: Omit<ArticleRecord, 'source'>
  readonly encoding: string
  readonly sentences: readonly SentenceRecord[]
  readonly mentions: readonly MentionRecord[]
  readonly facts: readonly FactRecord[]
  /** All edits of the body's text, a list for each pass, oldest first, for `why`. */
  readonly script: readonly (readonly Edit[])[]
  /** What was dropped and says something, the likeliest losses first. */
  readonly losses: readonly Loss[]
}

export type { DocumentFailure } from './run-stages.js'

export type DocumentResult =
  | { readonly ok: true; readonly records: DocumentRecords }
  | { readonly ok: false; readonly failure: DocumentFailure }

/** Runs a document through the pipeline. Never throws for what a document is like. Pure. */
export function processDocument(pipeline: Pipeline, bytes: Uint8Array): DocumentResult {
  const run = runStages(pipeline, { bytes })
  if (!run.ok) return run
  const { layers } = run
  const articleId = `a_${sha256(bytes).slice(0, 16)}`
  return {
    ok: true,
    records: {
      article: toArticleRecord(articleId, layers),
      encoding: layers.decoded.encoding,
      ...toRecords(articleId, layers),
      script: layers.body.text.script(),
      losses: findLosses(pipeline, layers),
    },
  }
}
