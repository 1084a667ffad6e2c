import type { FactRecord } from '../pipeline/records.js'
import type { AuditStore } from './audit-store.js'
import { evidenceKey } from './evidence.js'
import type { Review } from './review.js'

/** A fact as those who judged it saw it; no run since need have found it again. */
export interface JudgedFact {
  readonly fact: FactRecord
  readonly verdict: 'accepted' | 'rejected'
  /** One a reviewer, oldest first; all of them agree. */
  readonly reviews: readonly Review[]
}

export interface Judgements {
  readonly facts: readonly JudgedFact[]
  /** Facts on which reviewers disagree: they count neither way. */
  readonly disputed: number
  /** Facts of which no run has kept the state that was judged, or whose article is gone. */
  readonly lost: number
}

/** What reviewers say of facts, now or as former runs left them, in the order of first verdicts. */
export async function readJudgements(
  store: Pick<AuditStore, 'reviews' | 'history'>,
): Promise<Judgements> {
  const byEvidence = new Map<string, Review[]>()
  for (const review of await store.reviews.all()) {
    const known = byEvidence.get(review.evidence)
    if (known === undefined) byEvidence.set(review.evidence, [review])
    else known.push(review)
  }
  const facts: JudgedFact[] = []
  let disputed = 0
  let lost = 0
  for (const [evidence, reviews] of byEvidence) {
    const verdict = agreedVerdict(reviews)
    if (verdict === null) {
      disputed++
      continue
    }
    const states = await store.history(reviews[0]?.fact ?? '')
    const seen = states.map(({ fact }) => fact).find((fact) => evidenceKey(fact) === evidence)
    if (seen === undefined) lost++
    else facts.push({ fact: seen, verdict, reviews })
  }
  return { facts, disputed, lost }
}

function agreedVerdict(reviews: readonly Review[]): JudgedFact['verdict'] | null {
  const verdicts = new Set(reviews.map(({ verdict }) => verdict))
  const [verdict] = verdicts
  return verdicts.size > 1 || verdict === undefined || verdict === 'withdrawn' ? null : verdict
}
