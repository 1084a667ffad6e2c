import type { Connection } from './database.js'

/** A source that was forgotten on request: what is left of it. */
export interface ForgottenSource {
  readonly sha256: string
  /** ISO 8601, UTC. */
  readonly forgotten: string
  /** Who asked, or why, in the words of the one who did it. */
  readonly reason: string | null
  /** When it was let in again; null while it is refused. */
  readonly readmitted: string | null
}

/** The sources that were forgotten on request, by the digests of their bytes. */
export interface Forgotten {
  /** True where these bytes are refused. */
  has(sha256: string): boolean
  add(source: Omit<ForgottenSource, 'readmitted'>): void
  readmit(sha256: string, at: string): void
  /** In the order in which they were forgotten. */
  list(): readonly ForgottenSource[]
}

/** Under this code a forgotten source that comes again stands in quarantine. */
export const FORGOTTEN_CODE = 'source-forgotten'

export function forgottenMessage(path: string): string {
  return `${path}: these bytes were forgotten on request, so they are not read. Let them in again with --readmit.`
}

export function openForgotten(connection: Connection): Forgotten {
  const find = connection.prepare<[string], { sha256: string }>(
    'SELECT sha256 FROM forgotten WHERE sha256 = ? AND readmitted IS NULL',
  )
  const add = connection.prepare<[string, string, string | null]>(
    `INSERT INTO forgotten (sha256, forgotten, reason) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET forgotten = excluded.forgotten, reason = excluded.reason,
       readmitted = NULL`,
  )
  const readmit = connection.prepare<[string, string]>(
    'UPDATE forgotten SET readmitted = ? WHERE sha256 = ? AND readmitted IS NULL',
  )
  const list = connection.prepare<[], ForgottenSource>(
    'SELECT sha256, forgotten, reason, readmitted FROM forgotten ORDER BY forgotten, sha256',
  )
  return {
    has: (sha256) => find.get(sha256) !== undefined,
    add({ sha256, forgotten, reason }) {
      add.run(sha256, forgotten, reason)
    },
    readmit(sha256, at) {
      readmit.run(at, sha256)
    },
    list: () => list.all(),
  }
}
