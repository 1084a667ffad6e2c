import type { CorpusIndex, Member } from '../corpus/corpus-index.js'
import { openBodies } from './bodies.js'
import { openBuckets } from './buckets.js'
import type { Connection } from './database.js'
import { fromJson } from './json.js'
import { updateMembers } from './members.js'
import { openReprintWriter } from './reprint-rows.js'

/** The corpus index over the store's tables, for the run with number `run`. The caller holds the transaction. */
export function openCorpusIndex(connection: Connection, run: number): CorpusIndex {
  const bodies = openBodies(connection)
  const buckets = openBuckets(connection)
  const reprints = openReprintWriter(connection, run)
  const text = connection.prepare<[number], { text: string }>(
    `SELECT a.text FROM sketches s JOIN articles a ON a.result = s.result WHERE s.body = ? LIMIT 1`,
  )
  const component = connection.prepare<[number], { component: number }>(
    'SELECT component FROM components WHERE body = ?',
  )
  const bodiesOf = connection.prepare<[number], { body: number }>(
    'SELECT body FROM components WHERE component = ?',
  )
  const clear = connection.prepare<[number]>('DELETE FROM components WHERE body = ?')
  const assign = connection.prepare<[number, number]>(
    'INSERT OR REPLACE INTO components (body, component) VALUES (?, ?)',
  )
  const merge = connection.prepare<[number, number]>(
    'UPDATE components SET component = ? WHERE component = ?',
  )
  const ofComponent = connection.prepare<[number], MemberRow>(
    `${MEMBERS} JOIN components c ON c.body = m.body WHERE c.component = ?`,
  )
  const ofBody = connection.prepare<[number], MemberRow>(`${MEMBERS} WHERE m.body = ?`)
  const current = connection.prepare<[number], { document: number }>(
    'SELECT document FROM members WHERE document = ?',
  )
  return {
    ...buckets,
    update: (sketch) => updateMembers(connection, bodies, { run, sketch }),
    text(body) {
      const row = text.get(body)
      if (row === undefined) throw new RangeError(`Body ${body} has no article.`)
      return row.text
    },
    component: (body) => component.get(body)?.component ?? null,
    bodiesOf: (name) => bodiesOf.all(name).map(({ body }) => body),
    setComponent(body, name) {
      if (name === null) clear.run(body)
      else assign.run(body, name)
    },
    mergeComponents(from, into) {
      merge.run(into, from)
    },
    members(group) {
      const rows = 'component' in group ? ofComponent.all(group.component) : ofBody.all(group.body)
      return rows.map(toMember)
    },
    isCurrent: (document) => current.get(document) !== undefined,
    ...reprints,
  }
}

interface MemberRow extends Omit<Member, 'collocations'> {
  readonly collocations: string | null
}

const MEMBERS = `SELECT m.document, m.id, m.body, m.published, b.collocations
FROM members m JOIN bodies b ON b.key = m.body`

function toMember(row: MemberRow): Member {
  return { ...row, collocations: row.collocations === null ? [] : fromJson(row.collocations) }
}
