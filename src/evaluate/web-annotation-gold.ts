import { codeUnitOffsets } from '../core/code-points.js'
import { hullOf, type Span } from '../core/span.js'
import { decodeSource } from '../store/decode-source.js'
import { goldProblem, parseJson } from './annotation-problem.js'
import type { Gold, GoldDate, GoldEntity, GoldFact, GoldQuantity } from './gold.js'
import { annotationPage, type WebBody, type WebTarget } from './web-annotation-schema.js'

/**
 * Reads a page of W3C Web Annotations as `export --format webannotation` writes it, back to an
 * annotation of the decoded page. What the page does not say it annotates is not scored.
 * @throws {ConfigError} if it is not of that form; `file` is what the message shows
 */
export function parseWebAnnotations(text: string, page: Uint8Array, file: string): Gold {
  const { items, annotates, wasGeneratedBy } = parseJson(text, annotationPage, file)
  const charset = /charset=([^\s;]+)/.exec(wasGeneratedBy?.used?.format ?? '')?.[1]
  const units = codeUnitOffsets(decode(page, charset ?? 'utf-8', file))
  const found: Found = { article: null, entities: [], quantities: [], dates: [], facts: [] }
  for (const { body, target } of items) {
    const spans = target.flatMap((one) => spansOf(one, units))
    for (const value of body) collect(value, spans, found)
  }
  const { article, entities, quantities, dates, facts } = found
  const isGiven = (kind: string, lists: readonly (readonly unknown[])[]): boolean =>
    annotates?.includes(kind) ?? lists.some((list) => list.length > 0)
  return {
    ...(article ?? {}),
    ...(isGiven('mention', [entities, quantities, dates]) ? { entities, quantities, dates } : {}),
    ...(isGiven('fact', [facts]) ? { facts } : {}),
  }
}

/** What is read so far. */
interface Found {
  article: Pick<Gold, 'title' | 'published' | 'source' | 'author' | 'body'> | null
  readonly entities: GoldEntity[]
  readonly quantities: GoldQuantity[]
  readonly dates: GoldDate[]
  readonly facts: GoldFact[]
}

function collect(value: WebBody, spans: readonly Span[], found: Found): void {
  if ('article' in value) {
    found.article = { ...value.article, body: spans }
    return
  }
  if ('fact' in value) {
    // Annotations hold no plans and targets.
    if (value.modality === 'actual') found.facts.push(value.fact)
    return
  }
  if (spans.length === 0) return
  if ('entity' in value) found.entities.push({ ...hullOf(spans), ...value.entity })
  if ('quantity' in value) found.quantities.push({ ...hullOf(spans), ...value.quantity })
  if ('date' in value) found.dates.push({ ...hullOf(spans), ...value.date })
}

function decode(page: Uint8Array, charset: string, file: string): string {
  try {
    return decodeSource(page, charset)
  } catch {
    throw goldProblem(file, 'gold-charset', `there is no character set "${charset}".`)
  }
}

/** Places are told by position; the quote beside it says the same. */
function spansOf({ selector }: WebTarget, units: Uint32Array): Span[] {
  return selector.flatMap((one) => {
    if (one.type !== 'TextPositionSelector') return []
    const start = units[one.start ?? -1]
    const end = units[one.end ?? -1]
    return start === undefined || end === undefined ? [] : [{ start, end }]
  })
}
