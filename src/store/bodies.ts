import type { BodySketch } from '../corpus/corpus-layer.js'
import type { Connection } from './database.js'

/** The distinct bodies that results have, with their sketches. */
export interface Bodies {
  /** Keeps the sketch of a result's body, once for equal bodies. */
  add(result: number, sketch: BodySketch): void
  /** The body of a result; null where it was not sketched. */
  of(result: number): number | null
  /** Forgets all sketches and what is built on them, if they were made otherwise than now. */
  keepOnly(fingerprint: string): void
  /** Forgets all sketches and what is built on them. */
  clear(): void
  /** Forgets what is built on the sketches, so that all of it is built again. */
  restart(): void
}

export function openBodies(connection: Connection): Bodies {
  const insert = connection.prepare<[string, number, Uint8Array, string | null]>(
    'INSERT OR IGNORE INTO bodies (digest, rank, features, collocations) VALUES (?, ?, ?, ?)',
  )
  const link = connection.prepare<[number, string]>(
    'INSERT OR IGNORE INTO sketches SELECT ?, key FROM bodies WHERE digest = ?',
  )
  const find = connection.prepare<[number], { body: number }>(
    'SELECT body FROM sketches WHERE result = ?',
  )
  const clear = (): void => {
    for (const table of TABLES) connection.exec(`DELETE FROM ${table}`)
  }
  return {
    clear,
    restart() {
      for (const table of BUILT) connection.exec(`DELETE FROM ${table}`)
      connection.exec('UPDATE corpus SET run = 0')
    },
    add(result, { digest, rank, features, collocations }) {
      const found = collocations.length === 0 ? null : JSON.stringify(collocations)
      insert.run(digest, rank, packFeatures(features), found)
      link.run(result, digest)
    },
    of: (result) => find.get(result)?.body ?? null,
    keepOnly(fingerprint) {
      const state = connection.prepare<[], { fingerprint: string }>(
        'SELECT fingerprint FROM corpus',
      )
      if (state.get()?.fingerprint === fingerprint) return
      clear()
      connection.prepare<[string]>('INSERT INTO corpus VALUES (?, 0)').run(fingerprint)
    },
  }
}

/** All but `reprints`, in an order that their references allow. */
const TABLES = ['corpus', 'components', 'buckets', 'members', 'sketches', 'bodies']
const BUILT = ['components', 'buckets', 'members']

/** Numbers below 2 ** 53 as eight bytes each, little-endian. */
export function packFeatures(features: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(8 * features.length)
  for (const [index, feature] of features.entries()) bytes.writeDoubleLE(feature, 8 * index)
  return bytes
}

/** The reverse of `packFeatures`. */
export function unpackFeatures(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length / 8 }, (_, index) => bytes.readDoubleLE(8 * index))
}
