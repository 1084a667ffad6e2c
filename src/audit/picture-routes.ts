import { Hono } from 'hono'
import type { FactSelection } from '../store/fact-query.js'
import type { AuditContext } from './context.js'
import { toSelection } from './audited-facts.js'
import { readView } from './fact-view.js'
import { toSeries } from './measure-series.js'
import type { MeasuresInfo } from './picture-api.js'

/** What pictures of a view are drawn from. */
export function pictureRoutes({ store }: AuditContext): Hono {
  const routes = new Hono()
  const answer = (path: string, read: (selection: FactSelection) => Promise<object>): void => {
    routes.get(`/pictures/${path}`, async (context) => {
      const view = readView(new URL(context.req.url).searchParams)
      if (view === null) return context.json({ error: 'view' }, 400)
      return context.json(await read(await toSelection(store, view, await store.reviews.all())))
    })
  }
  answer('times', (selection) => store.facts.months(selection))
  answer('places', (selection) => store.facts.tally(selection, 'region'))
  answer('ties', (selection) => store.facts.ties(selection, MOST_TIES))
  answer('measures', async (selection): Promise<MeasuresInfo> => {
    const facets = { ...selection.facets, kind: ['measure'] }
    const page = { rows: 'fact', order: 'time', descending: true, offset: 0 } as const
    const query = { ...selection, ...page, facets, limit: MOST_POINTS }
    const { total, places } = await store.facts.find(query)
    return {
      series: toSeries(await store.contexts.facts(places)),
      total,
      drawn: places.length,
    }
  })
  routes.get('/pictures/drops', async (context) => {
    const sites = await store.summaries.drops()
    return context.json(sites.slice(0, MOST_SITES))
  })
  return routes
}

/** More than this nobody can tell apart in a picture. */
const MOST_TIES = 120
const MOST_POINTS = 1000
const MOST_SITES = 20
