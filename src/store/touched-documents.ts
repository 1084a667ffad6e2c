import type { Frame } from '../core/unit.js'
import type { ChangedUnit, StageChange } from '../pipeline/compare-states.js'
import type { Connection } from './database.js'
import { literalFinder } from './find-literals.js'
import { unpackPage } from './pages.js'

/** The current documents that a change of the pipeline can touch. */
export interface TouchedDocuments {
  /** Finds them; gives how many there are, and which part of the change touches how many. */
  find(changes: readonly StageChange[]): TouchReport
  /** Takes all current documents for touched. */
  takeAll(): TouchReport
  /** From which to which of the pipeline's stages the change touches a document; null: by none. */
  of(document: number): StageRange | null
  /** Those that are not among the run's inputs. */
  besides(): readonly number[]
}

/** Places in the pipeline, both included. */
export interface StageRange {
  readonly first: number
  readonly last: number
}

export interface TouchReport {
  /** How many current documents there are, and how many of them may come out otherwise. */
  readonly documents: number
  readonly touched: number
  readonly causes: readonly TouchCause[]
}

/** A changed part of the pipeline with the documents it can touch. */
export interface TouchCause {
  readonly stage: string
  /** Why all are touched; null where a unit changed. */
  readonly reason: string | null
  readonly unit: ChangedUnit | null
  readonly documents: number
  /** By literal, in how many documents it stands; the most frequent first. */
  readonly literals: readonly { readonly literal: string; readonly documents: number }[]
}

export function openTouchedDocuments(connection: Connection): TouchedDocuments {
  connection.exec(TABLE)
  const range = connection.prepare<[number], StageRange>(
    'SELECT first, last FROM temp.touched WHERE document = ?',
  )
  const note = connection.prepare<[number, number, number]>(
    `INSERT INTO temp.touched VALUES (?, ?, ?) ON CONFLICT (document)
     DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last)`,
  )
  const noteAll = connection.prepare<[number, number]>(
    `INSERT INTO temp.touched SELECT document, ?, ? FROM validity WHERE to_run IS NULL
     ON CONFLICT (document)
     DO UPDATE SET first = min(first, excluded.first), last = max(last, excluded.last)`,
  )
  // A document that failed may not do so now, and one whose page was not kept cannot be looked into.
  const noteUnknown = connection.prepare<[]>(
    `INSERT INTO temp.touched SELECT v.document, 0, 0 FROM validity v
     JOIN results r ON r.key = v.result
     WHERE v.to_run IS NULL AND (r.digest IS NULL
       OR EXISTS (SELECT 1 FROM failures f WHERE f.result = v.result))
     ON CONFLICT (document) DO UPDATE SET first = 0`,
  )
  const current = connection.prepare<[], { n: number }>(
    'SELECT count(*) AS n FROM validity WHERE to_run IS NULL',
  )
  const touched = connection.prepare<[], { n: number }>('SELECT count(*) AS n FROM temp.touched')
  const besides = connection.prepare<[], { document: number }>(
    `SELECT document FROM temp.touched
     WHERE document NOT IN (SELECT document FROM temp.inputs) ORDER BY document`,
  )
  const reportOf = (causes: readonly TouchCause[]): TouchReport => ({
    documents: current.get()?.n ?? 0,
    touched: touched.get()?.n ?? 0,
    causes,
  })
  return {
    find(changes) {
      if (changes.length === 0) return reportOf([])
      noteUnknown.run()
      const causes: Cause[] = changes.flatMap(({ stage, index, reason, units }): Cause[] =>
        reason === null
          ? units.map((unit) => ({ ...newCause(stage, index), unit }))
          : [{ ...newCause(stage, index), reason }],
      )
      for (const cause of causes)
        if (cause.reason !== null) {
          noteAll.run(cause.index, cause.index)
          cause.documents = current.get()?.n ?? 0
        }
      // Where all are touched from the first stage on, nothing needs to be looked for.
      const isAll = causes.some(({ reason, index }) => reason !== null && index === 0)
      if (!isAll) for (const frame of FRAMES) search(frame, causes)
      return reportOf(causes.map(toCause))
    },
    takeAll() {
      noteAll.run(0, 0)
      return reportOf([])
    },
    of: (document) => range.get(document) ?? null,
    besides: () => besides.all().map(({ document }) => document),
  }

  /** One pass over the texts of a frame for the literals of all units that are looked for in it. */
  function search(frame: Frame, causes: readonly Cause[]): void {
    const units = causes.filter(({ unit }) => unit?.frame === frame)
    if (units.length === 0) return
    const owners = new Map<string, Cause[]>()
    const always: Cause[] = []
    for (const cause of units) {
      const literals = cause.unit?.literals ?? null
      if (literals === null) always.push(cause)
      else
        for (const literal of literals) {
          const known = owners.get(literal)
          if (known === undefined) owners.set(literal, [cause])
          else known.push(cause)
        }
    }
    const find = literalFinder([...owners.keys()])
    for (const { document, text } of readTexts(connection, frame, owners.size > 0)) {
      const hit = new Set(always)
      for (const literal of find(text))
        for (const cause of owners.get(literal)!) {
          hit.add(cause)
          cause.literals.set(literal, (cause.literals.get(literal) ?? 0) + 1)
        }
      for (const cause of hit) {
        cause.documents++
        note.run(document, cause.index, cause.index)
      }
    }
  }
}

