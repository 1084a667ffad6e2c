import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { useStore } from '../store/store.js'
import { openMatchExplainer } from './explain-match.js'
import { regionFinder } from './region-finder.js'
import { answerCall, type SearchCall } from './search-calls.js'

/**
 * A thread that searches a store through a connection of its own: filling the columns and counting
 * a million facts hold up nobody who only wants an article.
 */
const { path } = z.object({ path: z.string() }).parse(workerData)
const port = parentPort
if (port !== null)
  await useStore(path, { create: false }, async (store) => {
    const audit = store.audit(regionFinder)
    const { facts, summaries } = audit
    const searched = { facts, summaries, explainMatch: openMatchExplainer(audit) }
    await new Promise<void>((resolve) => {
      port.on('message', (call: SearchCall | 'close') => {
        if (call === 'close') {
          resolve()
          return
        }
        answerCall(searched, call).then(
          (reply) => {
            port.postMessage(reply)
          },
          (error: unknown) => {
            const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
            port.postMessage({ id: call.id, answer: null, error: message })
          },
        )
      })
    })
    audit.close()
    port.close()
  })
