import type { Connection } from './database.js'
import { fromJson } from './json.js'

/** An entity's name in the current articles that no gazetteer entry, or no single one, stands for. */
export interface UnlinkedName {
  readonly name: string
  readonly mentions: number
  /** How many articles name it; reprints of one count once. */
  readonly articles: number
}

/** A mention of such a name. */
export interface UnlinkedMention {
  readonly name: string
  /** As written, cleaned and simplified. */
  readonly text: string
  /** The ids of the entries it may be. */
  readonly candidates: readonly string[]
  readonly sentence: string
  readonly article: string
  readonly path: string
  readonly url: string | null
  readonly publisher: string | null
  /** The document, or the one it reprints. */
  readonly origin: number
}

export interface UnlinkedNames {
  /** Those of `min` articles or more, of one entity kind, the most frequent first. */
  list(kind: string, min: number): readonly UnlinkedName[]
  /** Where the names stand, in the order their articles came into the store. */
  mentions(kind: string, names: readonly string[]): Iterable<UnlinkedMention>
}

export function openUnlinkedNames(connection: Connection): UnlinkedNames {
  const list = connection.prepare<[{ kind: string; min: number }], UnlinkedName>(
    `SELECT m.value ->> '$.name' AS name, count(*) AS mentions,
       count(DISTINCT ${ORIGIN}) AS articles ${UNLINKED}
     GROUP BY name HAVING articles >= @min ORDER BY articles DESC, mentions DESC, name`,
  )
  const mentions = connection.prepare<[{ kind: string; names: string }], MentionRow>(
    `SELECT m.value ->> '$.name' AS name, m.text, m.value -> '$.candidates' AS candidates,
       (SELECT s.text FROM sentences s WHERE s.result = m.result AND s.id = m.sentence) AS sentence,
       a.id AS article, a.url, a.publisher, ${ORIGIN} AS origin,
       (SELECT min(l.path) FROM locations l WHERE l.document = v.document) AS path
     ${UNLINKED} AND name IN (SELECT value FROM json_each(@names))
     ORDER BY m.result, m.position`,
  )
  return {
    list: (kind, min) => list.all({ kind, min }),
    *mentions(kind, names) {
      for (const row of mentions.iterate({ kind, names: JSON.stringify(names) }))
        yield { ...row, candidates: fromJson(row.candidates), path: row.path ?? '' }
    },
  }
}

interface MentionRow extends Omit<UnlinkedMention, 'candidates' | 'path'> {
  readonly candidates: string
  readonly path: string | null
}

const ORIGIN = 'ifnull(p.root, v.document)'

const UNLINKED = `
FROM validity v JOIN articles a ON a.result = v.result JOIN mentions m ON m.result = v.result
LEFT JOIN reprints p ON p.document = v.document AND p.to_run IS NULL
WHERE v.to_run IS NULL AND m.kind = @kind AND m.value ->> '$.id' IS NULL`
