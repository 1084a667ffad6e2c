import type { Reprint, ReprintEvidence } from '../corpus/corpus-index.js'
import type { Connection } from './database.js'
import { fromJson } from './json.js'

/** Sets what each document is to the others, from `run` on; what is as it was is stored once. */
export interface ReprintWriter {
  reprint(document: number): Reprint | null
  setReprint(document: number, reprint: Reprint | null): void
}

export function openReprintWriter(connection: Connection, run: number): ReprintWriter {
  const find = connection.prepare<[number], ReprintRow>(
    `SELECT root, similarity, spun, evidence FROM reprints
     WHERE document = ? AND to_run IS NULL`,
  )
  const close = connection.prepare<[number, number]>(
    'UPDATE reprints SET to_run = ? WHERE document = ? AND to_run IS NULL',
  )
  const insert = connection.prepare<[number, number | null, number | null, number, string, number]>(
    `INSERT INTO reprints (document, root, similarity, spun, evidence, from_run)
     VALUES (?, ?, ?, ?, ?, ?)`,
  )
  return {
    reprint(document) {
      const row = find.get(document)
      return row === undefined ? null : toReprint(row)
    },
    setReprint(document, reprint) {
      const former = find.get(document)
      if (reprint === null) {
        if (former !== undefined) close.run(run, document)
        return
      }
      const { root, similarity, isSpun, evidence } = reprint
      const row = { root, similarity, spun: isSpun ? 1 : 0, evidence: JSON.stringify(evidence) }
      if (former !== undefined) {
        if (isSameRow(former, row)) return
        close.run(run, document)
      }
      insert.run(document, row.root, row.similarity, row.spun, row.evidence, run)
    },
  }
}

/** A row of `reprints`. */
export interface ReprintRow {
  readonly root: number | null
  readonly similarity: number | null
  readonly spun: number
  readonly evidence: string
}

export function toReprint({ root, similarity, spun, evidence }: ReprintRow): Reprint {
  return { root, similarity, isSpun: spun === 1, evidence: fromJson<ReprintEvidence>(evidence) }
}

function isSameRow(a: ReprintRow, b: ReprintRow): boolean {
  return (
    a.root === b.root &&
    a.similarity === b.similarity &&
    a.spun === b.spun &&
    a.evidence === b.evidence
  )
}
