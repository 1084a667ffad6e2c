import { AlignedText } from '../core/aligned-text.js'
import { InvariantError } from '../core/errors.js'
import type { Article, Field, LayerName, Layers, Page, Simplified } from '../core/layers.js'
import { hullOf, type Span } from '../core/span.js'
import type { Pipeline } from './pipeline.js'
import { runStages } from './run-stages.js'
import type { FactRecord, MentionRecord } from './records.js'
import { toRecords } from './to-records.js'

export interface LineInput {
  readonly text: string
  /** The day relative dates count from, `2024-02-26`; null if unknown. */
  readonly published: string | null
  /** The place that 省医院 or 市一院 belong to; null if unknown. */
  readonly region: string | null
}

/** A mention of a line: offsets and `quote` in the line as given, `text` simplified. */
export interface LineMention extends Omit<
  MentionRecord,
  'record' | 'id' | 'article' | 'sentence' | 'spans' | 'date'
> {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly spans: readonly Span[]
  readonly date?: Omit<NonNullable<MentionRecord['date']>, 'anchor'> & {
    readonly anchor: { readonly value: string; readonly mention: number | null } | null
  }
}

/** A fact of a line; its roles name mentions by their index in the line's list. */
export interface LineFact extends Omit<
  FactRecord,
  'record' | 'id' | 'article' | 'sentence' | 'roles'
> {
  readonly start: number
  readonly end: number
  readonly roles: Readonly<
    Record<string, { readonly mention: number | null; readonly basis: string }>
  >
}

export interface LineResult {
  readonly text: string
  readonly mentions: readonly LineMention[]
  readonly facts: readonly LineFact[]
}

/**
 * Recognisers and rules alone on a text, no page around it: it is repaired and simplified, but
 * nothing is taken for boilerplate. `onRequest` names layers that are made only where asked for:
 * numbers. Pure.
 * @throws {InvariantError} if a stage fails, which no text should bring about
 */
export function recogniseLine(
  pipeline: Pipeline,
  input: LineInput,
  onRequest: readonly LayerName[] = [],
): LineResult {
  const asked = pipeline.onRequest.filter(({ provides }) => onRequest.includes(provides))
  const layers = recogniseLayers({ ...pipeline, stages: [...pipeline.stages, ...asked] }, input)
  const { mentions, facts } = toRecords('', layers)
  const indexOf = new Map(mentions.map((mention, index) => [mention.id, index]))
  const place = (id: string | null): number | null =>
    id === null ? null : (indexOf.get(id) ?? null)
  return {
    text: input.text,
    mentions: mentions.map(
      ({ record: _r, id: _i, article: _a, sentence: _s, date, ...mention }) => ({
        ...mention,
        ...placeOf(mention.spans, input.text),
        quote: mention.spans.map(({ start, end }) => input.text.slice(start, end)).join(''),
        ...(date === undefined
          ? {}
          : {
              date: {
                ...date,
                anchor: date.anchor && { ...date.anchor, mention: place(date.anchor.mention) },
              },
            }),
      }),
    ),
    facts: facts.map(({ record: _r, id: _i, article: _a, sentence: _s, roles, ...fact }) => ({
      ...fact,
      ...placeOf(fact.spans, input.text),
      roles: Object.fromEntries(
        Object.entries(roles).map(([name, role]) => [
          name,
          { ...role, mention: place(role.mention) },
        ]),
      ),
    })),
  }
}

/** The layers behind `recogniseLine`: the body is the whole text. */
export function recogniseLayers(pipeline: Pipeline, input: LineInput): Layers {
  const bytes = new Uint8Array()
  const decoded = { text: input.text, encoding: 'utf-8' }
  const upToSimplified = untilProvides(pipeline, 'simplified')
  const { simplified } = run(upToSimplified, { bytes, decoded, page: pageOf(input.text) })
  return run(pipeline, {
    bytes,
    decoded,
    page: pageOf(input.text),
    repaired: simplified.text,
    simplified,
    article: articleOf(simplified, input),
    body: { text: simplified.text, flags: [] },
  })
}

function run(pipeline: Pipeline, given: Partial<Layers>): Layers {
  const result = runStages(pipeline, given)
  if (!result.ok) throw new InvariantError(result.failure.message)
  return result.layers
}

function untilProvides(pipeline: Pipeline, layer: keyof Layers): Pipeline {
  const last = pipeline.stages.findIndex((stage) => stage.provides === layer)
  return { ...pipeline, stages: pipeline.stages.slice(0, last + 1) }
}

function pageOf(text: string): Page {
  const blocks = text.split('\n').map((line) => ({
    tag: 'line',
    path: '',
    name: null,
    length: line.length,
    linkLength: 0,
  }))
  return { format: 'text', text: AlignedText.of(text), blocks }
}

function articleOf(simplified: Simplified, { published, region }: LineInput): Article {
  const field = (value: string): Field => ({ value, sourceSpans: [], basis: 'stated' })
  return {
    title: null,
    published: published === null ? null : field(published),
    publisher: null,
    author: null,
    editor: null,
    url: null,
    text: simplified.text,
    script: simplified.scripts[0] ?? 'other',
    region,
  }
}

function placeOf(spans: readonly Span[], text: string): Span {
  return spans.length === 0 ? { start: 0, end: text.length } : hullOf(spans)
}
