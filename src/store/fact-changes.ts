import type { Connection } from './database.js'

/** How the facts that readers see differ from those before a run; kept with its counts. */
export type FactChanges = Readonly<
  Record<'facts' | 'factsGained' | 'factsLost' | 'factsChanged', number>
>

/**
 * Counts what a run has changed, once its results are the current ones; `factsChanged` are those of
 * the same place that say something else. Costs what changed, not what there is.
 */
export function countFactChanges(connection: Connection, run: number): FactChanges {
  const count = (sql: string): number =>
    connection.prepare<[{ run: number }], number>(sql).pluck().get({ run }) ?? 0
  const came = count(`SELECT count(*) ${FACTS} WHERE v.from_run = @run`)
  const went = count(`SELECT count(*) ${FACTS} WHERE v.to_run = @run`)
  const { kept, changed } = came === 0 || went === 0 ? NONE : countKept(connection, run)
  const former = formerFacts(connection, run)
  return {
    facts:
      former === null
        ? count(`SELECT count(*) ${FACTS} WHERE v.to_run IS NULL AND v.from_run <= @run`)
        : former + came - went,
    factsGained: came - kept,
    factsLost: went - kept,
    factsChanged: changed,
  }
}

interface KeptFacts {
  readonly kept: number
  readonly changed: number
}

const NONE: KeptFacts = { kept: 0, changed: 0 }

/** An article's facts keep their ids while they stand on the same words. */
function countKept(connection: Connection, run: number): KeptFacts {
  const pairs = connection.prepare<[{ run: number }], KeptFacts>(
    `SELECT count(*) AS kept, ifnull(sum((${contentOf('f')}) IS NOT (${contentOf('g')})), 0) AS changed
     ${FACTS}
     JOIN validity w ON w.document = v.document AND w.to_run = @run
     JOIN facts g ON g.result = w.result AND g.id = f.id
     WHERE v.from_run = @run`,
  )
  return pairs.get({ run }) ?? NONE
}

/** How many facts the run before had; null where that is not known, or a source was forgotten since. */
function formerFacts(connection: Connection, run: number): number | null {
  const former = connection.prepare<[number], { facts: number | null; totals: number }>(
    `SELECT counts ->> '$.facts' AS facts, totals IS NOT NULL AS totals FROM runs
     WHERE status = 'finished' AND id < ? ORDER BY id DESC LIMIT 1`,
  )
  const row = former.get(run)
  return row?.totals === 1 ? row.facts : null
}

const FACTS = 'FROM validity v JOIN facts f ON f.result = v.result'

/** What a fact says, apart from the rule that found it and the words it stands on. */
function contentOf(fact: string): string {
  return CONTENT.map((column) => `${fact}.${column}`).join(', ')
}

const CONTENT = 'subject metric quantity relation object event time modality attribution'.split(' ')
