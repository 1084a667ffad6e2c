import type { SourceFile } from '../core/source-file.js'
import type {
  ArticleRecord,
  FactRecord,
  MentionRecord,
  SentenceRecord,
} from '../pipeline/records.js'
import type { Connection } from './database.js'
import { decodeSource } from './decode-source.js'
import type { RegionOf } from './fact-columns.js'
import { type FactContexts, openFactContexts } from './fact-contexts.js'
import type { FactSearch, FoundFacts } from './fact-query.js'
import { openFactSearch } from './fact-search.js'
import { openFirstFacts } from './first-facts.js'
import { fromJson } from './json.js'
import { openReviewBook, type ReviewBook } from './review-book.js'
import type { RecordReader, StoredSource } from './record-reader.js'
import type { RunRow, Runs } from './runs.js'
import { openSearchIndex } from './search-index.js'
import { openSummaries, type Summaries } from './summaries.js'

/**
 * What the audit page asks of a store. Every answer is a promise: nothing that shows the records may
 * count on a database in the same process.
 */
export interface AuditStore {
  readonly facts: FactSearch
  readonly summaries: Summaries
  readonly contexts: FactContexts
  /** The first facts in the order they came in, without reading what is filtered by. */
  first(limit: number): Promise<FoundFacts>
  readonly reviews: ReviewBook
  /** The run whose records are the current ones; null before the first has finished. */
  latest(): Promise<RunRow | null>
  /** Oldest first. */
  runs(): Promise<readonly RunRow[]>
  /** The pipeline, rules and dictionaries of a run, as they were. */
  files(run: number): Promise<readonly SourceFile[]>
  /** The current article with this id; null for an unknown one. */
  article(id: string): Promise<AuditedArticle | null>
  /** The same without its text's records. */
  articleRecord(id: string): Promise<ArticleRecord | null>
  mentionsOf(article: string): Promise<readonly MentionRecord[]>
  /** What a fact was in each run that left its article in another state, oldest first. */
  history(fact: string): Promise<readonly FactState[]>
  close(): void
}

/** An article with all its records and its decoded source. */
export interface AuditedArticle {
  readonly article: ArticleRecord
  readonly source: string
  readonly sentences: readonly SentenceRecord[]
  readonly mentions: readonly MentionRecord[]
  readonly facts: readonly FactRecord[]
  readonly losses: readonly ArticleLoss[]
}

/** A dropped sentence that says something. */
export interface ArticleLoss {
  readonly sentence: string
  readonly kind: string
  readonly rule: string
  readonly holds: readonly string[]
  readonly spans: readonly { readonly start: number; readonly end: number }[]
}

/** A fact as the runs from `fromRun` up to, not including, `toRun` (null: still) left it. */
export interface FactState {
  readonly fromRun: number
  readonly toRun: number | null
  readonly rule: string
  readonly fact: FactRecord
}

/** What the rest of the store gives. */
export interface AuditGround {
  readonly path: string
  readonly runs: Pick<Runs, 'latest' | 'list' | 'files'>
  read(run: RunRow): RecordReader
  bytes(document: number): Uint8Array
}

/** Opens what the audit page needs of a SQLite store. `regionOf` is asked for once a run. */
export function openAuditStore(
  connection: Connection,
  store: AuditGround,
  regionOf: (files: readonly SourceFile[]) => RegionOf,
): AuditStore {
  const index = openSearchIndex(connection)
  const facts = openFactSearch(connection, index, {
    run: () => store.runs.latest()?.id ?? null,
    regionOf: (run) => regionOf(store.runs.files(run)),
  })
  const losses = connection.prepare<[number], LossRow>(
    'SELECT sentence, kind, rule, holds, spans FROM losses WHERE result = ? ORDER BY weight DESC',
  )
  const states = connection.prepare<[string], StateRow>(
    `SELECT f.result, f.rule, v.from_run AS fromRun, v.to_run AS toRun FROM facts f
     JOIN validity v ON v.result = f.result WHERE f.id = ? ORDER BY v.from_run`,
  )
  const reviews = openReviewBook(store.path)
  const first = openFirstFacts(connection)
  const current = (): RecordReader | null => {
    const run = store.runs.latest()
    return run === null ? null : store.read(run)
  }
  const findArticle = (id: string): { reader: RecordReader; stored: StoredSource } | null => {
    const reader = current()
    const document = reader?.findArticle(id) ?? null
    const result = document === null ? null : (reader?.resultOf(document) ?? null)
    const stored = result === null ? null : (reader?.source(result) ?? null)
    return reader === null || stored === null ? null : { reader, stored }
  }
  return {
    facts,
    summaries: openSummaries(connection, () => store.runs.latest()?.id ?? null),
    contexts: openFactContexts(connection),
    reviews,
    first: (limit) => Promise.resolve(first(limit)),
    latest: () => Promise.resolve(store.runs.latest()),
    runs: () => Promise.resolve(store.runs.list()),
    files: (run) => Promise.resolve(store.runs.files(run)),
    article(id) {
      const found = findArticle(id)
      if (found === null) return Promise.resolve(null)
      const { reader, stored } = found
      const { result } = stored
      return Promise.resolve({
        article: reader.article(stored),
        source: decodeSource(store.bytes(stored.document), stored.source.encoding ?? 'utf-8'),
        sentences: reader.sentences(result),
        mentions: reader.mentions(result),
        facts: reader.facts(result),
        losses: losses.all(result).map(({ holds, spans, ...rest }) => ({
          ...rest,
          holds: fromJson(holds),
          spans: fromJson(spans),
        })),
      })
    },
    articleRecord(id) {
      const found = findArticle(id)
      return Promise.resolve(found === null ? null : found.reader.article(found.stored))
    },
    mentionsOf(id) {
      const found = findArticle(id)
      return Promise.resolve(found === null ? [] : found.reader.mentions(found.stored.result))
    },
    history(id) {
      const reader = current()
      return Promise.resolve(
        states.all(id).flatMap(({ result, ...state }) => {
          const fact = reader?.facts(result).find((candidate) => candidate.id === id)
          return fact === undefined ? [] : [{ ...state, fact }]
        }),
      )
    },
    close() {
      reviews.close()
    },
  }
}

interface LossRow {
  readonly sentence: string
  readonly kind: string
  readonly rule: string
  readonly holds: string
  readonly spans: string
}

interface StateRow {
  readonly result: number
  readonly rule: string
  readonly fromRun: number
  readonly toRun: number | null
}
