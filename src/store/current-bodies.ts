import type { Connection } from './database.js'

/** A current article as those see it who look for what many articles share. */
export interface CurrentBody {
  /** The key of its result, in the order of which bodies are read. */
  readonly result: number
  readonly document: number
  readonly article: string
  readonly path: string
  readonly url: string | null
  readonly publisher: string | null
  /** Characters of spam, injected phrases included, that were taken off the page. */
  readonly spam: number
  /** The cleaned, simplified body. */
  readonly text: string
}

/** The bodies of the articles that are current. */
export interface CurrentBodies {
  count(): number
  /** All of them, some at a time, so that others may be written to the store's side tables meanwhile. */
  all(): Iterable<CurrentBody>
  get(result: number): CurrentBody | null
}

export function openCurrentBodies(connection: Connection): CurrentBodies {
  const count = connection.prepare<[], { n: number }>(
    `SELECT count(*) AS n FROM validity v JOIN articles a ON a.result = v.result
     WHERE v.to_run IS NULL`,
  )
  const next = connection.prepare<[number, number], BodyRow>(
    `${SELECT} AND a.result > ? ORDER BY a.result LIMIT ?`,
  )
  const one = connection.prepare<[number], BodyRow>(`${SELECT} AND a.result = ?`)
  return {
    count: () => count.get()?.n ?? 0,
    *all() {
      let last = -1
      for (;;) {
        const rows = next.all(last, ROWS_AT_ONCE)
        for (const row of rows) yield toBody(row)
        last = rows.at(-1)?.result ?? last
        if (rows.length < ROWS_AT_ONCE) return
      }
    },
    get(result) {
      const row = one.get(result)
      return row === undefined ? null : toBody(row)
    },
  }
}

interface BodyRow {
  readonly result: number
  readonly document: number
  readonly article: string
  readonly path: string | null
  readonly url: string | null
  readonly publisher: string | null
  readonly spam: number
  readonly text: string
}

const SELECT = `
SELECT a.result, v.document, a.id AS article, a.url, a.publisher, a.text,
  ifnull(a.tally ->> '$.dropped.spam', 0) + ifnull(a.tally ->> '$.dropped.injected', 0) AS spam,
  (SELECT l.path FROM locations l WHERE l.document = v.document
   ORDER BY l.path, l.item LIMIT 1) AS path
FROM validity v JOIN articles a ON a.result = v.result
WHERE v.to_run IS NULL`

const ROWS_AT_ONCE = 100

function toBody(row: BodyRow): CurrentBody {
  return { ...row, path: row.path ?? '' }
}
