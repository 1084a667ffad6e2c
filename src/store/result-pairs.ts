import type { Connection } from './database.js'

/** A document whose records two runs left in different states: its results, null where it had none. */
export interface ResultPair {
  readonly document: number
  readonly before: number | null
  readonly after: number | null
  /** True where both have the same article and mentions, so that only facts differ. */
  readonly differInFacts: boolean
}

/** The documents that differ between the ends of two runs, by path, then in the order they came. */
export function openResultPairs(
  connection: Connection,
): (before: number, after: number) => Iterable<ResultPair> {
  const pairs = connection.prepare<
    [Record<'before' | 'after' | 'first' | 'last', number>],
    PairRow
  >(
    `SELECT p.document, p.before, p.after, b.digest AS formerDigest, a.digest,
       ifnull((SELECT min(path) FROM locations l WHERE l.document = p.document), '') AS path
     FROM (
       SELECT v.document, max(${resultAt('before')}) AS before, max(${resultAt('after')}) AS after
       FROM (SELECT document FROM validity WHERE from_run > @first AND from_run <= @last
         UNION SELECT document FROM validity WHERE to_run > @first AND to_run <= @last) c
       CROSS JOIN validity v ON v.document = c.document
       GROUP BY v.document
     ) p
     LEFT JOIN results b ON b.key = p.before LEFT JOIN results a ON a.key = p.after
     WHERE p.before IS NOT p.after ORDER BY path, p.document`,
  )
  return function* (before, after) {
    const [first, last] = [Math.min(before, after), Math.max(before, after)]
    for (const row of pairs.iterate({ before, after, first, last })) yield toPair(row)
  }
}

interface PairRow extends Omit<ResultPair, 'differInFacts'> {
  readonly formerDigest: string | null
  readonly digest: string | null
}

function toPair({ document, before, after, formerDigest, digest }: PairRow): ResultPair {
  const rest = restOf(digest)
  return { document, before, after, differInFacts: rest !== '' && rest === restOf(formerDigest) }
}

/** The parts of a result's digest that tell all but its facts; nothing of one that has none. */
function restOf(digest: string | null): string {
  return (digest ?? '').split(' ').slice(0, -1).join(' ')
}

function resultAt(run: string): string {
  return `CASE WHEN v.from_run <= @${run} AND (v.to_run IS NULL OR v.to_run > @${run}) THEN v.result END`
}
