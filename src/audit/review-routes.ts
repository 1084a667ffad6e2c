import { Hono } from 'hono'
import { z } from 'zod'
import { evidenceKey } from '../store/evidence.js'
import { VERDICTS } from '../store/review.js'
import { toQuery } from './audited-facts.js'
import type { AuditContext } from './context.js'
import { reviewsByEvidence } from './fact-lines.js'
import { readView, writeView } from './fact-view.js'
import { summarizeReviews } from './review-summary.js'

const newReview = z.strictObject({
  fact: z.string().max(100),
  /** What the reviewer saw: where it is another by now, the verdict is not taken. */
  evidence: z.string().max(100),
  verdict: z.enum(VERDICTS),
  reason: z.string().trim().max(1000).default(''),
  reviewer: z.string().trim().min(1).max(100),
})

const newSample = z.strictObject({
  view: z.string().max(4000),
  size: z.number().int().min(1).max(5000),
})

/** Verdicts, samples, and what they say of rules and reviewers. */
export function reviewRoutes({ store, now, random }: AuditContext): Hono {
  const routes = new Hono()

  routes.get('/reviews', async (context) => context.json(await summarizeReviews(store)))

  routes.post('/reviews', async (context) => {
    const parsed = newReview.safeParse(await context.req.json().catch(() => null))
    if (!parsed.success) return context.json({ error: 'review' }, 400)
    const review = parsed.data
    const [fact] = await store.contexts.records([review.fact])
    if (fact === undefined) return context.json({ error: 'unknown' }, 404)
    if (evidenceKey(fact) !== review.evidence) return context.json({ error: 'changed' }, 409)
    await store.reviews.add({ ...review, reviewed: now().toISOString() })
    const reviews = reviewsByEvidence(await store.reviews.all())
    return context.json(reviews.get(review.evidence) ?? [])
  })

  routes.post('/samples', async (context) => {
    const parsed = newSample.safeParse(await context.req.json().catch(() => null))
    const view = parsed.success ? readView(new URLSearchParams(parsed.data.view)) : null
    if (!parsed.success || view === null) return context.json({ error: 'sample' }, 400)
    const query = await toQuery(store, view, await store.reviews.all())
    const places = await store.facts.draw(query, parsed.data.size, random)
    const contexts = await store.contexts.at(places)
    const sample = await store.reviews.addSample({
      view: writeView(view),
      created: now().toISOString(),
      facts: contexts.map(({ fact }) => ({ fact: fact.id, evidence: evidenceKey(fact) })),
    })
    return context.json({ id: sample.id })
  })
  return routes
}
