import { UsageError } from '../core/errors.js'
import type { Layers } from '../core/layers.js'
import { sliceSpan, type Span, spansOverlap } from '../core/span.js'
import { netEffectOf } from '../core/net-effect.js'
import { type Absence, explainAbsence } from '../pipeline/explain-absence.js'
import { loadPipeline, loadPlan } from '../pipeline/load.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import { recogniseLayers } from '../pipeline/recognise.js'
import { runStages } from '../pipeline/run-stages.js'
import { useStore } from '../store/store.js'
import { chooseRun } from './choose-run.js'
import { storePath } from './command.js'

export interface AbsenceOptions {
  readonly store?: string
  readonly pipeline?: string
  readonly text?: string
  readonly article?: string
  readonly span?: string
  readonly rule?: string
  readonly published?: string
  readonly region?: string
}

/** True where a place is asked about, not a record. */
export function asksForAbsence({ text, article, span }: AbsenceOptions): boolean {
  return text !== undefined || article !== undefined || span !== undefined
}

/** @throws {UsageError} for options that do not go together, and unknown articles, spans and rules */
export async function explainPlace(options: AbsenceOptions): Promise<Absence> {
  const { text, article, span, rule } = options
  const pipeline = loadPipeline(options.pipeline)
  const plan = loadPlan(options.pipeline)
  const asked = rule ?? null
  if (text !== undefined) {
    if (article !== undefined || span !== undefined)
      throw new UsageError('why-options', '--text goes without --article and --span.')
    const { published = null, region = null } = options
    const layers = recogniseLayers(pipeline, { text, published, region })
    const places = [{ start: 0, end: layers.body.text.text.length }]
    return explainAbsence(pipeline, plan, { layers, places, dropped: [], asked })
  }
  if (article === undefined || span === undefined)
    throw new UsageError('why-options', '--article a_… and --span START-END go together.')
  const place = parseSpan(span)
  const layers = await readLayers(pipeline, article, options.store)
  const source = layers.body.text.source
  const dropped = netEffectOf(layers.body.text)
    .dropped.filter((one) => !LAYOUT.has(one.kind) && spansOverlap(one, place))
    .map(({ kind, rule: by, start, end }) => {
      return { kind, rule: by, text: sliceSpan(source, { start, end }) }
    })
  const places = layers.body.text.fromSource(place)
  return explainAbsence(pipeline, plan, { layers, places, dropped, asked })
}

/** What every page drops between words. */
const LAYOUT: ReadonlySet<string> = new Set(['markup', 'space'])

function parseSpan(text: string): Span {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text) ?? []
  const span = { start: Number(start), end: Number(end) }
  if (span.start < span.end) return span
  const message = `--span ${text}: expected two offsets in the decoded source, such as 120-164.`
  throw new UsageError('why-span', message)
}

/** The article's page, read again by the pipeline as it is now. */
async function readLayers(pipeline: Pipeline, article: string, store?: string): Promise<Layers> {
  const bytes = await useStore(storePath(store), { create: false }, (opened) => {
    const document = opened.read(chooseRun(opened, undefined)).findArticle(article)
    return Promise.resolve(document === null ? null : opened.bytes(document))
  })
  if (bytes === null) {
    const message = `${article}: no current article has this id. "yuanju export --records article" lists them.`
    throw new UsageError('id-unknown', message)
  }
  const result = runStages(pipeline, { bytes })
  if (result.ok) return result.layers
  throw new UsageError('article-failed', `${article}: ${result.failure.message}`)
}
