import { createAdaptorServer } from '@hono/node-server'
import { UsageError } from '../core/errors.js'
import { explainRecord } from '../export/explain.js'
import { type ProvinceOf, provinceFinder } from '../export/provinces.js'
import { readCodeVersion } from '../store/code-version.js'
import type { Store } from '../store/store.js'
import { readAssets } from './assets.js'
import { auditApp } from './audit-app.js'
import { runComparer } from './compare-runs.js'
import type { AuditContext } from './context.js'
import { regionFinder } from './region-finder.js'
import { startSearchThread } from './search-thread.js'
import { makeToken } from './security.js'

/** A server that is listening. */
export interface AuditServer {
  readonly url: string
  close(): Promise<void>
}

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Told of errors while answering: the page shows only that something failed. */
  readonly report: (error: unknown) => void
}

/**
 * Serves the audit page of a store on 127.0.0.1.
 * @throws {UsageError} if the port is taken
 */
export async function serveAudit(store: Store, options: ServeOptions): Promise<AuditServer> {
  const audit = store.audit(regionFinder)
  const search = startSearchThread(store.path, audit)
  let provinces: { readonly run: number; readonly provinceOf: ProvinceOf } | null = null
  const provinceOf = (): Promise<ProvinceOf> => {
    const run = store.runs.latest()?.id ?? 0
    if (provinces?.run !== run)
      provinces = { run, provinceOf: provinceFinder(run === 0 ? [] : store.runs.files(run)) }
    return Promise.resolve(provinces.provinceOf)
  }
  const context: AuditContext = {
    store: { ...audit, facts: search.facts, summaries: search.summaries },
    explain(id) {
      const run = store.runs.latest()
      if (run === null) throw new UsageError('run-none', 'No run has finished yet.')
      return Promise.resolve(explainRecord(store, store.read(run), id))
    },
    compareRuns: runComparer(store, () => Date.now()),
    explainMatch: search.explainMatch,
    provinceOf,
    token: makeToken(),
    version: readCodeVersion(),
    now: () => new Date(),
    random: () => Math.random(),
    report: options.report,
  }
  const app = auditApp(context, readAssets())
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      const message = `Port ${options.port} is taken; name another with --port, or 0 for any free one.`
      reject(isTaken ? new UsageError('port-taken', message, { cause: error }) : error)
    })
    server.listen(options.port, HOST, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : options.port
  return {
    url: `http://${HOST}:${port}/`,
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await search.close()
      audit.close()
    },
  }
}

const HOST = '127.0.0.1'
