import { Hono } from 'hono'
import { z } from 'zod'
import type { RuleDetail } from './api.js'
import type { RuleLine } from './review-api.js'
import type { AuditContext } from './context.js'
import { toDiffInfo, toRunLine } from './diff-info.js'
import { findRule, readRules } from './find-rule.js'
import { metricNames } from './metric-names.js'
import { readExamples } from './rule-examples.js'
import { summarizeReviews } from './review-summary.js'
import { precisionOf } from './statistics.js'

const comparison = z.object({
  kind: z.string().max(100).nullable().default(null),
  cause: z.string().max(300).nullable().default(null),
  most: z.coerce.number().int().min(0).max(200).default(3),
})

/** Runs and what differs between two; the rules of the current one. */
export function runRoutes({ store, compareRuns }: AuditContext): Hono {
  const routes = new Hono()

  routes.get('/runs', async (context) => {
    const runs = await store.runs()
    return context.json(runs.map(toRunLine).reverse())
  })

  routes.get('/runs/:before{\\d+}/:after{\\d+}', async (context) => {
    const parsed = comparison.safeParse(context.req.query())
    if (!parsed.success) return context.json({ error: 'view' }, 400)
    const { before, after } = context.req.param()
    const runs = { before: Number(before), after: Number(after) }
    const found = await compareRuns({ ...parsed.data, ...runs })
    return found === null
      ? context.json({ error: 'unknown' }, 404)
      : context.json(toDiffInfo(found))
  })

  routes.get('/names', async (context) => {
    const latest = await store.latest()
    return context.json(metricNames(latest === null ? [] : await store.files(latest.id)))
  })

  routes.get('/rules', async (context) => {
    const latest = await store.latest()
    const rules = readRules(latest === null ? [] : await store.files(latest.id))
    const counts = await store.facts.values('rule', '', Number.MAX_SAFE_INTEGER)
    const { counts: histories } = await store.summaries.rules()
    const { rules: reviewed } = await summarizeReviews(store)
    const precisions = new Map(reviewed.map((rule) => [rule.rule, rule]))
    const lines = counts.map(({ value: id, count }): RuleLine => {
      const rule = rules.get(id)
      const { accepted, rejected, share, low, high } = precisions.get(id) ?? precisionOf(0, 0)
      const precision = { accepted, rejected, share, low, high }
      const history = histories[id] ?? []
      const { file = null, why = null } = rule ?? {}
      return { id, facts: count, file, why, precision, history }
    })
    return context.json(lines)
  })

  routes.get('/rules/:stage/:name', async (context) => {
    const { stage, name } = context.req.param()
    const latest = await store.latest()
    const files = latest === null ? [] : await store.files(latest.id)
    const rule = findRule(files, `${stage}/${name}`)
    if (rule === null) return context.json({ error: 'unknown' }, 404)
    const detail: RuleDetail = { ...rule, ...readExamples(rule.file, rule.yaml) }
    return context.json(detail)
  })
  return routes
}
