import { bisect } from '../core/bisect.js'
import type { AlignedText } from '../core/aligned-text.js'
import type { Fact, RoleName } from '../core/fact.js'
import { contentId } from '../core/fingerprint.js'
import type { Article, Field, Layers } from '../core/layers.js'
import type { Mention } from '../core/mention.js'
import { netEffectOf } from '../core/net-effect.js'
import { sliceSpan, type Span } from '../core/span.js'
import type { Timex } from '../core/timex.js'
import type {
  ArticleRecord,
  DateValue,
  FactRecord,
  FieldRecord,
  MentionRecord,
  RoleRecord,
  SentenceRecord,
} from './records.js'
import { toNumberValue, toQuantityValue } from './value-records.js'

const FIELDS = ['title', 'published', 'publisher', 'author', 'editor', 'url'] as const

/** The article's record, its text and edits in decoded offsets. */
export function toArticleRecord(
  id: string,
  { article, body }: Pick<Layers, 'article' | 'body'>,
): Omit<ArticleRecord, 'source'> {
  const { spans, edits, dropped } = netEffectOf(body.text)
  return {
    record: 'article',
    id,
    ...valuesOf(article),
    metadata: placesOf(article),
    script: article.script,
    text: body.text.text,
    spans,
    edits,
    dropped,
    duplicateOf: null,
    earlier: null,
    similarity: null,
    flags: body.flags,
  }
}

export interface BodyRecords {
  readonly sentences: readonly SentenceRecord[]
  readonly mentions: readonly MentionRecord[]
  /** For each mention record, in their order, what its layer tells and the record does not. */
  readonly places: readonly MentionPlace[]
  readonly facts: readonly FactRecord[]
}

/** Where a mention stands in its layer, from 0, and in the body. */
export interface MentionPlace {
  readonly span: Span
  readonly member: number | null
  readonly place: number
}

type BodyLayers = Pick<
  Layers,
  'body' | 'sentences' | 'entities' | 'quantities' | 'dates' | 'facts'
> &
  Partial<Pick<Layers, 'numbers'>>

/** The records of what the body holds, each list in text order, then by kind and id. */
export function toRecords(article: string, layers: BodyLayers): BodyRecords {
  return new RecordWriter(article, layers).write()
}

class RecordWriter {
  private readonly text: AlignedText
  private readonly sentenceIds: readonly string[]
  private readonly places = new Map<Mention, Place>()

  constructor(
    private readonly article: string,
    private readonly layers: BodyLayers,
  ) {
    this.text = layers.body.text
    this.sentenceIds = layers.sentences.map(({ span }) =>
      contentId('s_', `${article} ${spansKey(this.text.toSource(span))}`),
    )
    for (const mention of mentionsOf(layers)) this.places.set(mention, this.placeOf(mention))
  }

  write(): BodyRecords {
    const { facts } = this.layers
    const found = this.layerPlaces()
    const mentions: (Starting<MentionRecord> & { readonly layer: MentionPlace })[] = []
    for (const [mention, place] of this.places) {
      const layer = { span: mention.span, member: mention.member, place: found.get(mention) ?? 0 }
      mentions.push({ start: mention.span.start, record: this.mention(mention, place), layer })
    }
    const sorted = inTextOrder(mentions)
    const factRecords = new Map<string, Starting<FactRecord>>()
    for (const fact of facts) {
      const record = this.fact(fact)
      if (!factRecords.has(record.id))
        factRecords.set(record.id, { start: fact.spans[0]?.start ?? 0, record })
    }
    return {
      sentences: this.layers.sentences.map((sentence, index) => ({
        record: 'sentence',
        id: this.sentenceIds[index] ?? '',
        article: this.article,
        index: sentence.index,
        text: sliceSpan(this.text.text, sentence.span),
        spans: this.text.toSource(sentence.span),
      })),
      mentions: sorted.map(({ record }) => record),
      places: sorted.map(({ layer }) => layer),
      facts: inTextOrder([...factRecords.values()]).map(({ record }) => record),
    }
  }

  private layerPlaces(): ReadonlyMap<Mention, number> {
    const { entities, quantities, dates, numbers = [] } = this.layers
    const layers = [entities, quantities, dates, numbers]
    return new Map(layers.flatMap((layer) => layer.map((mention, place) => [mention, place])))
  }

  private mention(mention: Mention, { id, spans }: Place): MentionRecord {
    return {
      record: 'mention',
      id,
      article: this.article,
      sentence: this.sentenceAt(mention.span),
      kind: mention.kind,
      text: sliceSpan(this.text.text, mention.span),
      spans,
      rule: mention.origin.rule,
      entry: mention.origin.entry,
      ...this.valueOf(mention),
    }
  }

