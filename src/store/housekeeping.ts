import { InvariantError } from '../core/errors.js'
import type { Connection } from './database.js'
import { type DeletedRows, Discarder } from './discard.js'

/** What was deleted, or would be, and how many bytes that frees in the store's file. */
export interface Discarded {
  readonly rows: DeletedRows
  /** The size of the store before. */
  readonly bytes: number
  readonly bytesFreed: number
}

/**
 * Runs `work`, which deletes, in one transaction; then gives the room back to the disk, unless it is
 * a trial: then all stays as it was. Nothing that was deleted can be read from the file afterwards.
 * The caller holds the run lock.
 */
export function discard(
  connection: Connection,
  { isTrial }: { readonly isTrial: boolean },
  work: (discarder: Discarder) => void,
): Discarded {
  const bytes = sizeOf(connection)
  // References are checked all at once at the end: few have an index that would make each cheap.
  connection.pragma('foreign_keys = OFF')
  connection.pragma('secure_delete = ON')
  try {
    const freeBefore = freeBytes(connection)
    connection.exec('BEGIN IMMEDIATE')
    const discarder = new Discarder(connection)
    try {
      work(discarder)
      assertSound(connection)
    } catch (error) {
      connection.exec('ROLLBACK')
      throw error
    }
    const freed = freeBytes(connection) - freeBefore
    connection.exec(isTrial ? 'ROLLBACK' : 'COMMIT')
    const rows = discarder.deleted
    if (isTrial || Object.keys(rows).length === 0)
      return { rows, bytes, bytesFreed: Math.max(0, freed) }
    connection.exec('VACUUM')
    connection.pragma('wal_checkpoint(TRUNCATE)')
    return { rows, bytes, bytesFreed: Math.max(0, bytes - sizeOf(connection)) }
  } finally {
    connection.pragma('secure_delete = OFF')
    connection.pragma('foreign_keys = ON')
  }
}

function sizeOf(connection: Connection): number {
  return pageBytes(connection, 'page_count')
}

function freeBytes(connection: Connection): number {
  return pageBytes(connection, 'freelist_count')
}

function pageBytes(connection: Connection, counter: 'page_count' | 'freelist_count'): number {
  const pages = Number(connection.pragma(counter, { simple: true }))
  return pages * Number(connection.pragma('page_size', { simple: true }))
}

function assertSound(connection: Connection): void {
  const dangling = connection.pragma('foreign_key_check')
  if (!Array.isArray(dangling) || dangling.length === 0) return
  throw new InvariantError(`${dangling.length} rows of the store would refer to what is deleted.`)
}
