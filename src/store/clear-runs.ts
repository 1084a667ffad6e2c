import type { Connection } from './database.js'
import { discard, type Discarded } from './housekeeping.js'
import { tablesWithHistory } from './referring-columns.js'

/** What clearing gave up. */
export interface ClearedRuns extends Discarded {
  /** The runs whose records can no longer be read, oldest first. */
  readonly runs: readonly number[]
}

export interface ClearOptions {
  /** How many of the last finished runs stay readable; at least 1. */
  readonly keep: number
  /** When; ISO 8601, UTC. */
  readonly at: string
  readonly isTrial: boolean
}

/**
 * Gives up the records that only runs before the last `keep` finished ones need, with all that hangs
 * on them. The runs themselves stay listed. The caller holds the run lock.
 */
export function clearRuns(connection: Connection, options: ClearOptions): ClearedRuns {
  const { keep, at, isTrial } = options
  const oldest = connection
    .prepare<[number], number>(
      `SELECT id FROM runs WHERE status = 'finished' AND cleared IS NULL
       ORDER BY id DESC LIMIT 1 OFFSET ?`,
    )
    .pluck()
    .get(keep - 1)
  const runs = connection
    .prepare<[number], number>('SELECT id FROM runs WHERE id < ? AND cleared IS NULL ORDER BY id')
    .pluck()
    .all(oldest ?? 0)
  const discarded = discard(connection, { isTrial }, (discarder) => {
    const values = { oldest: oldest ?? 0 }
    for (const table of tablesWithHistory(connection))
      discarder.delete(table, 'to_run <= @oldest', values)
    connection
      .prepare<[string, number]>('UPDATE runs SET cleared = ? WHERE id < ? AND cleared IS NULL')
      .run(at, oldest ?? 0)
    discarder.deleteOrphans()
  })
  return { ...discarded, runs }
}
