import type { ClaimKeys } from '../corpus/claim-keys.js'
import type { FactRecord } from '../pipeline/records.js'
import type { Connection } from './database.js'
import { type FactRow, toFact } from './record-rows.js'

/** Gives the keys of a fact in its article. */
export type KeysOf = (
  fact: FactRecord,
  article: { readonly id: string; readonly published: string | null },
) => ClaimKeys

/** The keys under which the store's facts are gathered into claims; they follow from facts alone. */
export interface ClaimIndex {
  /**
   * Gives keys to facts that have none. `fingerprint` names what decides them: where it is another
   * than before, all are given anew.
   */
  update(fingerprint: string, keysOf: KeysOf): void
}

export function openClaimIndex(connection: Connection): ClaimIndex {
  const state = connection.prepare<[], { fingerprint: string; upto: number }>(
    'SELECT fingerprint, upto FROM claim_index',
  )
  const clear = (): void => {
    // What runs have counted of claims holds no longer.
    connection.exec('DELETE FROM claims; UPDATE runs SET totals = NULL, inputs = NULL')
  }
  const forget = connection.prepare<[]>('DELETE FROM claim_index')
  const remember = connection.prepare<[string, number]>(
    'INSERT INTO claim_index (fingerprint, upto) VALUES (?, ?)',
  )
  const newest = connection.prepare<[], { key: number | null }>(
    'SELECT max(key) AS key FROM results',
  )
  // Results are never changed, and a later one has the greater key.
  const facts = connection.prepare<[number, number], NewFact>(
    `SELECT f.*, a.id AS article, a.published FROM facts f
     JOIN articles a ON a.result = f.result
     WHERE f.result > ? AND f.result <= ? ORDER BY f.result, f.position LIMIT ${PAGE}`,
  )
  const rest = connection.prepare<[number, number], NewFact>(
    `SELECT f.*, a.id AS article, a.published FROM facts f
     JOIN articles a ON a.result = f.result
     WHERE f.result = ? AND f.position > ? ORDER BY f.position`,
  )
  const insert = connection.prepare<[number, number, string, string | null]>(
    'INSERT INTO claims (result, position, claim, topic) VALUES (?, ?, ?, ?)',
  )
  return {
    update(fingerprint, keysOf) {
      const known = state.get()
      const isSame = known?.fingerprint === fingerprint
      if (!isSame) clear()
      const upto = newest.get()?.key ?? 0
      const add = (row: NewFact): void => {
        const { article: id, published } = row
        const { claim, topic } = keysOf(toFact(row, id), { id, published })
        insert.run(row.result, row.position, claim, topic)
      }
      for (let from = isSame ? known.upto : 0; ;) {
        const page = facts.all(from, upto)
        page.forEach(add)
        const last = page.at(-1)
        if (last === undefined || page.length < PAGE) break
        rest.all(last.result, last.position).forEach(add)
        from = last.result
      }
      forget.run()
      remember.run(fingerprint, upto)
    },
  }
}

/** Facts read at a time: a statement cannot write while it reads. */
const PAGE = 10_000

interface NewFact extends FactRow {
  readonly result: number
  readonly position: number
  readonly article: string
  readonly published: string | null
}
