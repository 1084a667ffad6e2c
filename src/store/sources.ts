import type { Location } from '../pipeline/records.js'
import type { Connection } from './database.js'

/** What the file system says of a file: equal, and the content is taken to be. */
export interface FileMark {
  readonly size: number
  /** Of its last change, in nanoseconds. */
  readonly mtime: bigint
  readonly inode: bigint
}

/** An input file with what it held when it was read. */
export interface ReadSource extends Location {
  /** Its absolute path; for standard input something that no other input has. */
  readonly file: string
  readonly document: number
  /** Null where it cannot tell whether the file changes after this run. */
  readonly mark: FileMark | null
}

/** The files of a run, and what they held when a finished run last saw them. */
export interface Sources {
  /** Notes a file that is among the inputs and cannot be read. */
  keep(file: string): void
  /** Notes a file that was read. */
  found(source: ReadSource): void
}

export function openSources(connection: Connection): Sources {
  connection.exec(TABLES)
  const keep = connection.prepare<[string]>(
    'INSERT OR IGNORE INTO temp.kept SELECT key FROM sources WHERE file = ?',
  )
  const add = connection.prepare<
    [string, string, number | null, number, number | null, bigint | null, bigint | null]
  >('INSERT OR REPLACE INTO temp.found VALUES (?, ?, ?, ?, ?, ?, ?)')
  return {
    keep(file) {
      keep.run(file)
    },
    found({ file, path, item, document, mark }) {
      const { size = null, mtime = null, inode = null } = mark ?? {}
      add.run(file, path, item, document, size, mtime, inode)
    },
  }
}

const TABLES = `
DROP TABLE IF EXISTS temp.kept;
DROP TABLE IF EXISTS temp.found;
CREATE TEMP TABLE kept (source INTEGER PRIMARY KEY);
CREATE TEMP TABLE found (
  file TEXT PRIMARY KEY, path TEXT, item INTEGER, document INTEGER,
  size INTEGER, mtime INTEGER, inode INTEGER
) WITHOUT ROWID;
`

/**
 * Brings the places of documents up to date with the files of `run`: a file that held another document
 * holds it no longer; with `prune`, neither does one that is not among the inputs. The documents that
 * lost a place are in `temp.gone` then. The caller holds the transaction.
 */
export function updateLocations(connection: Connection, run: number, prune: boolean): void {
  connection.exec(
    `DROP TABLE IF EXISTS temp.gone; CREATE TEMP TABLE gone (document INTEGER, path TEXT);
     INSERT INTO temp.gone SELECT s.document, s.path FROM temp.found f
       JOIN sources s ON s.file = f.file AND (s.document <> f.document OR s.path <> f.path);`,
  )
  if (prune)
    connection.exec(
      `DELETE FROM sources WHERE key NOT IN (SELECT source FROM temp.kept)
         AND file NOT IN (SELECT file FROM temp.found);
       INSERT INTO temp.gone SELECT document, path FROM locations WHERE to_run IS NULL;`,
    )
  connection.exec(
    `INSERT INTO sources (file, path, document, size, mtime, inode)
     SELECT file, path, document, size, mtime, inode FROM temp.found WHERE true
     ON CONFLICT (file) DO UPDATE SET path = excluded.path, document = excluded.document,
       size = excluded.size, mtime = excluded.mtime, inode = excluded.inode;`,
  )
  connection
    .prepare<[number]>(
      `UPDATE locations SET to_run = ? WHERE to_run IS NULL
         AND (document, path) IN (SELECT document, path FROM temp.gone)
         AND NOT EXISTS (SELECT 1 FROM sources s
           WHERE s.document = locations.document AND s.path = locations.path)`,
    )
    .run(run)
  connection
    .prepare<[number]>(
      `INSERT OR IGNORE INTO locations (document, path, item, run)
       SELECT document, path, item, ? FROM temp.found`,
    )
    .run(run)
}