  private valueOf({
    value,
  }: Mention): Pick<MentionRecord, 'entity' | 'quantity' | 'date' | 'number'> {
    switch (value.type) {
      case 'entity':
        return { entity: value.entity }
      case 'quantity':
        return { quantity: toQuantityValue(value.quantity) }
      case 'date':
        return { date: this.dateValue(value.date) }
      case 'number':
        return { number: toNumberValue(value.number) }
    }
  }

  private dateValue({ type, value, mod, start, end, anchor }: Timex): DateValue {
    const earlier = anchor?.mention == null ? undefined : this.layers.dates[anchor.mention]
    const mention = earlier === undefined ? null : (this.places.get(earlier)?.id ?? null)
    return { type, value, mod, start, end, anchor: anchor && { value: anchor.value, mention } }
  }

  private fact(fact: Fact): FactRecord {
    const roles: Partial<Record<RoleName, RoleRecord>> = {}
    for (const name of ROLE_NAMES) {
      const role = fact.roles[name]
      if (role === undefined) continue
      const mention = role.mention && (this.places.get(role.mention)?.id ?? null)
      roles[name] = { mention, basis: role.basis }
    }
    return {
      record: 'fact',
      id: this.factId(fact),
      article: this.article,
      sentence: this.sentenceIds[fact.sentence] ?? '',
      kind: fact.kind,
      rule: fact.origin.rule ?? '',
      spans: fact.spans.flatMap((span) => this.text.toSource(span)),
      roles,
      subject: fact.subject,
      ...contentOf(fact),
      time: fact.time,
      modality: fact.modality,
      attribution: fact.attribution,
    }
  }

  /** Ids hold neither rule, value nor code, so that they survive edits of rules. */
  private factId(fact: Fact): string {
    let key = `${this.article} ${fact.kind} ${nameOf(fact)}`
    for (const name of ROLE_NAMES) {
      const role = fact.roles[name]
      if (role === undefined) continue
      key += ` ${name}`
      if (role.mention !== null)
        key += ` ${(this.places.get(role.mention) ?? this.placeOf(role.mention)).key}`
    }
    return contentId('f_', key)
  }

  private placeOf({ kind, span, member }: Mention): Place {
    const spans = this.text.toSource(span)
    const key = `${member ?? '-'} ${spansKey(spans)}`
    return { id: contentId('m_', `${this.article} ${kind} ${key}`), key, spans }
  }

  private sentenceAt(span: Span): string {
    const { sentences } = this.layers
    const count = bisect(sentences.length, (index) => sentences[index]!.span.start <= span.start)
    return this.sentenceIds[count - 1] ?? ''
  }
}

/** Where a mention stands in the source; `key` is how ids say it, the member number first. */
interface Place {
  readonly id: string
  readonly key: string
  readonly spans: readonly Span[]
}

/** A record with where it starts in the body. */
interface Starting<T> {
  readonly start: number
  readonly record: T
}

const ROLE_NAMES: readonly RoleName[] = ['subject', 'object', 'quantity', 'time']

function mentionsOf({ entities, quantities, dates, numbers = [] }: BodyLayers): Mention[] {
  return [...entities, ...quantities, ...dates, ...numbers]
}

function nameOf(fact: Fact): string {
  switch (fact.kind) {
    case 'measure':
      return fact.metric.id ?? fact.metric.text
    case 'relation':
      return fact.relation
    case 'event':
      return fact.event
  }
}

function contentOf(fact: Fact): Partial<FactRecord> {
  switch (fact.kind) {
    case 'measure':
      return { metric: fact.metric, quantity: toQuantityValue(fact.quantity) }
    case 'relation':
      return { relation: fact.relation, object: fact.object }
    case 'event':
      return { event: fact.event }
  }
}

function valuesOf(article: Article): Pick<ArticleRecord, (typeof FIELDS)[number]> {
  const value = (name: (typeof FIELDS)[number]) => article[name]?.value ?? null
  return {
    title: value('title'),
    published: value('published'),
    publisher: value('publisher'),
    author: value('author'),
    editor: value('editor'),
    url: value('url'),
  }
}

function placesOf(article: Article): Record<string, FieldRecord> {
  const places: Record<string, FieldRecord> = {}
  for (const name of FIELDS) {
    const field: Field | null = article[name]
    if (field !== null) places[name] = { spans: field.sourceSpans, basis: field.basis }
  }
  return places
}

function inTextOrder<T extends Starting<{ readonly kind: string; readonly id: string }>>(
  items: T[],
): T[] {
  return items.sort(
    (a, b) =>
      a.start - b.start ||
      compare(a.record.kind, b.record.kind) ||
      compare(a.record.id, b.record.id),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function spansKey(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(' ')
}
