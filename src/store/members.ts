import type { CorpusChanges } from '../corpus/corpus-index.js'
import type { BodySketch } from '../corpus/corpus-layer.js'
import type { Bodies } from './bodies.js'
import type { Connection } from './database.js'

/**
 * Brings the table of current documents up to date with what had become current, or ceased to be,
 * when `run` ended, since reprints were last linked; gives what that changes.
 */
export function updateMembers(
  connection: Connection,
  bodies: Bodies,
  { run, sketch }: { readonly run: number; readonly sketch: (text: string) => BodySketch },
): CorpusChanges {
  const touched = connection.prepare<[{ run: number }], { document: number }>(
    `SELECT DISTINCT v.document FROM validity v, corpus c
     WHERE (v.from_run > c.run AND v.from_run <= @run) OR (v.to_run > c.run AND v.to_run <= @run)
     ORDER BY v.document`,
  )
  const now = connection.prepare<[{ document: number; run: number }], Row & { result: number }>(
    `SELECT a.result, a.id, a.published FROM validity v JOIN articles a ON a.result = v.result
     WHERE v.document = @document AND v.from_run <= @run AND (v.to_run IS NULL OR v.to_run > @run)`,
  )
  const before = connection.prepare<[number], Row & { body: number }>(
    'SELECT id, body, published FROM members WHERE document = ?',
  )
  const text = connection.prepare<[number], { text: string }>(
    'SELECT text FROM articles WHERE result = ?',
  )
  const put = connection.prepare<[number, string, number, string | null]>(
    'INSERT OR REPLACE INTO members (document, id, body, published) VALUES (?, ?, ?, ?)',
  )
  const remove = connection.prepare<[number]>('DELETE FROM members WHERE document = ?')
  const holder = connection.prepare<[number], { document: number }>(
    'SELECT document FROM members WHERE body = ? LIMIT 1',
  )
  const isHeld = (body: number): boolean => holder.get(body) !== undefined
  const bodyOf = (result: number): number => {
    const known = bodies.of(result)
    if (known !== null) return known
    bodies.add(result, sketch(text.get(result)?.text ?? ''))
    return bodies.of(result) ?? 0
  }

  const wasHeld = new Map<number, boolean>()
  const note = (body: number): void => {
    if (!wasHeld.has(body)) wasHeld.set(body, isHeld(body))
  }
  const documents = new Set<number>()
  for (const { document } of touched.all({ run })) {
    const former = before.get(document)
    const present = now.get({ document, run })
    const body = present === undefined ? null : bodyOf(present.result)
    const isSame = former?.body === body && former.published === present?.published
    if (isSame || (former === undefined && present === undefined)) continue
    documents.add(document)
    if (former !== undefined) note(former.body)
    if (body !== null) note(body)
    if (present === undefined || body === null) remove.run(document)
    else put.run(document, present.id, body, present.published)
  }
  connection.prepare<[number]>('UPDATE corpus SET run = ?').run(run)
  const held = [...wasHeld].map(([body, was]) => ({ body, was, is: isHeld(body) }))
  const keys = (rows: readonly { readonly body: number }[]) => rows.map(({ body }) => body)
  return {
    came: keys(held.filter(({ was, is }) => !was && is)),
    went: keys(held.filter(({ was, is }) => was && !is)),
    bodies: keys(held.filter(({ is }) => is)),
    documents,
  }
}

interface Row {
  readonly id: string
  readonly published: string | null
}
