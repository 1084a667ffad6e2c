import { type ClaimReader, openClaimReader } from './claim-reader.js'
import type { Connection } from './database.js'

/** How many claims there are, how many several facts support, and how many cannot all hold. */
export interface ClaimTotals {
  readonly claims: number
  readonly shared: number
  readonly disputed: number
}

/** A finished run with what was counted when it ended. */
export interface CountedRun {
  readonly run: number
  readonly claims: ClaimTotals
}

/**
 * Counts the claims that are current; `run` is the last finished one. `former` is the finished run
 * before it: then only what this run changed is counted. Null where that is not known.
 */
export function countClaims(
  connection: Connection,
  run: number,
  former: CountedRun | null,
): ClaimTotals {
  return former !== null && hasSameConflicts(connection, run, former.run)
    ? countFrom(connection, run, former)
    : countAll(connection, run)
}

function countAll(connection: Connection, run: number): ClaimTotals {
  const counts = connection.prepare<[], { claims: number; shared: number }>(
    `SELECT count(*) AS claims, ifnull(sum(facts > 1), 0) AS shared FROM (
       SELECT count(*) AS facts FROM claims c JOIN validity v ON v.result = c.result
       WHERE v.to_run IS NULL GROUP BY c.claim)`,
  )
  const contested = contestedClaims(connection, run)
  const disputed = countDisputed(contested, openClaimReader(connection, run))
  return { ...(counts.get() ?? { claims: 0, shared: 0 }), disputed }
}

/** The claims as of a run whose topic has another one: those that conflicts can be among, by id. */
export function contestedClaims(connection: Connection, run: number): readonly string[] {
  return connection
    .prepare<[{ run: number }], string>(
      `SELECT DISTINCT c.claim FROM claims c JOIN validity v ON v.result = c.result
       WHERE ${validAt('@run')} AND c.topic IN (
         SELECT topic FROM claims o JOIN validity w ON w.result = o.result
         WHERE ${validAt('@run', 'w')} AND topic IS NOT NULL
         GROUP BY topic HAVING min(o.claim) <> max(o.claim))`,
    )
    .pluck()
    .all({ run })
}

/** A claim is another only where a fact came or went, and disputed otherwise only within its topic. */
function countFrom(connection: Connection, run: number, former: CountedRun): ClaimTotals {
  const moved = `SELECT DISTINCT c.claim, c.topic
    FROM validity v CROSS JOIN claims c ON c.result = v.result WHERE v.from_run = @run OR v.to_run = @run`
  const counts = connection
    .prepare<[{ run: number; former: number }], Record<'claims' | 'shared', number | null>>(
      `SELECT sum((now > 0) - (before > 0)) AS claims, sum((now > 1) - (before > 1)) AS shared FROM (
         SELECT sum(${validAt('@run')}) AS now, sum(${validAt('@former')}) AS before
         FROM (SELECT DISTINCT claim FROM (${moved})) m
         CROSS JOIN claims c ON c.claim = m.claim CROSS JOIN validity v ON v.result = c.result
         GROUP BY m.claim)`,
    )
    .get({ run, former: former.run })
  const topics = connection
    .prepare<[{ run: number }], string>(
      `SELECT DISTINCT topic FROM (${moved}) WHERE topic IS NOT NULL`,
    )
    .pluck()
    .all({ run })
  const ofTopic = connection
    .prepare<[{ topic: string; run: number }], string>(
      `SELECT DISTINCT c.claim FROM claims c JOIN validity v ON v.result = c.result
       WHERE c.topic = @topic AND ${validAt('@run')}`,
    )
    .pluck()
  const disputedAt = (at: number): number => {
    const reader = openClaimReader(connection, at)
    return topics.reduce((sum, topic) => {
      const claims = ofTopic.all({ topic, run: at })
      return claims.length < 2 ? sum : sum + countDisputed(claims, reader)
    }, 0)
  }
  const { claims, shared, disputed } = former.claims
  return {
    claims: claims + (counts?.claims ?? 0),
    shared: shared + (counts?.shared ?? 0),
    disputed: disputed + disputedAt(run) - disputedAt(former.run),
  }
}

function countDisputed(claims: readonly string[], reader: ClaimReader): number {
  return claims.filter((claim) => (reader.claim(claim)?.conflicts.length ?? 0) > 0).length
}

function validAt(run: string, of = 'v'): string {
  return `(${of}.from_run <= ${run} AND (${of}.to_run IS NULL OR ${of}.to_run > ${run}))`
}

/** True where two runs hold claims against each other by the same options. */
function hasSameConflicts(connection: Connection, run: number, former: number): boolean {
  const same = connection
    .prepare<[number, number], number>(
      `SELECT a.conflicts IS b.conflicts FROM runs a, runs b WHERE a.id = ? AND b.id = ?`,
    )
    .pluck()
  return same.get(run, former) === 1
}
