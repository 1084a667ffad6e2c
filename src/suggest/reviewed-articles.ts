import type { Layers } from '../core/layers.js'
import { hullOf, sliceSpan } from '../core/span.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import type { FactRecord } from '../pipeline/records.js'
import { runStages } from '../pipeline/run-stages.js'
import { toRecords } from '../pipeline/to-records.js'
import { bodySpans } from '../store/body-places.js'
import { evidenceKey } from '../store/evidence.js'
import type { JudgedFact } from '../store/judged-facts.js'
import type { WrongMatch } from './narrow-pattern.js'

/** An article with its layers and the facts that the rules make of it now. */
export interface ReviewedArticle {
  readonly id: string
  readonly layers: Layers
  readonly facts: readonly FoundFact[]
}

export interface FoundFact {
  readonly fact: FactRecord
  /** What verdicts are keyed to. */
  readonly key: string
  readonly sentence: string
  readonly match: WrongMatch
}

/** The articles of judged facts, by id, as the pipeline reads them now; those that are gone left out. */
export function readReviewedArticles(
  pipeline: Pipeline,
  judged: readonly JudgedFact[],
  bytes: (article: string) => Uint8Array | null,
): ReviewedArticle[] {
  const ids = [...new Set(judged.map(({ fact }) => fact.article))].sort()
  return ids.flatMap((id) => {
    const page = bytes(id)
    const result = page === null ? null : runStages(pipeline, { bytes: page })
    if (result?.ok !== true) return []
    const { layers } = result
    const { facts, sentences } = toRecords(id, layers)
    const sentenceText = new Map(sentences.map((one) => [one.id, one.text]))
    return [
      {
        id,
        layers,
        facts: facts.map((fact) => {
          const sentence = sentenceText.get(fact.sentence) ?? ''
          return { fact, key: evidenceKey(fact), sentence, match: matchOf(fact, layers) }
        }),
      },
    ]
  })
}

function matchOf({ spans, quantity }: FactRecord, { body }: Layers): WrongMatch {
  const { text } = body.text
  const { start, end } = hullOf(bodySpans(body.text, spans))
  return {
    words: sliceSpan(text, { start, end }),
    before: text.slice(Math.max(0, start - NEAR), start),
    after: text.slice(end, end + NEAR),
    unit: quantity?.unit ?? null,
  }
}

/** Characters beside a match that a word right beside it can be of. */
const NEAR = 6
