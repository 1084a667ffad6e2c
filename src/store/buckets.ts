import type { Connection } from './database.js'
import { fromJson } from './json.js'

/** The current bodies by their features; see `CorpusIndex`. */
export interface Buckets {
  enter(body: number): readonly number[]
  leave(body: number): readonly number[]
  neighbours(body: number): Iterable<number>
  features(body: number): readonly number[]
}

/** How many of a bucket's bodies, the lowest by rank, are compared with all others in it. */
const LEADERS = 8

export function openBuckets(connection: Connection): Buckets {
  const read = connection.prepare<[number], { rank: number; features: string }>(
    'SELECT rank, features FROM bodies WHERE key = ?',
  )
  const insert = connection.prepare<[number, number, number]>(
    'INSERT INTO buckets (feature, rank, body) VALUES (?, ?, ?)',
  )
  const remove = connection.prepare<[number, number, number]>(
    'DELETE FROM buckets WHERE feature = ? AND rank = ? AND body = ?',
  )
  // The body at a place in the order of the bucket.
  const at = connection.prepare<[number, number], { rank: number; body: number }>(
    'SELECT rank, body FROM buckets WHERE feature = ? ORDER BY rank, body LIMIT 1 OFFSET ?',
  )
  const leaders = connection.prepare<[number], { body: number }>(
    `SELECT body FROM buckets WHERE feature = ? ORDER BY rank, body LIMIT ${LEADERS}`,
  )
  const all = connection.prepare<[number], { body: number }>(
    'SELECT body FROM buckets WHERE feature = ? ORDER BY rank, body',
  )
  const load = (body: number): { rank: number; features: readonly number[] } => {
    const row = read.get(body)
    if (row === undefined) throw new RangeError(`There is no body ${body}.`)
    return { rank: row.rank, features: fromJson(row.features) }
  }
  const leads = (body: number, rank: number, last: { rank: number; body: number }): boolean =>
    rank < last.rank || (rank === last.rank && body <= last.body)
  return {
    enter(body) {
      const { rank, features } = load(body)
      const former: number[] = []
      for (const feature of features) {
        const last = at.get(feature, LEADERS - 1)
        if (last !== undefined && leads(body, rank, last)) former.push(last.body)
        insert.run(feature, rank, body)
      }
      return former
    },
    leave(body) {
      const { rank, features } = load(body)
      const promoted: number[] = []
      for (const feature of features) {
        const next = at.get(feature, LEADERS)
        if (next !== undefined && !leads(next.body, next.rank, { rank, body }))
          promoted.push(next.body)
        remove.run(feature, rank, body)
      }
      return promoted
    },
    *neighbours(body) {
      const seen = new Set([body])
      for (const feature of load(body).features) {
        const first = leaders.all(feature)
        const isLeader = first.some((row) => row.body === body)
        const rows = isLeader && first.length === LEADERS ? all.all(feature) : first
        for (const row of rows) {
          if (seen.has(row.body)) continue
          seen.add(row.body)
          yield row.body
        }
      }
    },
    features: (body) => load(body).features,
  }
}
