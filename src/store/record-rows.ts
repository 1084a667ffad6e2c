import type { Script } from '../core/layers.js'
import type {
  ArticleRecord,
  FactRecord,
  MentionRecord,
  SentenceRecord,
  SourceRecord,
} from '../pipeline/records.js'
import { unpackNetEdits } from './net-edits.js'
import { fromJson, fromNullableJson } from './json.js'
import type { StoredReprint } from './reprint-reader.js'

/** A row of `articles`; nested columns hold JSON. */
export interface ArticleRow {
  readonly id: string
  readonly title: string | null
  readonly published: string | null
  readonly publisher: string | null
  readonly author: string | null
  readonly editor: string | null
  readonly url: string | null
  readonly metadata: string
  readonly script: Script
  readonly text: string
  readonly spans: string
  readonly edits: string
  readonly edit_rules: string
  readonly dropped: string
  readonly flags: string
}

/** What an article is to the others: what the corpus layer found, and the version before it. */
export interface ArticleTies {
  readonly reprint: StoredReprint | null
  readonly earlier: string | null
}

export function toArticle(
  row: ArticleRow,
  source: SourceRecord,
  { reprint, earlier }: ArticleTies,
): ArticleRecord {
  const flags: readonly string[] = fromJson(row.flags)
  return {
    record: 'article',
    id: row.id,
    source,
    title: row.title,
    published: row.published,
    publisher: row.publisher,
    author: row.author,
    editor: row.editor,
    url: row.url,
    metadata: fromJson(row.metadata),
    script: row.script,
    text: row.text,
    spans: fromJson(row.spans),
    edits: unpackNetEdits({ edits: row.edits, rules: row.edit_rules }),
    dropped: fromJson(row.dropped),
    duplicateOf: reprint?.rootId ?? null,
    earlier,
    similarity: reprint?.similarity ?? null,
    flags: reprint?.isSpun === true ? [...new Set([...flags, SPUN_FLAG])].sort() : flags,
  }
}

/** Says of an article that its words were swapped mechanically. */
export const SPUN_FLAG = 'spun'

/** A row of `sentences`. */
export interface SentenceRow {
  readonly position: number
  readonly id: string
  readonly text: string
  readonly spans: string
}

export function toSentence(row: SentenceRow, article: string): SentenceRecord {
  const { id, position, text, spans } = row
  return { record: 'sentence', id, article, index: position, text, spans: fromJson(spans) }
}

/** A row of `mentions`; `value` holds what the kind calls for. */
export interface MentionRow {
  readonly id: string
  readonly sentence: string
  readonly kind: string
  readonly text: string
  readonly spans: string
  readonly rule: string | null
  readonly entry: string | null
  readonly value: string
}

export function toMention(row: MentionRow, article: string): MentionRecord {
  const { id, sentence, kind, text, rule, entry } = row
  const spans: MentionRecord['spans'] = fromJson(row.spans)
  const base = { record: 'mention', id, article, sentence, kind, text, spans, rule, entry } as const
  if (kind === 'quantity') return { ...base, quantity: fromJson(row.value) }
  if (kind === 'date') return { ...base, date: fromJson(row.value) }
  return { ...base, entity: fromJson(row.value) }
}

/** A row of `facts`; columns that the kind does not call for are null. */
export interface FactRow {
  readonly id: string
  readonly sentence: string
  readonly kind: FactRecord['kind']
  readonly rule: string
  readonly spans: string
  readonly roles: string
  readonly subject: string
  readonly metric: string | null
  readonly quantity: string | null
  readonly relation: string | null
  readonly object: string | null
  readonly event: string | null
  readonly time: string | null
  readonly modality: FactRecord['modality']
  readonly attribution: string | null
}

export function toFact(row: FactRow, article: string): FactRecord {
  return {
    record: 'fact',
    id: row.id,
    article,
    sentence: row.sentence,
    kind: row.kind,
    rule: row.rule,
    spans: fromJson(row.spans),
    roles: fromJson(row.roles),
    subject: fromJson(row.subject),
    ...(row.metric === null ? {} : { metric: fromJson(row.metric) }),
    ...(row.quantity === null ? {} : { quantity: fromJson(row.quantity) }),
    ...(row.relation === null ? {} : { relation: row.relation }),
    ...(row.object === null ? {} : { object: fromJson(row.object) }),
    ...(row.event === null ? {} : { event: row.event }),
    time: fromNullableJson(row.time),
    modality: row.modality,
    attribution: fromNullableJson(row.attribution),
  }
}
