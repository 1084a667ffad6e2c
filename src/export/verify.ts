import { canonicalJson, sha256 } from '../core/fingerprint.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import { processDocument } from '../pipeline/process-document.js'
import type { ArticleRecord } from '../pipeline/records.js'
import { SPUN_FLAG } from '../store/record-rows.js'
import type { RecordReader, StoredSource } from '../store/record-reader.js'
import type { RunRow } from '../store/runs.js'
import type { Store } from '../store/store.js'
import { decodeSource } from '../store/decode-source.js'
import { proveClaims } from './prove-claims.js'
import { type Failure, type ProvableArticle, proveAlignment } from './prove-alignment.js'

/** A record that could not be proved, and where it is. */
export interface LocatedFailure extends Failure {
  readonly path: string
}

/** What `verify` proved. The store is sound where `failures` is empty. */
export interface Verification {
  readonly articles: number
  /** Records whose decoding, edits, text, spans and references were checked. */
  readonly records: number
  /** Articles whose values and rules were checked too, by processing their bytes again. */
  readonly reprocessed: number
  /** Articles where they could not be, by the reason. */
  readonly notReprocessed: Readonly<Record<string, number>>
  readonly failures: readonly LocatedFailure[]
}

/** Proves the store's current records from the stored bytes; reports each article as it is done. */
export function verifyStore(
  store: Store,
  run: RunRow,
  options: { readonly pipeline: Pipeline; readonly code: string; readonly onArticle?: () => void },
): Verification {
  const reader = store.read(run)
  const notReprocessed: Record<string, number> = {}
  const failures: LocatedFailure[] = []
  const totals = { articles: 0, records: 0, reprocessed: 0 }
  // Whatever run made them, all current results are in line with the state of the last one.
  const reason = reasonNotToReprocess(run, options)
  for (const source of reader.sources()) {
    const records = readArticle(reader, source)
    const bytes = store.bytes(source.document)
    const found = [...proveBytes(records.article, bytes)]
    if (found.length === 0) found.push(...proveText(records, bytes))
    if (reason === null) {
      totals.reprocessed++
      found.push(...compareAnew(records, options.pipeline, bytes))
      found.push(...proveClaims(reader, source, records, options.pipeline))
    } else notReprocessed[reason] = (notReprocessed[reason] ?? 0) + 1
    failures.push(...found.map((failure) => ({ ...failure, path: source.source.path })))
    totals.articles++
    totals.records += countOf(records)
    options.onArticle?.()
  }
  return { ...totals, notReprocessed, failures }
}

function readArticle(reader: RecordReader, source: StoredSource): ProvableArticle {
  return {
    article: reader.article(source),
    sentences: reader.sentences(source.result),
    mentions: reader.mentions(source.result),
    facts: reader.facts(source.result),
  }
}

/** Says why a run's values cannot be checked with this code and pipeline; null where they can. */
function reasonNotToReprocess(
  run: RunRow,
  { pipeline, code }: { readonly pipeline: Pipeline; readonly code: string },
): string | null {
  if (run.code !== code) return `run ${run.id} was made by version ${run.code}, this is ${code}`
  if (run.fingerprint === pipeline.fingerprint) return null
  return `run ${run.id} used another state of pipeline ${run.pipeline} (rules, dictionaries or libraries)`
}

function* proveBytes(article: ArticleRecord, bytes: Uint8Array): Generator<Failure> {
  const { source, id, record } = article
  if (bytes.length !== source.bytes)
    yield { record, id, problem: `the store holds ${bytes.length} bytes, not ${source.bytes}` }
  if (sha256(bytes) !== source.sha256)
    yield { record, id, problem: 'the stored bytes do not have its sha256' }
}

function proveText(records: ProvableArticle, bytes: Uint8Array): readonly Failure[] {
  const { source, id, record } = records.article
  try {
    return proveAlignment(decodeSource(bytes, source.encoding ?? ''), records)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ record, id, problem: `its encoding ${source.encoding ?? 'null'} is not known` }]
  }
}

function compareAnew(
  stored: ProvableArticle,
  pipeline: Pipeline,
  bytes: Uint8Array,
): readonly Failure[] {
  const { article } = stored
  const anew = processDocument(pipeline, bytes)
  if (!anew.ok) {
    const problem = `processed again it fails: ${anew.failure.code}: ${anew.failure.message}`
    return [{ record: 'article', id: article.id, problem }]
  }
  const { records } = anew
  const { source } = article
  // What the article is to others is not made of its bytes alone.
  const { duplicateOf, earlier, similarity, flags } = article
  const own = flags.includes(SPUN_FLAG) ? [...records.article.flags, SPUN_FLAG].sort() : null
  const again: ArticleRecord = {
    ...records.article,
    source,
    duplicateOf,
    earlier,
    similarity,
    flags: own ?? records.article.flags,
  }
  return [
    ...compareRecords([article], [again]),
    ...(source.encoding === records.encoding
      ? []
      : [
          {
            record: 'article',
            id: article.id,
            problem: `processed again it is ${records.encoding}`,
          },
        ]),
    ...compareRecords(stored.sentences, records.sentences),
    ...compareRecords(stored.mentions, records.mentions),
    ...compareRecords(stored.facts, records.facts),
  ]
}

interface Identified {
  readonly record: string
  readonly id: string
}

function compareRecords(stored: readonly Identified[], anew: readonly Identified[]): Failure[] {
  const byId = new Map(anew.map((record) => [record.id, record]))
  const failures: Failure[] = []
  for (const record of stored) {
    const again = byId.get(record.id)
    byId.delete(record.id)
    const fields = again === undefined ? [] : differingFields(record, again)
    const problem =
      again === undefined
        ? 'processed again it is not found'
        : `processed again it differs in ${fields.join(', ')}`
    if (again === undefined || fields.length > 0)
      failures.push({ record: record.record, id: record.id, problem })
  }
  for (const { record, id } of byId.values())
    failures.push({ record, id, problem: 'processed again it is found, but not in the store' })
  return failures
}

function differingFields(a: Identified, b: Identified): string[] {
  const fields = new Map<string, unknown>(Object.entries(b))
  const names = new Set([...Object.keys(a), ...fields.keys()])
  const stored = new Map<string, unknown>(Object.entries(a))
  return [...names].filter(
    (name) => canonicalJson(stored.get(name) ?? null) !== canonicalJson(fields.get(name) ?? null),
  )
}

function countOf({ sentences, mentions, facts }: ProvableArticle): number {
  return 1 + sentences.length + mentions.length + facts.length
}
