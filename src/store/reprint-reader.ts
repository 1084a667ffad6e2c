import type { Reprint } from '../corpus/corpus-index.js'
import type { Connection } from './database.js'
import { type ReprintRow, toReprint } from './reprint-rows.js'

/** What an article is to the others, as of a run. */
export interface StoredReprint extends Reprint {
  /** The article id of the root; null for an article that reprints none. */
  readonly rootId: string | null
}

/** Reprints as they were when a run had finished. Documents go by their keys. */
export interface ReprintReader {
  /** Null for an article that is no reprint, and not spun. */
  reprint(document: number): StoredReprint | null
  /** The documents that reprint this one, in order of their article ids. */
  reprintsOf(document: number): readonly number[]
  /** The current result of a document; null if it has none. */
  resultOf(document: number): number | null
  /** The document of an article by its id; null for an unknown one. */
  findArticle(id: string): number | null
}

export function openReprintReader(connection: Connection, run: number): ReprintReader {
  const reprint = connection.prepare<
    [{ document: number; run: number }],
    ReprintRow & { rootId: string | null }
  >(
    `SELECT v.root, v.similarity, v.spun, v.evidence, ${ID_OF_ROOT} AS rootId
     FROM reprints v WHERE v.document = @document AND ${VALID}`,
  )
  const reprints = connection.prepare<[{ document: number; run: number }], { document: number }>(
    `SELECT v.document FROM reprints v JOIN documents d ON d.key = v.document
     WHERE v.root = @document AND ${VALID} ORDER BY d.sha256`,
  )
  const result = connection.prepare<[{ document: number; run: number }], { result: number }>(
    `SELECT v.result FROM validity v WHERE v.document = @document AND ${VALID}`,
  )
  const article = connection.prepare<[{ id: string; run: number }], { document: number }>(
    `SELECT v.document FROM articles a JOIN validity v ON v.result = a.result
     WHERE a.id = @id AND ${VALID}`,
  )
  return {
    reprint(document) {
      const row = reprint.get({ document, run })
      return row === undefined ? null : { ...toReprint(row), rootId: row.rootId }
    },
    reprintsOf: (document) => reprints.all({ document, run }).map((row) => row.document),
    resultOf: (document) => result.get({ document, run })?.result ?? null,
    findArticle: (id) => article.get({ id, run })?.document ?? null,
  }
}

const VALID = 'v.from_run <= @run AND (v.to_run IS NULL OR v.to_run > @run)'

/** An article's id follows from its document's bytes, so that any result of the document tells it. */
const ID_OF_ROOT = `(SELECT a.id FROM results r JOIN articles a ON a.result = r.key
  WHERE r.document = v.root LIMIT 1)`
