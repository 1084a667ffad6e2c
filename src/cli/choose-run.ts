import { UsageError } from '../core/errors.js'
import type { RunRow } from '../store/runs.js'
import type { Store } from '../store/store.js'

/**
 * The run whose records are asked for: the one named, else the latest that finished.
 * @throws {UsageError} for an unknown run, or where none has finished yet
 */
export function chooseRun(store: Store, id: string | undefined): RunRow {
  if (id === undefined) {
    const latest = store.runs.latest()
    if (latest !== null) return latest
    throw new UsageError('run-none', `${store.path} holds no finished run. Run "yuanju run" first.`)
  }
  const run = /^\d+$/.test(id) ? store.runs.find(Number(id)) : null
  if (run !== null) return run
  throw new UsageError('run-unknown', `There is no run ${id}. "yuanju runs" lists them.`)
}
