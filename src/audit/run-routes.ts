import { Hono } from 'hono'
import type { RuleLine, RunLine } from './review-api.js'
import type { AuditContext } from './context.js'
import { findRule, readRules } from './find-rule.js'
import { summarizeReviews } from './review-summary.js'
import { precisionOf } from './statistics.js'

/** Runs, and the rules of the current one. */
export function runRoutes({ store }: AuditContext): Hono {
  const routes = new Hono()

  routes.get('/runs', async (context) => {
    const runs = await store.runs()
    const lines = runs.map(
      ({ id, status, started, finished, pipeline, fingerprint, code, counts }): RunLine => ({
        id,
        status,
        started,
        finished,
        pipeline,
        state: fingerprint.slice(0, 8),
        code,
        counts,
      }),
    )
    return context.json(lines.reverse())
  })

  routes.get('/rules', async (context) => {
    const latest = await store.latest()
    const rules = readRules(latest === null ? [] : await store.files(latest.id))
    const counts = await store.facts.values('rule', '', Number.POSITIVE_INFINITY)
    const { rules: reviewed } = await summarizeReviews(store)
    const precisions = new Map(reviewed.map((rule) => [rule.rule, rule]))
    const lines = counts.map(({ value: id, count }): RuleLine => {
      const rule = rules.get(id)
      const { accepted, rejected, share, low, high } = precisions.get(id) ?? precisionOf(0, 0)
      const precision = { accepted, rejected, share, low, high }
      return { id, facts: count, file: rule?.file ?? null, why: rule?.why ?? null, precision }
    })
    return context.json(lines)
  })

  routes.get('/rules/:stage/:name', async (context) => {
    const { stage, name } = context.req.param()
    const latest = await store.latest()
    const files = latest === null ? [] : await store.files(latest.id)
    const rule = findRule(files, `${stage}/${name}`)
    return rule === null ? context.json({ error: 'unknown' }, 404) : context.json(rule)
  })
  return routes
}
