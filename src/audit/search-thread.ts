import { Worker } from 'node:worker_threads'
import type { AuditStore } from '../store/audit-store.js'
import type { FactQuery, FactSearch } from '../store/fact-query.js'
import { fromJson } from '../store/json.js'
import type { Summaries } from '../store/summaries.js'
import type { ExplainMatch, SearchCall, SearchReply } from './search-calls.js'

/** A thread that searches a store. */
export interface SearchThread {
  readonly facts: FactSearch
  readonly summaries: Summaries
  readonly explainMatch: ExplainMatch
  close(): Promise<void>
}

/**
 * Starts the thread that searches the store at `path`. Until it has read the facts, those that nobody
 * filters or orders come from the store itself, so that the first page waits for nothing.
 */
export function startSearchThread(
  path: string,
  store: Pick<AuditStore, 'first' | 'latest'>,
): SearchThread {
  const searching = openThread(path)
  const { ask } = searching
  /** Reading rules takes a while: searches wait for it no more than it for them. */
  let explaining: Thread | null = null
  /** The run whose facts the thread has read; -1 before the first. */
  let ready = -1
  let warming = false
  const isReady = async (): Promise<boolean> => {
    const run = (await store.latest())?.id ?? 0
    if (ready === run) return true
    if (!warming) {
      warming = true
      ask('values', 'kind', '', 1)
        .then(
          () => {
            ready = run
            return ask('drops')
          },
          () => undefined,
        )
        .finally(() => {
          warming = false
        })
        .catch(() => undefined)
    }
    return false
  }
  void isReady()
  return {
    facts: {
      async find(query) {
        if (isPlain(query) && !(await isReady())) return store.first(query.limit)
        return ask('find', query)
      },
      count: (selection) => ask('count', selection),
      draw: (selection, numbers) => ask('draw', selection, numbers),
      values: (facet, text, limit) => ask('values', facet, text, limit),
      tally: (selection, facet) => ask('tally', selection, facet),
      months: (selection) => ask('months', selection),
      ties: (selection, most) => ask('ties', selection, most),
    },
    summaries: {
      rules: () => ask('rules'),
      drops: () => ask('drops'),
    },
    explainMatch(run, sentence) {
      explaining ??= openThread(path)
      return explaining.ask('explainMatch', run, sentence)
    },
    async close() {
      await Promise.all([searching.close(), explaining?.close()])
    },
  }
}

interface Thread {
  readonly ask: <T>(method: SearchCall['method'], ...args: readonly unknown[]) => Promise<T>
  close(): Promise<void>
}

function openThread(path: string): Thread {
  const worker = new Worker(new URL('./search-worker.js', import.meta.url), {
    workerData: { path },
  })
  const waiting = new Map<number, Waiting>()
  let next = 0
  let ended: Error | null = null
  const end = (error: Error): void => {
    ended = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', ({ id, answer, error }: SearchReply) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (answer === null) call?.reject(new Error(error ?? 'The search failed.'))
    else call?.resolve(answer)
  })
  worker.on('error', end)
  worker.on('exit', () => {
    end(new Error('The thread that searches has ended.'))
  })
  return {
    ask: async <T>(method: SearchCall['method'], ...args: readonly unknown[]): Promise<T> => {
      if (ended !== null) throw ended
      const call: SearchCall = { id: next++, method, args: JSON.stringify(args) }
      const answer = await new Promise<string>((resolve, reject) => {
        waiting.set(call.id, { resolve, reject })
        worker.postMessage(call)
      })
      return fromJson<T>(answer)
    },
    async close() {
      worker.removeAllListeners('exit')
      const exited = new Promise((resolve) => worker.once('exit', resolve))
      worker.postMessage('close')
      await exited
    },
  }
}

interface Waiting {
  readonly resolve: (answer: string) => void
  readonly reject: (error: Error) => void
}

/** True for the first page of all facts as they came. */
function isPlain({ text, facets, from, to, only, ofClaim, ...page }: FactQuery): boolean {
  const { rows, order, descending, offset } = page
  const isAll = text.trim() === '' && only === null && ofClaim === null
  const isAnyTime = from === null && to === null
  const isFirst = rows === 'fact' && order === 'place' && !descending && offset === 0
  return isAll && isAnyTime && isFirst && Object.values(facets).every(({ length }) => length === 0)
}
