import { AlignedText } from '../core/aligned-text.js'
import { parseDecimal, toDecimal, type Decimal } from '../core/decimal.js'
import type { Article, Field, Layers, Metadata } from '../core/layers.js'
import type { Mention, MentionValue } from '../core/mention.js'
import type { FieldRecord, MentionRecord } from '../pipeline/records.js'
import type { Connection } from './database.js'
import { decodeSource } from './decode-source.js'
import { unpackScript } from './edit-script.js'
import { fromJson } from './json.js'
import { type ArticleRow, type MentionRow, toMention } from './record-rows.js'

/** The layers that facts are read from, up to the mentions; sentences follow from the body. */
export type MentionLayers = Pick<Layers, 'article' | 'body' | 'entities' | 'quantities' | 'dates'>

/** The layers of current results, made again of their records. */
export interface StoredLayers {
  /** Null for a document that failed, or whose mentions were kept without their places. */
  read(document: number, bytes: Uint8Array): MentionLayers | null
}

export function openStoredLayers(connection: Connection): StoredLayers {
  const article = connection.prepare<[number], StoredArticle>(
    `SELECT a.* FROM validity v JOIN articles a ON a.result = v.result
     WHERE v.document = ? AND v.to_run IS NULL`,
  )
  const mentions = connection.prepare<[number], StoredMention>(
    'SELECT * FROM mentions WHERE result = ? ORDER BY place, position',
  )
  return {
    read(document, bytes) {
      const row = article.get(document)
      if (row === undefined) return null
      const rows = mentions.all(row.result)
      if (rows.some(({ place }) => place === null)) return null
      let text = AlignedText.of(decodeSource(bytes, row.encoding))
      for (const edits of unpackScript(row.changes)) text = text.edit(edits)
      const places = new Map(rows.map(({ id, place }) => [id, place ?? 0]))
      const of = (kind: LayerOfMentions): Mention[] =>
        rows
          .filter((mention) => layerOf(mention.kind) === kind)
          .map((mention) => toLayerMention(mention, places))
      return {
        article: toLayerArticle(row, text),
        body: { text, flags: fromJson(row.flags) },
        entities: of('entities'),
        quantities: of('quantities'),
        dates: of('dates'),
      }
    },
  }
}

interface StoredArticle extends ArticleRow {
  readonly result: number
  readonly encoding: string
  readonly changes: Uint8Array
}

interface StoredMention extends MentionRow {
  readonly body_start: number | null
  readonly body_end: number | null
  readonly member: number | null
  readonly place: number | null
}

type LayerOfMentions = 'entities' | 'quantities' | 'dates'

function layerOf(kind: string): LayerOfMentions {
  return kind === 'quantity' ? 'quantities' : kind === 'date' ? 'dates' : 'entities'
}

/** Later stages read of the article what it says of itself; its lines before cleaning are not kept. */
function toLayerArticle(row: ArticleRow, body: AlignedText): Article {
  const places = fromJson<Readonly<Record<string, FieldRecord>>>(row.metadata)
  const field = (name: keyof Metadata): Field | null => {
    const value = row[name]
    const { spans, basis } = places[name] ?? { spans: [], basis: 'stated' }
    return value === null ? null : { value, sourceSpans: spans, basis }
  }
  return {
    title: field('title'),
    published: field('published'),
    publisher: field('publisher'),
    author: field('author'),
    editor: field('editor'),
    url: field('url'),
    text: body,
    script: row.script,
    region: null,
  }
}

function toLayerMention(row: StoredMention, places: ReadonlyMap<string, number>): Mention {
  const { kind, rule, entry, member } = row
  return {
    kind,
    span: { start: row.body_start ?? 0, end: row.body_end ?? 0 },
    value: toValue(toMention(row, ''), places),
    member,
    origin: { stage: layerOf(kind), rule, entry },
  }
}

function toValue(
  { quantity, date, entity }: MentionRecord,
  places: ReadonlyMap<string, number>,
): MentionValue {
  if (quantity !== undefined) {
    const { value, low, high, unit, mod } = quantity
    const exact = { value: decimal(value), low: decimal(low), high: decimal(high) }
    return { type: 'quantity', quantity: { ...exact, unit, mod } }
  }
  if (date !== undefined) {
    const { anchor } = date
    const mention = anchor?.mention == null ? null : (places.get(anchor.mention) ?? null)
    return { type: 'date', date: { ...date, anchor: anchor && { value: anchor.value, mention } } }
  }
  return { type: 'entity', entity: entity ?? { id: null, name: '', candidates: [] } }
}

function decimal(value: number | string | null): Decimal | null {
  return typeof value === 'number' ? toDecimal(value) : value === null ? null : parseDecimal(value)
}
