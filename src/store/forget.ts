import { UsageError } from '../core/errors.js'
import type { CorpusLayer } from '../corpus/corpus-layer.js'
import type { Connection } from './database.js'
import { openForgotten } from './forgotten.js'
import { discard, type Discarded } from './housekeeping.js'
import { fromJson } from './json.js'
import { relinkReprints } from './relink-reprints.js'

/** A stored source that a name stands for: a place, an article's id or a digest of bytes. */
export interface NamedSource {
  readonly document: number
  readonly sha256: string
  readonly bytes: number
  /** Every place where it was found, by path. */
  readonly paths: readonly string[]
  readonly title: string | null
}

export interface ForgetOptions {
  /** When; ISO 8601, UTC. */
  readonly at: string
  /** Who asked, or why; kept in the store. */
  readonly reason: string | null
  /** Links the reprints of others anew; null where the layer of the last run cannot be had. */
  readonly layer: CorpusLayer | null
}

/**
 * The stored sources that `name` stands for; a path may stand for several, one after the other.
 * @throws {UsageError} if it stands for none
 */
export function findSources(connection: Connection, name: string): readonly NamedSource[] {
  const rows = connection
    .prepare<[{ name: string }], SourceRow>(
      `SELECT d.key AS document, d.sha256, d.bytes,
         (SELECT json_group_array(path) FROM (
            SELECT DISTINCT path FROM locations WHERE document = d.key ORDER BY path)) AS paths,
         (SELECT a.title FROM results r JOIN articles a ON a.result = r.key
          WHERE r.document = d.key ORDER BY r.key DESC LIMIT 1) AS title
       FROM documents d WHERE d.key IN (
         SELECT key FROM documents WHERE sha256 = @name
         UNION SELECT document FROM locations WHERE path = @name
         UNION SELECT r.document FROM articles a JOIN results r ON r.key = a.result WHERE a.id = @name)
       ORDER BY d.key`,
    )
    .all({ name })
  if (rows.length > 0)
    return rows.map((row) => ({ ...row, paths: fromJson<readonly string[]>(row.paths) }))
  const isForgotten = openForgotten(connection).has(name)
  throw new UsageError(
    'source-unknown',
    isForgotten
      ? `${name}: already forgotten. "yuanju forgotten" lists what was.`
      : `${name}: the store holds no such source. Name it by its path as records give it, its article's id (a_…) or the sha256 of its bytes.`,
  )
}

/**
 * Removes sources with all that came of them in every run, and links the reprints of others as if
 * they had never been there. The caller holds the run lock.
 */
export function forgetSources(
  connection: Connection,
  sources: readonly NamedSource[],
  { at, reason, layer }: ForgetOptions,
): Discarded {
  const keys = sources.map(({ document }) => document).join(', ')
  return discard(connection, { isTrial: false }, (discarder) => {
    const forgotten = openForgotten(connection)
    for (const { sha256 } of sources) forgotten.add({ sha256, forgotten: at, reason })
    discarder.delete(
      'unreadable',
      `path IN (SELECT path FROM locations WHERE document IN (${keys}))`,
    )
    // Whoever reprinted it, reprints it no more, also in runs that are not linked anew.
    discarder.delete('reprints', `root IN (${keys})`)
    discarder.deleteWithReferences('results', `SELECT key FROM results WHERE document IN (${keys})`)
    discarder.deleteWithReferences('documents', `SELECT key FROM documents WHERE key IN (${keys})`)
    // What runs told at their ends quotes the articles.
    connection.exec('UPDATE runs SET totals = NULL, inputs = NULL')
    relinkReprints(connection, layer)
    // Last, since what was built on a forgotten body is gone only now.
    discarder.deleteOrphans()
  })
}

interface SourceRow extends Omit<NamedSource, 'paths'> {
  readonly paths: string
}
