import { existsSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { StoreError } from '../core/errors.js'
import { APPLICATION_ID, MIGRATIONS } from './schema.js'
import { VIEWS } from './views.js'

export type Connection = SQLite.Database

/**
 * Opens a SQLite store, made if `create` allows it, and brings it to the present schema.
 * @throws {StoreError} if it is not there, cannot be opened or written, or is something else
 */
export function openDatabase(path: string, options: { create: boolean }): Connection {
  if (!options.create && path !== MEMORY && !existsSync(path))
    throw new StoreError(
      'store-missing',
      `There is no store at ${path}. Make one with "yuanju run INPUT --store ${path}", or name another with --store.`,
    )
  try {
    const connection = new SQLite(path, { timeout: 5000 })
    try {
      prepare(connection, path)
    } catch (error) {
      connection.close()
      throw error
    }
    return connection
  } catch (error) {
    throw toStoreError(error, path)
  }
}

/** A store that lives as long as its connection. */
export const MEMORY = ':memory:'

/** Opens `path` and holds it exclusively until closed; null if somebody else does. */
export function openExclusively(path: string): Connection | null {
  const connection = new SQLite(path, { timeout: 0 })
  try {
    connection.exec('BEGIN EXCLUSIVE')
    return connection
  } catch (error) {
    connection.close()
    if (error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

/** What SQLite says, in words that tell what to do; errors of others are given back as they are. */
export function toStoreError(error: unknown, path: string): unknown {
  if (error instanceof SQLite.SqliteError) {
    const code = Object.keys(REMEDIES).find((prefix) => error.code.startsWith(prefix))
    const remedy = code === undefined ? undefined : REMEDIES[code]
    const said = `${path}: ${error.message} (${error.code}).`
    return new StoreError('store-failed', remedy === undefined ? said : `${said} ${remedy}`, {
      cause: error,
    })
  }
  if (error instanceof TypeError && error.message.includes('directory does not exist'))
    return new StoreError(
      'store-failed',
      `${path}: the folder for the store does not exist. Make it, or name another place with --store.`,
      { cause: error },
    )
  return error
}

/** SQLite's result codes by prefix, the more particular first. */
const REMEDIES: Readonly<Record<string, string>> = {
  SQLITE_CANTOPEN:
    'Is it a file in a folder that you may write to? Name another place with --store.',
  SQLITE_READONLY:
    'It cannot be written: check its permissions, or name another place with --store.',
  SQLITE_PERM: 'It cannot be written: check its permissions, or name another place with --store.',
  SQLITE_NOTADB: 'It is not a SQLite database; name another file with --store.',
  SQLITE_CORRUPT: 'The file is damaged: restore it from a copy, or start a new store.',
  SQLITE_FULL: 'The disk is full: make room and run again, what was finished is kept.',
  SQLITE_IOERR:
    'The disk could not be read or written: see to it and run again, what was finished is kept.',
  SQLITE_BUSY: 'Another program is writing to it: wait for that to end and try again.',
  SQLITE_LOCKED: 'Another program is writing to it: wait for that to end and try again.',
}

function prepare(connection: Connection, path: string): void {
  const version = Number(connection.pragma('user_version', { simple: true }))
  const application = Number(connection.pragma('application_id', { simple: true }))
  const tables = connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema')
  const isOurs = application === APPLICATION_ID || (application === 0 && tables.get()?.n === 0)
  if (!isOurs)
    throw new StoreError(
      'store-foreign',
      `${path} is a database of another program; name another file with --store.`,
    )
  if (version > MIGRATIONS.length)
    throw new StoreError(
      'store-too-new',
      `${path} was written by a newer yuanju (schema ${version}, this one knows ${MIGRATIONS.length}). Update yuanju.`,
    )
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = NORMAL')
  connection.pragma('foreign_keys = ON')
  if (version < MIGRATIONS.length) migrate(connection)
}

function migrate(connection: Connection): void {
  connection
    .transaction(() => {
      // Read again inside the transaction: another process may have been first.
      const version = Number(connection.pragma('user_version', { simple: true }))
      for (const step of MIGRATIONS.slice(version)) connection.exec(step)
      connection.exec(VIEWS)
      connection.pragma(`application_id = ${APPLICATION_ID}`)
      connection.pragma(`user_version = ${MIGRATIONS.length}`)
    })
    .immediate()
}