const TABLE = `
DROP TABLE IF EXISTS temp.touched;
CREATE TEMP TABLE touched (document INTEGER PRIMARY KEY, first INTEGER, last INTEGER);
`

const FRAMES: readonly Frame[] = ['body', 'page', 'traditional']

interface Cause {
  readonly stage: string
  readonly index: number
  readonly reason: string | null
  readonly unit: ChangedUnit | null
  documents: number
  readonly literals: Map<string, number>
}

function newCause(stage: string, index: number): Cause {
  return { stage, index, reason: null, unit: null, documents: 0, literals: new Map() }
}

function toCause({ stage, reason, unit, documents, literals }: Cause): TouchCause {
  const counts = [...literals].map(([literal, count]) => ({ literal, documents: count }))
  counts.sort((a, b) => b.documents - a.documents || (a.literal < b.literal ? -1 : 1))
  return { stage, reason, unit, documents, literals: counts }
}

/** Without `withText` every text is empty, for units that any text can touch. */
function* readTexts(
  connection: Connection,
  frame: Frame,
  withText: boolean,
): Generator<{ readonly document: number; readonly text: string }> {
  for (let after = 0; ;) {
    // Read in portions: a statement cannot write while it reads.
    const rows = connection
      .prepare<[number], TextRow>(frame === 'body' ? bodyRows(withText) : pageRows(frame, withText))
      .all(after)
    for (const { document, text, content } of rows)
      yield { document, text: content === null ? (text ?? '') : unpackPage(content) }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.document
  }
}

interface TextRow {
  readonly document: number
  readonly text: string | null
  readonly content: Uint8Array | null
}

const PORTION = 500

const PORTION_OF = `WHERE v.to_run IS NULL AND v.document > ? ORDER BY v.document LIMIT ${PORTION}`

function bodyRows(withText: boolean): string {
  const parts = ['a.title', 'a.publisher', 'a.names', 'a.text'].map((part) => `ifnull(${part}, '')`)
  return `SELECT v.document, ${withText ? parts.join(` || char(10) || `) : 'NULL'} AS text,
    NULL AS content
    FROM validity v INDEXED BY validity_current JOIN articles a ON a.result = v.result ${PORTION_OF}`
}

function pageRows(frame: Frame, withText: boolean): string {
  const only = frame === 'traditional' ? 'AND p.traditional = 1' : ''
  return `SELECT v.document, NULL AS text, ${withText ? 'p.content' : 'NULL AS content'}
    FROM validity v INDEXED BY validity_current JOIN results r ON r.key = v.result
    JOIN pages p ON p.key = r.page ${only} ${PORTION_OF}`
}
