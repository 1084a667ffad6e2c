import { Hono } from 'hono'
import { UsageError } from '../core/errors.js'
import { FACETS } from '../store/fact-query.js'
import type { AuditContext } from './context.js'
import { readFacts, toSelection } from './audited-facts.js'
import { exportFacts } from './export-facts.js'
import { toMatchedSentence } from './matched-sentence.js'
import { toFactDetail } from './fact-detail.js'
import { reviewsByEvidence, toFactLine } from './fact-lines.js'
import { readView } from './fact-view.js'
import { findRule } from './find-rule.js'

/** The table of facts, one fact, and the export of a view. */
export function factRoutes(audit: AuditContext): Hono {
  const { store } = audit
  const routes = new Hono()
  const parametersOf = (url: string): URLSearchParams => new URL(url).searchParams

  routes.get('/facts', async (context) => {
    const view = readView(parametersOf(context.req.url))
    if (view === null) return context.json({ error: 'view' }, 400)
    return context.json(await readFacts(store, view))
  })

  routes.get('/counts', async (context) => {
    const view = readView(parametersOf(context.req.url))
    if (view === null) return context.json({ error: 'view' }, 400)
    const selection = await toSelection(store, view, await store.reviews.all())
    return context.json(await store.facts.count(selection))
  })

  routes.get('/facts/export', (context) => {
    const parameters = parametersOf(context.req.url)
    const view = readView(parameters)
    if (view === null) return context.json({ error: 'view' }, 400)
    const format = parameters.get('format') === 'jsonl' ? 'jsonl' : 'csv'
    return new Response(exportFacts(audit, view, format), {
      headers: {
        'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
        'content-disposition': `attachment; filename="facts.${format}"`,
      },
    })
  })

  routes.get('/facets/:facet', async (context) => {
    const facet = FACETS.find((known) => known === context.req.param('facet'))
    if (facet === undefined) return context.json({ error: 'facet' }, 404)
    const text = parametersOf(context.req.url).get('text') ?? ''
    return context.json(await store.facts.values(facet, text, MOST_VALUES))
  })

  routes.get('/facts/:id/pattern', async (context) => {
    const found = await store.contexts.find(context.req.param('id'))
    if (found === null) return context.json({ error: 'unknown' }, 404)
    return context.json(await audit.explainMatch(found.madeBy, toMatchedSentence(found)))
  })

  routes.get('/facts/:id', async (context) => {
    const id = context.req.param('id')
    const found = await store.contexts.find(id)
    if (found === null) return context.json({ error: 'unknown' }, 404)
    const reviews = reviewsByEvidence(await store.reviews.all())
    const files = await store.files(found.madeBy)
    const article = await store.mentionsOf(found.fact.article)
    try {
      const detail = toFactDetail({
        fact: found.fact,
        line: toFactLine(found, reviews, null),
        explanation: await audit.explain(id),
        history: await store.history(id),
        rule: findRule(files, found.fact.rule),
        mentions: article,
      })
      return context.json(detail)
    } catch (error) {
      if (error instanceof UsageError) return context.json({ error: 'unknown' }, 404)
      throw error
    }
  })
  return routes
}

/** So many values are offered to choose from. */
const MOST_VALUES = 30
