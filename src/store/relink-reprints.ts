import type { CorpusLayer } from '../corpus/corpus-layer.js'
import { linkReprints } from '../corpus/link-reprints.js'
import { openBodies } from './bodies.js'
import { openCorpusIndex } from './corpus-tables.js'
import type { Connection } from './database.js'

/**
 * Links reprints anew for the last runs that were linked by `layer`, one after the other, from the
 * bodies that are stored: the outcome is that of those runs over what is there now. Where the last
 * run was linked by another layer, or by none that is known, the next run links everything anew.
 */
export function relinkReprints(connection: Connection, layer: CorpusLayer | null): void {
  const runs = connection
    .prepare<[], { id: number; corpus: string | null }>(
      `SELECT id, corpus FROM runs WHERE status = 'finished' AND cleared IS NULL ORDER BY id`,
    )
    .all()
  const lastOther = runs.findLastIndex(({ corpus }) => corpus !== layer?.fingerprint)
  const [first, ...rest] = runs.slice(lastOther + 1)
  const bodies = openBodies(connection)
  if (layer === null || first === undefined) {
    bodies.clear()
    return
  }
  bodies.keepOnly(layer.fingerprint)
  bodies.restart()
  // What earlier runs saw ends here; what these saw is made again.
  connection.prepare<[number]>('DELETE FROM reprints WHERE from_run >= ?').run(first.id)
  connection
    .prepare<[{ run: number }]>(
      'UPDATE reprints SET to_run = @run WHERE to_run IS NULL OR to_run > @run',
    )
    .run({ run: first.id })
  for (const { id } of [first, ...rest]) linkReprints(openCorpusIndex(connection, id), layer)
}
