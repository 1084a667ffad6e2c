import type { Connection } from './database.js'
import type { FileMark } from './sources.js'

/** An input file with what the file system says of it. */
export interface MarkedFile {
  /** Its absolute path. */
  readonly file: string
  /** What records give as its place. */
  readonly path: string
  readonly mark: FileMark
}

/** An input file that holds what it held, and that nothing is to be done with. */
export interface UnchangedFile {
  /** False for one of several places of the same bytes, but for the first in this run. */
  readonly isFirst: boolean
  /** Why its document is in quarantine; null if it is not. */
  readonly failure: { readonly code: string; readonly message: string } | null
}

/**
 * Takes files that are as they were for inputs of the run, many at a time since there are many of
 * them; gives one answer a file, null for a file that must be read. `keep`: also notes that they
 * are still there, for a run that prunes.
 */
export type TakeUnchanged = (
  files: readonly MarkedFile[],
  options: { readonly keep: boolean },
) => readonly (UnchangedFile | null)[]

/** Reads the tables of `sources.ts`, `touched-documents.ts` and the session, which are there already. */
export function openUnchangedFiles(connection: Connection): TakeUnchanged {
  const known = connection
    .prepare<[string], KnownFile>(
      `SELECT j.key AS place, s.key AS source, s.path, s.document, s.size, s.mtime, s.inode,
         f.code, f.message
       FROM json_each(?) j CROSS JOIN sources s ON s.file = j.value
       CROSS JOIN validity v INDEXED BY validity_current
         ON v.document = s.document AND v.to_run IS NULL
       LEFT JOIN failures f ON f.result = v.result
       WHERE s.mtime IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM temp.touched t WHERE t.document = s.document)`,
    )
    .safeIntegers()
  const note = connection
    .prepare<[string], number>(
      'INSERT OR IGNORE INTO temp.inputs SELECT value FROM json_each(?) WHERE true RETURNING document',
    )
    .pluck()
  const keepAll = connection.prepare<[string]>(
    'INSERT OR IGNORE INTO temp.kept SELECT value FROM json_each(?)',
  )
  return (files, { keep }) => {
    const names = JSON.stringify(files.map(({ file }) => file))
    const unchanged = known.all(names).filter((row) => isAsItWas(row, files[Number(row.place)]!))
    const documents = unchanged.map(({ document }) => Number(document))
    const first = new Set(note.all(JSON.stringify(documents)))
    if (keep) keepAll.run(JSON.stringify(unchanged.map(({ source }) => Number(source))))
    const answers = files.map((): UnchangedFile | null => null)
    for (const { place, document, code, message } of unchanged) {
      const failure = code === null || message === null ? null : { code, message }
      answers[Number(place)] = { isFirst: first.delete(Number(document)), failure }
    }
    return answers
  }
}

interface KnownFile {
  readonly place: bigint
  readonly source: bigint
  readonly path: string
  readonly document: bigint
  readonly size: bigint
  readonly mtime: bigint
  readonly inode: bigint
  readonly code: string | null
  readonly message: string | null
}

function isAsItWas(row: KnownFile, { path, mark }: MarkedFile): boolean {
  return (
    row.mtime === mark.mtime &&
    row.inode === mark.inode &&
    Number(row.size) === mark.size &&
    row.path === path
  )
}
