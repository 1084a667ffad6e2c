import type { AlignedText } from '../core/aligned-text.js'
import type {
  ArticleRecord,
  FactRecord,
  MentionRecord,
  SentenceRecord,
} from '../pipeline/records.js'
import { alignedBody } from '../store/aligned-body.js'
import type { RecordReader } from '../store/record-reader.js'
import type { RunRow } from '../store/runs.js'
import type { Store } from '../store/store.js'
import { pageNames } from './page-names.js'

/** An article with its records, as formats of annotation need it: beside the page it annotates. */
export interface AnnotatedArticle {
  /** What its files are called in a folder of annotations, without their endings. */
  readonly name: string
  /** The file of the page in such a folder. */
  readonly page: string
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly body: AlignedText
  readonly article: ArticleRecord
  readonly sentences: readonly SentenceRecord[]
  readonly mentions: readonly MentionRecord[]
  readonly facts: readonly FactRecord[]
  /** The run whose work the records are. */
  readonly run: RunRow
}

/** The kinds of records that annotations are made of. */
export const ANNOTATED_KINDS = ['article', 'mention', 'fact'] as const
export type AnnotatedKind = (typeof ANNOTATED_KINDS)[number]

/** Every article as of `run`, in the order of `export`. */
export function* annotatedArticles(store: Store, run: RunRow): Generator<AnnotatedArticle> {
  const reader: RecordReader = store.read(run)
  const nameOf = pageNames()
  for (const stored of reader.sources()) {
    const bytes = store.bytes(stored.document)
    const article = reader.article(stored)
    yield {
      ...nameOf(stored.source, article.id),
      bytes,
      encoding: stored.source.encoding ?? 'utf-8',
      body: alignedBody(reader, stored, bytes),
      article,
      sentences: reader.sentences(stored.result),
      mentions: reader.mentions(stored.result),
      facts: reader.facts(stored.result),
      run: store.runs.find(stored.madeBy) ?? run,
    }
  }
}
