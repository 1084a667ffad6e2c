import type { AuditStore } from '../store/audit-store.js'
import { evidenceKey } from '../store/evidence.js'
import type { FactQuery } from '../store/fact-query.js'
import type { Review } from '../store/review.js'
import type { FactsPage } from './api.js'
import { reviewsByEvidence, toFactLine } from './fact-lines.js'
import type { FactView } from './fact-view.js'

/** Reads the page of facts that a view shows. */
export async function readFacts(store: AuditStore, view: FactView): Promise<FactsPage> {
  const reviews = await store.reviews.all()
  const found = await store.facts.find(await toQuery(store, view, reviews))
  const contexts = await store.contexts.at(found.places)
  const byEvidence = reviewsByEvidence(reviews)
  return {
    total: found.total,
    offset: view.offset,
    facts: contexts.map((context) => toFactLine(context, byEvidence)),
    facets: found.facets,
    pending: found.pending,
  }
}

/** A view as the store understands it: reviews and samples become the facts that they are about. */
export async function toQuery(
  store: AuditStore,
  view: FactView,
  reviews: readonly Review[],
): Promise<FactQuery> {
  const { review, sample, ...query } = view
  const sampled = sample === null ? null : await factsOfSample(store, sample)
  if (review === null)
    return { ...query, only: sampled === null ? null : { ids: sampled, except: false } }
  const verdicts = await standingVerdicts(store, reviews)
  if (review === 'unreviewed') {
    const ids = sampled?.filter((id) => !verdicts.has(id))
    return { ...query, only: { ids: ids ?? [...verdicts.keys()], except: ids === undefined } }
  }
  const ids = [...verdicts].flatMap(([id, said]) =>
    isMeant(review, said) && (sampled?.includes(id) ?? true) ? [id] : [],
  )
  return { ...query, only: { ids, except: false } }
}

/** What was said of the current facts, by their ids; of evidence that is no longer so nothing. */
export async function standingVerdicts(
  store: AuditStore,
  reviews: readonly Review[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const records = await store.contexts.records([...new Set(reviews.map(({ fact }) => fact))])
  const evidence = new Map(records.map((fact) => [fact.id, evidenceKey(fact)]))
  const verdicts = new Map<string, Set<string>>()
  for (const review of reviews) {
    if (evidence.get(review.fact) !== review.evidence) continue
    const known = verdicts.get(review.fact) ?? new Set<string>()
    known.add(review.verdict)
    verdicts.set(review.fact, known)
  }
  return verdicts
}

function isMeant(review: NonNullable<FactView['review']>, verdicts: ReadonlySet<string>): boolean {
  switch (review) {
    case 'accepted':
    case 'rejected':
      return verdicts.has(review)
    case 'disputed':
      return verdicts.size > 1
    case 'reviewed':
      return true
    case 'unreviewed':
      return false
  }
}

async function factsOfSample(store: AuditStore, id: number): Promise<readonly string[]> {
  const samples = await store.reviews.samples()
  return samples.find((sample) => sample.id === id)?.facts.map(({ fact }) => fact) ?? []
}
