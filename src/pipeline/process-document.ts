import { pageKey } from '../chinese/page-key.js'
import type { Edit } from '../core/edit.js'
import { sha256 } from '../core/fingerprint.js'
import type { LayerName, Layers, Script } from '../core/layers.js'
import { findLosses, type Loss } from './find-losses.js'
import type { Pipeline } from './pipeline.js'
import type { ArticleRecord, FactRecord, MentionRecord, SentenceRecord } from './records.js'
import { type DocumentFailure, runStages } from './run-stages.js'
import { type MentionPlace, toArticleRecord, toRecords } from './to-records.js'

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
  /** For each mention what its layer tells beyond the record. */
  readonly places: readonly MentionPlace[]
  readonly page: PageText
}

/** The page before anything is dropped, to look words up in. */
export interface PageText {
  /** A key, as `pageKey` makes it. */
  readonly key: string
  /** True for a page with traditional characters: on others nothing is converted. */
  readonly isTraditional: boolean
}

export type { DocumentFailure } from './run-stages.js'

export type DocumentResult =
  | { readonly ok: true; readonly records: DocumentRecords }
  | { readonly ok: false; readonly failure: DocumentFailure }

/** What is known of a document once it is cleaned, before anything is found in it. */
export type ArticleHead = Pick<DocumentRecords, 'article' | 'encoding' | 'script' | 'page'>

/** A document that has come as far as its body. */
export interface StartedDocument {
  readonly layers: Partial<Layers>
  readonly head: ArticleHead
}

/** Runs a document through the pipeline. Never throws for what a document is like. Pure. */
export function processDocument(pipeline: Pipeline, bytes: Uint8Array): DocumentResult {
  const started = startDocument(pipeline, bytes)
  return started.ok ? completeDocument(pipeline, started) : started
}

/** The first part of `processDocument`: up to the body. */
export function startDocument(
  pipeline: Pipeline,
  bytes: Uint8Array,
): ({ readonly ok: true } & StartedDocument) | Extract<DocumentResult, { readonly ok: false }> {
  const last = pipeline.stages.findIndex(({ provides }) => provides === 'body')
  const run = runStages({ ...pipeline, stages: pipeline.stages.slice(0, last + 1) }, { bytes })
  if (!run.ok) return run
  const { layers } = run
  const head = {
    article: toArticleRecord(articleIdOf(bytes), layers),
    encoding: layers.decoded.encoding,
    script: layers.body.text.script(),
    page: pageOf(layers),
  }
  return { ok: true, layers, head }
}

/** The rest of `processDocument`. */
export function completeDocument(
  pipeline: Pipeline,
  { layers: given, head }: StartedDocument,
): DocumentResult {
  const run = runStages(pipeline, given)
  if (!run.ok) return run
  const { layers } = run
  const records = toRecords(head.article.id, layers)
  return { ok: true, records: { ...head, ...records, losses: findLosses(pipeline, layers) } }
}

/**
 * The facts of a document whose mentions are known: the stages in between are not run. Null if a stage
 * fails, so that the document has to be processed as a whole.
 */
export function readFactsAnew(
  pipeline: Pipeline,
  bytes: Uint8Array,
  given: Omit<Layers, 'bytes' | 'decoded' | 'page' | 'repaired' | 'simplified' | AnewLayer>,
): readonly FactRecord[] | null {
  const stages = pipeline.stages.filter(({ provides }) => ANEW.includes(provides))
  const run = runStages({ ...pipeline, stages }, given)
  return run.ok ? toRecords(articleIdOf(bytes), run.layers).facts : null
}

type AnewLayer = 'sentences' | 'facts' | 'numbers'
const ANEW: readonly LayerName[] = ['sentences', 'facts']

function articleIdOf(bytes: Uint8Array): string {
  return `a_${sha256(bytes).slice(0, 16)}`
}

/** Where something was converted, both as it was and as it became. */
function pageOf({ repaired, simplified }: Pick<Layers, 'repaired' | 'simplified'>): PageText {
  const { text } = simplified.text
  const isTraditional =
    text !== repaired.text || simplified.scripts.some((script) => TRADITIONAL.has(script))
  const key = pageKey(text)
  return { key: isTraditional ? `${key}\n${pageKey(repaired.text)}` : key, isTraditional }
}

const TRADITIONAL: ReadonlySet<Script> = new Set<Script>(['hant', 'mixed'])
