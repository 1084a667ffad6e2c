import type { Connection } from './database.js'
import type { OpenRun } from './runs.js'
import { updateLocations } from './sources.js'

/**
 * Makes what a run came to what readers see. A document or place that is not among the inputs keeps
 * what is current unless the change of the pipeline touched it, or it is to be pruned.
 */
export function makeCurrent(connection: Connection, { id: run }: OpenRun, prune: boolean): void {
  updateLocations(connection, run, prune)
  const execute = (sql: string): void => {
    connection.prepare<[{ run: number }]>(sql).run({ run })
  }
  execute(`
    UPDATE validity SET to_run = @run
    WHERE to_run IS NULL
      AND document IN (SELECT document FROM temp.outcomes UNION SELECT document FROM temp.gone)
      AND (NOT ${IS_PLACED('validity')} OR EXISTS (SELECT 1 FROM temp.outcomes o
        WHERE o.document = validity.document AND o.result <> validity.result))`)
  execute(`
    INSERT INTO validity (result, document, from_run)
    SELECT o.result, o.document, @run FROM temp.outcomes o
    WHERE ${IS_PLACED('o')}
      AND NOT EXISTS (SELECT 1 FROM validity v WHERE v.document = o.document AND v.to_run IS NULL)`)
  const isFound = `path IN (SELECT path FROM temp.found)
    OR path IN (SELECT s.path FROM temp.kept k JOIN sources s ON s.key = k.source)`
  execute(`
    UPDATE unreadable SET to_run = @run
    WHERE to_run IS NULL AND (
      (NOT EXISTS (SELECT 1 FROM temp.unread u WHERE u.path = unreadable.path)
        AND (${prune ? 'true' : isFound}))
      OR EXISTS (SELECT 1 FROM temp.unread u WHERE u.path = unreadable.path
        AND (u.code, u.message) <> (unreadable.code, unreadable.message)))`)
  execute(`
    INSERT INTO unreadable (path, code, message, from_run)
    SELECT u.path, u.code, u.message, @run FROM temp.unread u
    WHERE NOT EXISTS (
      SELECT 1 FROM unreadable c WHERE c.path = u.path AND c.to_run IS NULL)`)
  connection.exec('DELETE FROM confirmations')
}

/** True for a document that lies somewhere. */
const IS_PLACED = (table: string): string =>
  `EXISTS (SELECT 1 FROM locations l WHERE l.document = ${table}.document AND l.to_run IS NULL)`
