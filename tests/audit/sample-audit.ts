import { type Hono } from 'hono'
import { auditApp } from '../../src/audit/audit-app.js'
import { runComparer } from '../../src/audit/compare-runs.js'
import type { AuditContext } from '../../src/audit/context.js'
import { openMatchExplainer } from '../../src/audit/explain-match.js'
import { explainRecord } from '../../src/export/explain.js'
import type { Store } from '../../src/store/store.js'

export const TOKEN = 'a-token-for-tests'

/** The audit page of a store, without a socket: requests go to it directly. */
export function auditOf(store: Store): Hono {
  const audit = store.audit(() => () => '甲省')
  const context: AuditContext = {
    store: audit,
    explain(id) {
      const run = store.runs.latest()
      if (run === null) throw new Error('There is no run.')
      return Promise.resolve(explainRecord(store, store.read(run), id))
    },
    compareRuns: runComparer(store, () => Date.now()),
    explainMatch: openMatchExplainer(audit),
    provinceOf: () => Promise.resolve(() => '甲省'),
    token: TOKEN,
    version: '0.0.0',
    now: () => new Date('2025-06-01T08:00:00Z'),
    random: () => 0.5,
    report: (error) => {
      throw error
    },
  }
  const page = new TextEncoder().encode('<!doctype html><title>page</title>')
  const asset = { type: 'text/html; charset=utf-8', content: page, immutable: false }
  return auditApp(context, new Map([['/index.html', asset]]))
}

interface Asked {
  readonly method?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Asks as the page itself does. */
export function ask(app: Hono, path: string, init: Asked = {}): Promise<Response> {
  const headers = { host: '127.0.0.1:4242', ...init.headers }
  return Promise.resolve(app.request(`http://127.0.0.1:4242${path}`, { ...init, headers }))
}

export function post(app: Hono, path: string, body: object, token = TOKEN): Promise<Response> {
  return ask(app, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-yuanju-token': token },
  })
}
