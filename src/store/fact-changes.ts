import type { Connection } from './database.js'

/** How the facts that readers see differ from those before a run; kept with its counts. */
export type FactChanges = Readonly<
  Record<'facts' | 'factsGained' | 'factsLost' | 'factsChanged', number>
>

/**
 * Counts what a run has changed, once its results are the current ones; `factsChanged` are those of
 * the same place that say something else.
 */
export function countFactChanges(connection: Connection, run: number): FactChanges {
  const count = (sql: string): number =>
    connection.prepare<[{ run: number }], number>(sql).pluck().get({ run }) ?? 0
  const came = count(`SELECT count(*) ${FACTS} WHERE v.from_run = @run`)
  const went = count(`SELECT count(*) ${FACTS} WHERE v.to_run = @run`)
  // An article's facts keep their ids while they stand on the same words.
  const pairs = connection
    .prepare<[{ run: number }], { kept: number; changed: number }>(
      `SELECT count(*) AS kept, ifnull(sum((${contentOf('f')}) IS NOT (${contentOf('g')})), 0) AS changed
       ${FACTS}
       JOIN validity w ON w.document = v.document AND w.to_run = @run
       JOIN facts g ON g.result = w.result AND g.id = f.id
       WHERE v.from_run = @run`,
    )
    .get({ run })
  const { kept, changed } = pairs ?? { kept: 0, changed: 0 }
  return {
    facts: count(`SELECT count(*) ${FACTS} WHERE v.to_run IS NULL AND v.from_run <= @run`),
    factsGained: came - kept,
    factsLost: went - kept,
    factsChanged: changed,
  }
}

const FACTS = 'FROM validity v JOIN facts f ON f.result = v.result'

/** What a fact says, apart from the rule that found it and the words it stands on. */
function contentOf(fact: string): string {
  return CONTENT.map((column) => `${fact}.${column}`).join(', ')
}

const CONTENT = 'subject metric quantity relation object event time modality attribution'.split(' ')
