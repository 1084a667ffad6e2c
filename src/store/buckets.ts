import { unpackFeatures } from './bodies.js'
import type { Connection } from './database.js'

/** The current bodies by their features; see `CorpusIndex`. */
export interface Buckets {
  enter(body: number): readonly number[]
  leave(body: number): readonly number[]
  neighbours(body: number): readonly number[]
  features(body: number): readonly number[]
}

/** How many of a bucket's bodies, the lowest by rank, are compared with all others in it. */
const LEADERS = 8

/**
 * Two bodies are compared where they share so many buckets that one of them leads: one alone may be
 * a turn of phrase. Counted from either body it is the same number.
 */
const LEAST_SHARED = 2

export function openBuckets(connection: Connection): Buckets {
  const read = connection.prepare<[number], { rank: number; features: Buffer }>(
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
  const leaders = connection
    .prepare<[number], number>(
      `SELECT body FROM buckets WHERE feature = ? ORDER BY rank, body LIMIT ${LEADERS}`,
    )
    .pluck()
  const all = connection
    .prepare<[number], number>('SELECT body FROM buckets WHERE feature = ?')
    .pluck()
  const load = (body: number): { rank: number; features: readonly number[] } => {
    const row = read.get(body)
    if (row === undefined) throw new RangeError(`There is no body ${body}.`)
    return { rank: row.rank, features: unpackFeatures(row.features) }
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
    neighbours(body) {
      const shared = new Map<number, number>()
      for (const feature of load(body).features) {
        const first = leaders.all(feature)
        const isLeader = first.length === LEADERS && first.includes(body)
        for (const other of isLeader ? all.all(feature) : first)
          shared.set(other, (shared.get(other) ?? 0) + 1)
      }
      shared.delete(body)
      return [...shared].flatMap(([other, count]) => (count >= LEAST_SHARED ? [other] : []))
    },
    features: (body) => load(body).features,
  }
}
