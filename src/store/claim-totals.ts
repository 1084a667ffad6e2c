import { openClaimReader } from './claim-reader.js'
import type { Connection } from './database.js'

/** How many claims there are, how many several facts support, and how many cannot all hold. */
export interface ClaimTotals {
  readonly claims: number
  readonly shared: number
  readonly disputed: number
}

/** Counts the claims that are current; `run` is the last finished one. */
export function countClaims(connection: Connection, run: number): ClaimTotals {
  const counts = connection.prepare<[], { claims: number; shared: number }>(
    `SELECT count(*) AS claims, ifnull(sum(facts > 1), 0) AS shared FROM (
       SELECT count(*) AS facts FROM claims c JOIN validity v ON v.result = c.result
       WHERE v.to_run IS NULL GROUP BY c.claim)`,
  )
  const reader = openClaimReader(connection, run)
  const disputed = contestedClaims(connection, run).filter(
    (claim) => (reader.claim(claim)?.conflicts.length ?? 0) > 0,
  ).length
  return { ...(counts.get() ?? { claims: 0, shared: 0 }), disputed }
}

/** The claims as of a run whose topic has another one: those that conflicts can be among, by id. */
export function contestedClaims(connection: Connection, run: number): readonly string[] {
  return connection.prepare<[{ run: number }], string>(CONTESTED).pluck().all({ run })
}

function valid(of: string): string {
  return `${of}.from_run <= @run AND (${of}.to_run IS NULL OR ${of}.to_run > @run)`
}

const CONTESTED = `
SELECT DISTINCT c.claim FROM claims c JOIN validity v ON v.result = c.result
WHERE ${valid('v')} AND c.topic IN (
  SELECT topic FROM claims o JOIN validity w ON w.result = o.result
  WHERE ${valid('w')} AND topic IS NOT NULL
  GROUP BY topic HAVING min(o.claim) <> max(o.claim))`
