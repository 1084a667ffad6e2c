import { sha256 } from '../core/fingerprint.js'
import type { Connection } from './database.js'
import { fromJson } from './json.js'
import { type LossReport, readLosses } from './losses.js'
import type { CountedRun } from './claim-totals.js'
import { readStatistics, type Statistics } from './statistics.js'

/** What a run tells at its end of all it was given. */
export interface RunTotals extends Statistics {
  /** What was likely lost of this run's inputs. */
  readonly losses: LossReport
}

/**
 * Reads the totals over the inputs of the session's run; where nothing has changed since the run
 * before, and that was given the same, they are the same.
 */
export function readTotals(connection: Connection, run: number, mostLosses: number): RunTotals {
  const inputs = digestOfInputs(connection)
  const known = connection
    .prepare<[{ run: number; inputs: string }], { totals: string | null }>(
      `SELECT totals FROM runs WHERE status = 'finished' AND id < @run AND inputs = @inputs
         AND id >= ifnull((SELECT max(id) FROM (${CHANGED_BY})), 0) ORDER BY id DESC LIMIT 1`,
    )
    .get({ run, inputs })?.totals
  const totals: RunTotals =
    known == null
      ? {
          ...readStatistics(connection, run, formerRun(connection, run)),
          losses: readLosses(connection, mostLosses, { ofInputs: true }),
        }
      : fromJson(known)
  connection
    .prepare<[string, string, number]>('UPDATE runs SET inputs = ?, totals = ? WHERE id = ?')
    .run(inputs, JSON.stringify(totals), run)
  return totals
}

/** The last runs that changed what is current, of results, reprints and places. */
const CHANGED_BY = ['validity', 'reprints']
  .flatMap((table) => [`max(from_run) AS id FROM ${table}`, `max(to_run) AS id FROM ${table}`])
  .concat('max(run) AS id FROM locations', 'max(to_run) AS id FROM locations')
  .map((columns) => `SELECT ${columns}`)
  .join(' UNION ALL ')

function digestOfInputs(connection: Connection): string {
  const documents = connection
    .prepare<[], number>('SELECT document FROM temp.inputs ORDER BY document')
    .pluck()
    .all()
  return sha256(Buffer.from(Float64Array.from(documents).buffer))
}

/** The finished run before, with what it counted; null where that is not known or holds no longer. */
function formerRun(connection: Connection, run: number): CountedRun | null {
  const row = connection
    .prepare<[number], { id: number; totals: string | null }>(
      `SELECT id, totals FROM runs WHERE status = 'finished' AND id < ? ORDER BY id DESC LIMIT 1`,
    )
    .get(run)
  if (row?.totals == null) return null
  return { run: row.id, claims: fromJson<RunTotals>(row.totals).claims }
}
