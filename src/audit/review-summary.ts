import type { AuditStore } from '../store/audit-store.js'
import { evidenceKey } from '../store/evidence.js'
import type { Review, Sample } from '../store/review.js'
import type { ReviewSummary, SampleInfo } from './review-api.js'
import { agreementsIn, precisionIn } from './statistics.js'

/** What all reviews together say of the current facts, of their rules and of the reviewers. */
export async function summarizeReviews(store: AuditStore): Promise<ReviewSummary> {
  const all = await store.reviews.all()
  const records = await store.contexts.records([...new Set(all.map(({ fact }) => fact))])
  const ruleOf = new Map(records.map((fact) => [evidenceKey(fact), fact.rule]))
  const standing = all.filter(({ evidence }) => ruleOf.has(evidence))
  const groups = (nameOf: (review: Review) => string): [string, Review[]][] => {
    const found = new Map<string, Review[]>()
    for (const review of standing) {
      const name = nameOf(review)
      found.set(name, [...(found.get(name) ?? []), review])
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  }
  const samples = await store.reviews.samples()
  return {
    total: precisionIn(standing),
    reviewers: groups(({ reviewer }) => reviewer).map(([reviewer, reviews]) => ({
      reviewer,
      ...precisionIn(reviews),
    })),
    rules: groups(({ evidence }) => ruleOf.get(evidence) ?? '').map(([rule, reviews]) => ({
      rule,
      ...precisionIn(reviews),
    })),
    agreement: agreementsIn(standing),
    samples: samples.map((sample) => toSampleInfo(sample, all)),
    outdated: all.length - standing.length,
  }
}

/** A sample counts what it drew, whatever has become of it since. */
function toSampleInfo(
  { id, view, created, facts }: Sample,
  reviews: readonly Review[],
): SampleInfo {
  const drawn = new Set(facts.map(({ evidence }) => evidence))
  const own = reviews.filter(({ evidence }) => drawn.has(evidence))
  const reviewed = new Set(own.map(({ evidence }) => evidence))
  return {
    id,
    view,
    created,
    size: facts.length,
    reviewed: reviewed.size,
    precision: precisionIn(own),
    next: facts.find(({ evidence }) => !reviewed.has(evidence))?.fact ?? null,
  }
}
