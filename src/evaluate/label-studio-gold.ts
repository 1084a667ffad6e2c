import { z } from 'zod'
import { bisect } from '../core/bisect.js'
import { codeUnitOffsets } from '../core/code-points.js'
import { hullOf, type Span } from '../core/span.js'
import { parseJson } from './annotation-problem.js'
import type { Gold, GoldFact } from './gold.js'

/** A task of Label Studio, read back: the page it is of, and what is said of it. */
export interface LabelledPage {
  readonly name: string
  /** Its file, in the folder of the tasks. */
  readonly page: string
  readonly gold: Gold
}

/**
 * Reads tasks as `export --format labelstudio` writes them, or as Label Studio gives them back. Of a
 * task that people have labelled the ground truth counts, else the latest annotation; of one that
 * nobody has, the prediction.
 * @throws {ConfigError} if it is not of that form; `file` is what the message shows
 */
export function parseLabelStudio(text: string, file: string): readonly LabelledPage[] {
  return parseJson(text, taskFile, file).map(({ data, annotations, predictions }) => {
    const valid = annotations.filter(({ was_cancelled: isSkipped }) => !isSkipped)
    const chosen = valid.find(({ ground_truth: isTrue }) => isTrue) ?? valid.at(-1)
    const result = (chosen ?? predictions[0])?.result ?? []
    const { name, page, kinds } = data
    return { name, page, gold: readResult(result, data, kinds) }
  })
}

function readResult(result: readonly Result[], data: Task['data'], kinds: readonly string[]): Gold {
  const place = placeFinder(data)
  const regions = readRegions(result)
  const placed = regions.flatMap((region) => {
    const span = place(region)
    return span === null ? [] : [{ ...region, span }]
  })
  const of = (label: string): typeof placed => placed.filter((one) => one.label === label)
  const entities = placed.filter(({ label }) => !OWN_LABELS.has(label))
  const field = (name: string): string | null =>
    result.find((one) => one.from_name === name)?.value?.text?.[0] ?? null
  return {
    ...(kinds.includes('article')
      ? {
          title: field('title'),
          published: field('published'),
          source: field('source'),
          author: field('author'),
        }
      : {}),
    ...(kinds.includes('mention')
      ? {
          entities: entities.map(({ span, label: kind, text, said }) => {
            return { ...span, kind, text, canonical: said.get('canonical') ?? text }
          }),
          quantities: of('quantity').map(({ span, text, said }) => {
            return { ...span, text, ...amountOf(said), mod: said.get('mod') ?? 'exact' }
          }),
          dates: of('date').map(({ span, text, said }) => {
            const [type = 'DATE', value = '', mod = null] = [
              said.get('type'),
              said.get('value'),
              said.get('mod'),
            ]
            return { ...span, text, type, value, mod }
          }),
        }
      : {}),
    ...(kinds.includes('fact')
      ? {
          facts: (['measure', 'relation', 'event'] as const).flatMap((kind) =>
            of(kind).map(({ said }) => factOf(kind, said)),
          ),
        }
      : {}),
  }
}

const OWN_LABELS: ReadonlySet<string> = new Set([
  'quantity',
  'date',
  'measure',
  'relation',
  'event',
])

/** A labelled place in the text shown, in code points, and what is said of it by field. */
interface Region {
  readonly label: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly said: ReadonlyMap<string, string>
}

function readRegions(result: readonly Result[]): Region[] {
  const said = new Map<string, Map<string, string>>()
  for (const { id, from_name: name, value } of result) {
    const given = value?.text?.[0] ?? value?.choices?.[0]
    if (id === undefined || name === undefined || given === undefined) continue
    const fields = said.get(id) ?? new Map<string, string>()
    // `date-value` is the field `value` of a region labelled `date`.
    fields.set(name.slice(name.lastIndexOf('-') + 1), given)
    said.set(id, fields)
  }
  return result.flatMap(({ id = '', type, value }) => {
    const label = value?.labels?.[0]
    if (type !== 'labels' || label === undefined) return []
    const { start = 0, end = 0, text = [] } = value ?? {}
    return [{ label, start, end, text: text.join(''), said: said.get(id) ?? new Map() }]
  })
}

/** From the text shown to the page: the hull of all that a region's words stand for there. */
function placeFinder({ text, alignment }: Task['data']): (region: Region) => Span | null {
  const units = codeUnitOffsets(text)
  return (region) => {
    const start = units[region.start] ?? text.length
    const end = units[region.end] ?? text.length
    const pieces: Span[] = []
    const first = bisect(alignment.length, (row) => (alignment[row]?.[1] ?? 0) <= start)
    for (let row = first; row < alignment.length; row++) {
      const [from = 0, to = 0, sourceStart = 0, sourceEnd = 0] = alignment[row] ?? []
      if (from >= end) break
      const shift = sourceStart - from
      pieces.push(
        to - from === sourceEnd - sourceStart
          ? { start: Math.max(from, start) + shift, end: Math.min(to, end) + shift }
          : { start: sourceStart, end: sourceEnd },
      )
    }
    return pieces.length === 0 ? null : hullOf(pieces)
  }
}

function amountOf(said: ReadonlyMap<string, string>): {
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string
} {
  const [value = null, low = null, high = null] = ['value', 'low', 'high'].map((name) =>
    said.get(name),
  )
  return { value, low, high, unit: said.get('unit') ?? '' }
}

function factOf(kind: GoldFact['kind'], said: ReadonlyMap<string, string>): GoldFact {
  return {
    kind,
    subject: said.get('subject') ?? '',
    metric: said.get('metric'),
    ...(kind === 'measure' ? amountOf(said) : {}),
    mod: said.get('mod'),
    relation: said.get('relation'),
    object: said.get('object'),
    event: said.get('event'),
    time: said.get('time') ?? null,
  }
}

const result = z.object({
  id: z.string().optional(),
  type: z.string(),
  from_name: z.string().optional(),
  value: z
    .object({
      start: z.number().int().optional(),
      end: z.number().int().optional(),
      text: z.union([z.array(z.string()), z.string().transform((one) => [one])]).optional(),
      labels: z.array(z.string()).optional(),
      choices: z.array(z.string()).optional(),
    })
    .optional(),
})
type Result = z.infer<typeof result>

const task = z.object({
  data: z.object({
    text: z.string(),
    name: z.string(),
    page: z.string(),
    kinds: z.array(z.string()),
    alignment: z.array(
      z.tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int()]),
    ),
  }),
  annotations: z
    .array(
      z.object({
        was_cancelled: z.boolean().default(false),
        ground_truth: z.boolean().default(false),
        result: z.array(result),
      }),
    )
    .default([]),
  predictions: z.array(z.object({ result: z.array(result) })).default([]),
})
type Task = z.infer<typeof task>

const taskFile = z.union([z.array(task), task.transform((one) => [one])])
