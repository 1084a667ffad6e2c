import type { AlignedText } from '../core/aligned-text.js'
import { codePointOffsets } from '../core/code-points.js'
import { hullOf, sliceSpan, type Span } from '../core/span.js'
import type { FactRecord, MentionRecord } from '../pipeline/records.js'
import { bodySpans } from '../store/body-places.js'
import type { AnnotatedArticle, AnnotatedKind } from './annotated-article.js'

/**
 * An article as a task of Label Studio with what was found as a prediction. People label the body,
 * which is clean and of one piece; `alignment` leads from there to the page, so that nothing of a
 * split place is lost. Regions count code points of the body, as Label Studio does.
 */
export function toLabelStudioTask(
  { name, page, encoding, body, article, mentions, facts, run }: AnnotatedArticle,
  kinds: readonly AnnotatedKind[],
): object {
  const codePoints = codePointOffsets(body.text)
  const regionAt = (spans: readonly Span[]): Region | null => {
    const found = bodySpans(body, spans)
    if (found.length === 0) return null
    const hull = hullOf(found)
    return {
      start: codePoints[hull.start] ?? 0,
      end: codePoints[hull.end] ?? 0,
      text: sliceSpan(body.text, hull),
    }
  }
  const { title, published, publisher: source, author } = article
  const stated = facts.filter(({ modality }) => modality === 'actual')
  return {
    data: {
      text: body.text,
      name,
      page,
      encoding,
      article: article.id,
      kinds,
      alignment: alignmentOf(body),
    },
    predictions: [
      {
        model_version: `yuanju ${run.code}, run ${run.id} of ${run.pipeline}`,
        result: [
          ...(kinds.includes('article')
            ? articleResults({ title, published, source, author })
            : []),
          ...(kinds.includes('mention')
            ? mentions.flatMap((mention) => mentionResults(mention, regionAt(mention.spans)))
            : []),
          ...(kinds.includes('fact')
            ? stated.flatMap((fact) => factResults(fact, regionAt(fact.spans), kinds))
            : []),
        ],
      },
    ],
  }
}

/** A place in the body, in code points, with its words. */
interface Region {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The body's stretches and what of the page each stands for, `[start, end, from, to]` in UTF-16 code
 * units of either; where both are as long, character for character.
 */
function alignmentOf(body: AlignedText): readonly (readonly [number, number, number, number])[] {
  const rows: [number, number, number, number][] = []
  let wasLinear = false
  for (const { text, source, linear } of body.pieces()) {
    if (text.start === text.end || source.start === source.end) continue
    const last = rows[rows.length - 1]
    if (linear && wasLinear && last?.[1] === text.start && last[3] === source.start) {
      last[1] = text.end
      last[3] = source.end
    } else rows.push([text.start, text.end, source.start, source.end])
    wasLinear = linear
  }
  return rows
}

function articleResults(fields: Readonly<Record<string, string | null>>): object[] {
  return Object.entries(fields).flatMap(([name, text]) =>
    text === null
      ? []
      : [{ id: name, from_name: name, to_name: 'text', type: 'textarea', value: { text: [text] } }],
  )
}

function mentionResults(mention: MentionRecord, region: Region | null): object[] {
  const { id, kind, entity, quantity, date } = mention
  if (region === null) return []
  const fields = {
    ...(entity === undefined ? {} : { canonical: entity.name }),
    ...(quantity === undefined ? {} : quantity),
    ...(date === undefined ? {} : { type: date.type, value: date.value, mod: date.mod }),
  }
  return regionResults({ id, label: kind, region }, fields)
}

function factResults(
  fact: FactRecord,
  region: Region | null,
  kinds: readonly AnnotatedKind[],
): object[] {
  if (region === null) return []
  const { id, kind, subject, metric, quantity, relation, object, event, time, roles } = fact
  const fields = {
    subject: subject.name,
    metric: metric?.text,
    ...(quantity ?? {}),
    relation,
    object: object?.name,
    event,
    time: time?.value,
  }
  const relations = Object.entries(roles).flatMap(([role, { mention }]) =>
    mention === null || !kinds.includes('mention')
      ? []
      : [{ type: 'relation', from_id: id, to_id: mention, direction: 'right', labels: [role] }],
  )
  return [...regionResults({ id, label: kind, region }, fields), ...relations]
}

/** A region with its label, and what is said of it: a choice where there are few answers. */
function regionResults(
  { id, label, region }: { id: string; label: string; region: Region },
  fields: Readonly<Record<string, string | number | null | undefined>>,
): object[] {
  const base = { id, to_name: 'text' }
  const { start, end } = region
  const said = Object.entries(fields).flatMap(([field, value]) => {
    if (value == null) return []
    const isChoice = CHOICES.has(`${label}-${field}`)
    const type = isChoice ? 'choices' : 'textarea'
    const given = isChoice ? { choices: [value] } : { text: [String(value)] }
    return [{ ...base, from_name: `${label}-${field}`, type, value: { start, end, ...given } }]
  })
  const value = { ...region, labels: [label] }
  return [{ ...base, from_name: 'label', type: 'labels', value }, ...said]
}

const CHOICES: ReadonlySet<string> = new Set([
  'quantity-mod',
  'date-type',
  'date-mod',
  'measure-mod',
  'relation-relation',
  'event-event',
])
