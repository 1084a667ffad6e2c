import type { AppliedEdit } from '../core/edit.js'
import { UsageError } from '../core/errors.js'
import { hullOf, type Span } from '../core/span.js'
import type {
  ArticleRecord,
  FactRecord,
  MentionRecord,
  SentenceRecord,
} from '../pipeline/records.js'
import { alignedBody } from '../store/aligned-body.js'
import { bodySpans, spansWithin } from '../store/body-places.js'
import type { RecordReader } from '../store/record-reader.js'
import type { Store } from '../store/store.js'
import { quoteOf } from './decorate.js'
import { type ExplainedClaim, explainClaim } from './explain-claim.js'
import { countPrintings } from './explain-article.js'

/** Everything known about how one mention or fact came to be. */
export interface Explanation {
  readonly record: MentionRecord | FactRecord
  readonly article: Pick<ArticleRecord, 'id' | 'title' | 'published' | 'publisher' | 'source'>
  /** How many articles of the store print the same, this one among them. */
  readonly printings: number
  /** Its sentence in the body, and where the record's words stand in it. */
  readonly sentence: Pick<SentenceRecord, 'id' | 'index' | 'text'>
  readonly marked: readonly Span[]
  readonly place: SourcePlace
  /** What the stages did to its words, oldest first. */
  readonly edits: readonly AppliedEdit[]
  /** A fact's roles, each with the mention that plays it. */
  readonly roles: readonly ExplainedRole[]
  /** What it is one of several sentences for; null for a mention. */
  readonly claim: ExplainedClaim | null
}

/** Where in the source it stands. */
export interface SourcePlace {
  readonly path: string
  /** In decoded text. */
  readonly spans: readonly Span[]
  /** Of the first span's start, both from 1. */
  readonly line: number
  readonly column: number
  /** The source from the first span to the last, as crawled, with some of what stands around it. */
  readonly before: string
  readonly quote: string
  readonly after: string
}

export interface ExplainedRole {
  readonly name: string
  readonly basis: string
  /** Null for a place, which is no mention. */
  readonly mention: MentionRecord | null
}

/**
 * Explains a mention or fact by its id.
 * @throws {UsageError} if no current record has it
 */
export function explainRecord(store: Store, reader: RecordReader, id: string): Explanation {
  const kind = id.startsWith('f_') ? 'fact' : id.startsWith('m_') ? 'mention' : null
  const result = kind === null ? null : reader.findRecord(kind, id)
  const stored = result === null ? null : reader.source(result)
  if (kind === null || result === null || stored === null) throw unknownId(id)
  const mentions = reader.mentions(result)
  const records = kind === 'fact' ? reader.facts(result) : mentions
  const record = records.find((candidate) => candidate.id === id)
  const sentence = reader.sentences(result).find((candidate) => candidate.id === record?.sentence)
  if (record === undefined || sentence === undefined) throw unknownId(id)
  const { title, published, publisher, source, id: article } = reader.article(stored)
  const body = alignedBody(reader, stored, store.bytes(stored.document))
  const decoded = body.source
  const inBody = bodySpans(body, record.spans)
  return {
    record,
    article: { id: article, title, published, publisher, source },
    printings: countPrintings(reader, stored.document),
    sentence: { id: sentence.id, index: sentence.index, text: sentence.text },
    marked: spansWithin(body, record.spans, sentence.spans),
    place: placeIn(decoded, source.path, record.spans),
    edits: inBody.flatMap((span) => body.edits(span)),
    roles: record.record === 'fact' ? rolesOf(record, mentions) : [],
    claim: record.record === 'fact' ? explainClaim(reader, result, record.id) : null,
  }
}

function unknownId(id: string): UsageError {
  return new UsageError(
    'id-unknown',
    `${id}: no current mention or fact has this id. "yuanju export --records mention,fact" lists them.`,
  )
}

function placeIn(decoded: string, path: string, spans: readonly Span[]): SourcePlace {
  const { start, end } = hullOf(spans)
  const lineStart = decoded.lastIndexOf('\n', start - 1) + 1
  let line = 1
  for (let at = decoded.indexOf('\n'); at >= 0 && at < start; at = decoded.indexOf('\n', at + 1))
    line++
  return {
    path,
    spans,
    line,
    column: start - lineStart + 1,
    before: decoded.slice(Math.max(0, start - CONTEXT), start),
    quote: quoteOf(decoded, [{ start, end }]),
    after: decoded.slice(end, end + CONTEXT),
  }
}

/** Characters shown on either side of a place in the source. */
const CONTEXT = 40

function rolesOf(fact: FactRecord, mentions: readonly MentionRecord[]): ExplainedRole[] {
  return Object.entries(fact.roles).map(([name, { mention, basis }]) => ({
    name,
    basis,
    mention: mentions.find(({ id }) => id === mention) ?? null,
  }))
}
