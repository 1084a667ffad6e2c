import { hullOf } from '../core/span.js'
import type { Location } from '../pipeline/records.js'
import { type JudgedFact, type Judgements, readJudgements } from '../store/judged-facts.js'
import type { RecordReader, StoredSource } from '../store/record-reader.js'
import type { Review } from '../store/review.js'
import type { RunRow } from '../store/runs.js'
import type { Store } from '../store/store.js'
import { goldFact } from './gold.js'
import { pageNames } from './page-names.js'

/** A page of which facts were judged, as an annotation for `eval`. */
export interface ReviewedPage {
  readonly name: string
  readonly page: string
  readonly bytes: Uint8Array
  readonly gold: object
}

/** What reviewers say of the store's facts. */
export async function judgementsOf(store: Store): Promise<Judgements> {
  const audited = store.audit(() => () => null)
  try {
    return await readJudgements(audited)
  } finally {
    audited.close()
  }
}

/** The last word of each reviewer on each fact, oldest first. */
export async function reviewRecords(
  store: Store,
): Promise<readonly (Review & { readonly record: 'review' })[]> {
  const audited = store.audit(() => () => null)
  try {
    const reviews = await audited.reviews.all()
    return reviews.map((review) => ({ record: 'review', ...review }))
  } finally {
    audited.close()
  }
}

/**
 * The articles of which facts were judged, by path, row and id: accepted facts as `facts`, rejected ones
 * as `rejected`, each with its place in the source. What nobody judged is in neither, nor what is
 * planned or negated.
 */
export function reviewedPages(
  store: Store,
  run: RunRow,
  judged: readonly JudgedFact[],
): readonly ReviewedPage[] {
  const reader = store.read(run)
  const byArticle = new Map<string, JudgedFact[]>()
  for (const one of judged) {
    if (one.fact.modality !== 'actual') continue
    const known = byArticle.get(one.fact.article)
    if (known === undefined) byArticle.set(one.fact.article, [one])
    else known.push(one)
  }
  const nameOf = pageNames()
  return [...byArticle]
    .flatMap(([article, own]) => {
      const stored = findSource(reader, article)
      return stored === null ? [] : [{ article, own, stored }]
    })
    .sort((a, b) => comparePlaces(a.stored.source, b.stored.source))
    .map(({ article, own, stored }) => {
      const names = nameOf(stored.source, article)
      const sentences = new Map(reader.sentences(stored.result).map((one) => [one.id, one.text]))
      const listOf = (wanted: JudgedFact['verdict']): object[] =>
        own
          .filter(({ verdict }) => verdict === wanted)
          .map(({ fact }) => ({
            ...goldFact(fact, sentences.get(fact.sentence) ?? ''),
            ...hullOf(fact.spans),
          }))
      return {
        ...names,
        bytes: store.bytes(stored.document),
        gold: { doc: names.name, facts: listOf('accepted'), rejected: listOf('rejected') },
      }
    })
}

function findSource(reader: RecordReader, article: string): StoredSource | null {
  const document = reader.findArticle(article)
  const result = document === null ? null : reader.resultOf(document)
  return result === null ? null : reader.source(result)
}

function comparePlaces(a: Location, b: Location): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return (a.item ?? -1) - (b.item ?? -1)
}
