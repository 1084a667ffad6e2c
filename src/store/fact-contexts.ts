import { NetAlignment } from '../core/net-alignment.js'
import type { NetEffect } from '../core/net-effect.js'
import type { Span } from '../core/span.js'
import type { FactRecord, MentionRecord } from '../pipeline/records.js'
import type { Connection } from './database.js'
import type { FactPlace } from './fact-query.js'
import { fromJson } from './json.js'
import { unpackNetEdits } from './net-edits.js'
import { type FactRow, type MentionRow, toFact, toMention } from './record-rows.js'

/** A fact with what is shown beside it: its sentence, and where in it which words stand. */
export interface FactContext {
  readonly place: FactPlace
  readonly fact: FactRecord
  readonly sha256: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly url: string | null
  readonly flags: readonly string[]
  /** The run that made the fact's article what it is. */
  readonly madeBy: number
  readonly sentence: string
  /** What the rule matched, in the sentence's offsets. */
  readonly matched: readonly Span[]
  readonly mentions: readonly PlacedMention[]
}

export interface PlacedMention {
  readonly mention: MentionRecord
  /** In the sentence's offsets. */
  readonly spans: readonly Span[]
}

/** Reads facts with their sentences, each as cheaply as its article allows. */
export interface FactContexts {
  at(places: readonly FactPlace[]): Promise<readonly FactContext[]>
  /** The current fact with this id; null for an unknown one. */
  find(id: string): Promise<FactContext | null>
  /** The facts alone. */
  facts(places: readonly FactPlace[]): Promise<readonly FactRecord[]>
  /** The current facts among these, by id, without their sentences. */
  records(ids: readonly string[]): Promise<readonly FactRecord[]>
}

export function openFactContexts(connection: Connection): FactContexts {
  const fact = connection.prepare<[number, number], FactRow>(
    'SELECT * FROM facts WHERE result = ? AND position = ?',
  )
  const article = connection.prepare<[number], HeadRow>(
    `SELECT a.id, d.sha256, a.title, a.publisher, a.published, a.url, a.flags, r.run AS madeBy
     FROM articles a JOIN results r ON r.key = a.result JOIN documents d ON d.key = r.document
     WHERE a.result = ?`,
  )
  const effect = connection.prepare<[number], EffectRow>(
    'SELECT spans, edits, edit_rules, dropped FROM articles WHERE result = ?',
  )
  const sentence = connection.prepare<[number, number], SentenceRow>(
    'SELECT id, text, spans FROM sentences WHERE result = ? AND position = ?',
  )
  const mentions = connection.prepare<[number, string], MentionRow>(
    'SELECT * FROM mentions WHERE result = ? AND sentence = ? ORDER BY position',
  )
  const byId = connection.prepare<[string], FactPlace>(
    `SELECT f.result, f.position,
       (SELECT s.position FROM sentences s WHERE s.result = f.result AND s.id = f.sentence) AS sentence
     FROM facts f JOIN validity v ON v.result = f.result
     WHERE f.id = ? AND v.to_run IS NULL`,
  )
  const record = connection.prepare<[string], FactRow & { article: string }>(
    `SELECT f.*, a.id AS article FROM facts f JOIN articles a ON a.result = f.result
     JOIN validity v ON v.result = f.result WHERE f.id = ? AND v.to_run IS NULL`,
  )
  const alignments = new Map<number, NetAlignment>()
  const alignmentOf = (result: number): NetAlignment => {
    let alignment = alignments.get(result)
    if (alignment === undefined) {
      const row = effect.get(result)
      if (row === undefined) throw new RangeError(`Result ${result} has no article.`)
      const net = toNetEffect(row)
      const end = Math.max(net.spans.at(-1)?.end ?? 0, net.dropped.at(-1)?.end ?? 0)
      alignment = new NetAlignment(net, end)
      const [oldest] = alignments.keys()
      if (oldest !== undefined && alignments.size >= MOST_ALIGNMENTS) alignments.delete(oldest)
      alignments.set(result, alignment)
    }
    return alignment
  }
  const read = (place: FactPlace): FactContext[] => {
    const { result } = place
    const row = fact.get(result, place.position)
    const head = article.get(result)
    const words = sentence.get(result, place.sentence)
    if (row === undefined || head === undefined || words === undefined) return []
    const { id, flags, ...rest } = head
    const alignment = alignmentOf(result)
    const outer = fromJson<readonly Span[]>(words.spans)
    const from = outer.flatMap((span) => alignment.toBody(span))[0]?.start ?? 0
    const within = (spans: readonly Span[]): Span[] => joinInBody(alignment, spans, from)
    const found = toFact(row, id)
    return [
      {
        ...rest,
        place,
        fact: found,
        flags: fromJson(flags),
        sentence: words.text,
        matched: within(found.spans),
        mentions: mentions.all(result, words.id).map((mentionRow) => {
          const mention = toMention(mentionRow, id)
          return { mention, spans: within(mention.spans) }
        }),
      },
    ]
  }
  return {
    at: (places) => Promise.resolve(places.flatMap(read)),
    find(id) {
      const place = byId.get(id)
      return Promise.resolve(place === undefined ? null : (read(place)[0] ?? null))
    },
    facts: (places) =>
      Promise.resolve(
        places.flatMap(({ result, position }) => {
          const row = fact.get(result, position)
          return row === undefined ? [] : [toFact(row, article.get(result)?.id ?? '')]
        }),
      ),
    records: (ids) =>
      Promise.resolve(
        ids.flatMap((id) => {
          const row = record.get(id)
          return row === undefined ? [] : [toFact(row, row.article)]
        }),
      ),
  }
}

/** Articles whose alignment is kept at hand: a page of facts has fewer. */
const MOST_ALIGNMENTS = 100

interface HeadRow {
  readonly id: string
  readonly sha256: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
  readonly url: string | null
  readonly flags: string
  readonly madeBy: number
}

interface EffectRow {
  readonly spans: string
  readonly edits: string
  readonly edit_rules: string
  readonly dropped: string
}

interface SentenceRow {
  readonly id: string
  readonly text: string
  readonly spans: string
}

function toNetEffect(row: EffectRow): NetEffect {
  const { spans, edits, edit_rules: rules, dropped } = row
  return {
    spans: fromJson(spans),
    edits: unpackNetEdits({ edits, rules }),
    dropped: fromJson(dropped),
  }
}

/** Source ranges in the offsets of a sentence that begins at `from` in the body; touching ones joined. */
function joinInBody(alignment: NetAlignment, spans: readonly Span[], from: number): Span[] {
  const joined: Span[] = []
  for (const { start, end } of spans.flatMap((span) => alignment.toBody(span))) {
    const last = joined.at(-1)
    if (last !== undefined && start - from <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end - from) }
    else joined.push({ start: start - from, end: end - from })
  }
  return joined
}
