import { Hono } from 'hono'
import type { SessionInfo } from './api.js'
import { articleOpener, articleRoutes } from './article-routes.js'
import type { Asset } from './assets.js'
import type { AuditContext } from './context.js'
import { factRoutes } from './fact-routes.js'
import { pictureRoutes } from './picture-routes.js'
import { reviewRoutes } from './review-routes.js'
import { runRoutes } from './run-routes.js'
import { guard } from './security.js'

/**
 * The audit page as a web application: JSON under `/api`, the page's files beside it, the page itself
 * at every other address, so that every view can be opened by its own.
 */
export function auditApp(audit: AuditContext, assets: ReadonlyMap<string, Asset>): Hono {
  const app = new Hono()
  app.use(guard(audit.token))
  app.onError((error, context) => {
    audit.report(error)
    return context.json({ error: 'failed' }, 500)
  })
  app.get('/api/session', async (context) => {
    const latest = await audit.store.latest()
    const runs = await audit.store.runs()
    const session: SessionInfo = {
      token: audit.token,
      version: audit.version,
      run: latest === null ? null : { id: latest.id, finished: latest.finished },
      writing: runs.some(({ status }) => status === 'running'),
    }
    return context.json(session)
  })
  app.route('/api', factRoutes(audit))
  app.route('/api', articleRoutes(articleOpener(audit)))
  app.route('/api', pictureRoutes(audit))
  app.route('/api', reviewRoutes(audit))
  app.route('/api', runRoutes(audit))
  app.all('/api/*', (context) => context.json({ error: 'unknown' }, 404))
  app.get('*', (context) => {
    const asset = assets.get(context.req.path) ?? assets.get('/index.html')
    if (asset === undefined) return context.text('The page was not built: npm run build.\n', 500)
    const { type, content, immutable } = asset
    return context.body(content, 200, {
      'content-type': type,
      'cache-control': immutable ? 'max-age=31536000, immutable' : 'no-cache',
    })
  })
  return app
}
