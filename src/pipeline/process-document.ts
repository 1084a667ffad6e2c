import type { Edit } from '../core/edit.js'
import { DocumentError } from '../core/errors.js'
import { sha256 } from '../core/fingerprint.js'
import type { Layers } from '../core/layers.js'
import type { Pipeline } from './pipeline.js'
import type { ArticleRecord, FactRecord, MentionRecord, SentenceRecord } from './records.js'
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
    },
  }
}

export type StagesRun =
  | { readonly ok: true; readonly layers: Layers }
  | { readonly ok: false; readonly failure: DocumentFailure }

/** Runs every stage whose layer is not among those given, in the pipeline's order. */
export function runStages(pipeline: Pipeline, given: Partial<Layers>): StagesRun {
  let layers = given
  for (const stage of pipeline.stages) {
    if (layers[stage.provides] !== undefined) continue
    try {
      layers = { ...layers, [stage.provides]: stage.run(layers) }
    } catch (error) {
      return { ok: false, failure: failureOf(stage.name, error) }
    }
  }
  return { ok: true, layers: layers as Layers }
}

function failureOf(stage: string, error: unknown): DocumentFailure {
  if (error instanceof DocumentError) return { stage, code: error.code, message: error.message }
  const message = error instanceof Error ? error.message : String(error)
  return {
    stage,
    code: 'stage-failed',
    message: `Stage "${stage}" failed on this document: ${message}. This is a bug in yuanju; please report it with the document.`,
  }
}
