import { StoreError } from '../core/errors.js'
import { MEMORY, openExclusively } from './database.js'

/** The right to write to a store, held by one run at a time. */
export interface RunLock {
  release(): void
}

/**
 * Takes the lock of the store at `path`: an exclusive transaction on an empty database beside it.
 * The operating system lets go of it when the process ends, however it ends, so that no lock is
 * ever left behind. The file stays: removing it could hand the lock to two runs at once.
 * @throws {StoreError} `store-in-use` if another run holds it; `holder` says which
 */
export function acquireRunLock(path: string, holder: () => string): RunLock {
  if (path === MEMORY) return { release: () => undefined }
  const lock = openExclusively(`${path}-lock`)
  if (lock === null)
    throw new StoreError(
      'store-in-use',
      `${path}: ${holder()} is writing to this store. Wait for it to end, or use another --store.`,
    )
  return { release: () => lock.close() }
}
