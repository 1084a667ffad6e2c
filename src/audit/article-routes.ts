import { Hono } from 'hono'
import type { AuditContext } from './context.js'
import { type OpenArticle, openArticle } from './article-info.js'
import { originalPage } from './original-page.js'
import { CRAWLED_POLICY } from './security.js'

/** An article: what it is, its two sides in chunks, and the page as crawled. */
export function articleRoutes(open: (id: string) => Promise<OpenArticle | null>): Hono {
  const routes = new Hono()

  routes.get('/articles/:id', async (context) => {
    const article = await open(context.req.param('id'))
    return article === null ? context.json({ error: 'unknown' }, 404) : context.json(article.info)
  })

  routes.get('/articles/:id/:side{source|body}/:index{\\d+}', async (context) => {
    const { id, side, index } = context.req.param()
    const article = await open(id)
    const chunk = article?.sides.chunk(side === 'source' ? 'source' : 'body', Number(index))
    return chunk == null ? context.json({ error: 'unknown' }, 404) : context.json(chunk)
  })

  routes.get('/articles/:id/places/:record', async (context) => {
    const { id, record } = context.req.param()
    const place = (await open(id))?.sides.placeOf(record) ?? null
    return place === null ? context.json({ error: 'unknown' }, 404) : context.json(place)
  })

  routes.get('/articles/:id/original', async (context) => {
    const article = await open(context.req.param('id'))
    if (article === null) return context.text('There is no such article.\n', 404)
    const type = article.info.isMarkup ? 'text/html' : 'text/plain'
    const page = article.info.isMarkup ? originalPage(article.source) : article.source
    return context.body(page, 200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': CRAWLED_POLICY,
    })
  })
  return routes
}

/** Keeps the articles opened last: an article is asked for once and its chunks many times. */
export function articleOpener({
  store,
}: AuditContext): (id: string) => Promise<OpenArticle | null> {
  const kept = new Map<string, { readonly run: number; readonly article: OpenArticle }>()
  return async (id) => {
    const run = (await store.latest())?.id ?? 0
    const known = kept.get(id)
    if (known?.run === run) return known.article
    const audited = await store.article(id)
    if (audited === null) return null
    const article = openArticle(audited)
    const [oldest] = kept.keys()
    if (oldest !== undefined && kept.size >= MOST_ARTICLES) kept.delete(oldest)
    kept.set(id, { run, article })
    return article
  }
}

const MOST_ARTICLES = 4
