import type { Connection } from './database.js'

/** A document whose records two runs left in different states: its results, null where it had none. */
export interface ResultPair {
  readonly document: number
  /** Where it lay, the first place by path. */
  readonly path: string
  readonly before: number | null
  readonly after: number | null
}

/** The documents that differ between the ends of two runs, by path, then in the order they came. */
export function openResultPairs(
  connection: Connection,
): (before: number, after: number) => Iterable<ResultPair> {
  const pairs = connection.prepare<[{ before: number; after: number }], ResultPair>(
    `SELECT document, before, after,
       ifnull((SELECT min(path) FROM locations l WHERE l.document = p.document), '') AS path
     FROM (
       SELECT document, max(${resultAt('before')}) AS before, max(${resultAt('after')}) AS after
       FROM validity GROUP BY document
     ) p
     WHERE before IS NOT after ORDER BY path, document`,
  )
  return (before, after) => pairs.iterate({ before, after })
}

function resultAt(run: string): string {
  return `CASE WHEN from_run <= @${run} AND (to_run IS NULL OR to_run > @${run}) THEN result END`
}
