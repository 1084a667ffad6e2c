import type { ClaimKeys } from '../corpus/claim-keys.js'
import { conflictsOf, gatherClaim, type Support, type TopicClaim } from '../corpus/gather-claims.js'
import { type ConflictOptions, conflictOptionsSchema } from '../corpus/options.js'
import type { ClaimRecord } from '../pipeline/records.js'
import type { Connection } from './database.js'
import { fromJson } from './json.js'
import { type FactRow, toFact } from './record-rows.js'

/** Claims as of a run: what its facts, taken together, say. */
export interface ClaimReader {
  /** Every claim, by id. */
  claims(): Iterable<ClaimRecord>
  /** Null for an unknown id. */
  claim(id: string): ClaimRecord | null
  /** The keys of a result's facts, in their order; null where no run has gathered them yet. */
  claimKeys(result: number): readonly ClaimKeys[] | null
}

export function openClaimReader(connection: Connection, run: number): ClaimReader {
  const all = connection.prepare<[{ run: number }], SupportRow>(
    `${SUPPORTS} WHERE ${VALID} ORDER BY c.claim`,
  )
  const one = connection.prepare<[{ run: number; id: string }], SupportRow>(
    `${SUPPORTS} WHERE c.claim = @id AND ${VALID}`,
  )
  const ofTopic = connection.prepare<[{ run: number; topic: string }], { claim: string }>(
    `SELECT DISTINCT c.claim FROM claims c JOIN validity v ON v.result = c.result
     WHERE c.topic = @topic AND ${VALID} ORDER BY c.claim LIMIT ${MOST_OF_TOPIC}`,
  )
  const keys = connection.prepare<[number], ClaimKeys>(
    'SELECT claim, topic FROM claims WHERE result = ? ORDER BY position',
  )
  const upto = connection.prepare<[], { upto: number }>('SELECT upto FROM claim_index')

  const options = conflictOptionsOf(connection, run)
  const topics = new Map<string, readonly TopicClaim[]>()
  const readTopic = (topic: string): readonly TopicClaim[] => {
    const ids = ofTopic.all({ run, topic })
    if (ids.length < 2) return []
    return ids.flatMap(({ claim: id }) => valueOf(gather(id, one.all({ run, id }))))
  }
  const withConflicts = (claim: ClaimRecord, topic: string | null): ClaimRecord => {
    if (topic === null) return claim
    let others = topics.get(topic)
    if (others === undefined) {
      others = readTopic(topic)
      // A topic that all agree on is not met again.
      if (others.length > 0) topics.set(topic, others)
    }
    const [own] = valueOf(claim)
    return own === undefined ? claim : { ...claim, conflicts: conflictsOf(own, others, options) }
  }
  return {
    *claims() {
      let rows: SupportRow[] = []
      for (const row of all.iterate({ run })) {
        const [first] = rows
        if (first !== undefined && first.claim !== row.claim) {
          yield withConflicts(gather(first.claim, rows), first.topic)
          rows = []
        }
        rows.push(row)
      }
      const [first] = rows
      if (first !== undefined) yield withConflicts(gather(first.claim, rows), first.topic)
    },
    claim(id) {
      const rows = one.all({ run, id })
      const [first] = rows
      return first === undefined ? null : withConflicts(gather(id, rows), first.topic)
    },
    claimKeys: (result) => ((upto.get()?.upto ?? 0) < result ? null : keys.all(result)),
  }
}

/** What the run was told; the defaults for runs that no options were kept of. */
function conflictOptionsOf(connection: Connection, run: number): ConflictOptions {
  const row = connection
    .prepare<[number], { conflicts: string | null }>('SELECT conflicts FROM runs WHERE id = ?')
    .get(run)
  return conflictOptionsSchema.parse(fromJson(row?.conflicts ?? '{}'))
}

/** Of a topic with more values than this the first by id stand for all. */
const MOST_OF_TOPIC = 200

interface SupportRow extends FactRow {
  readonly claim: string
  readonly topic: string | null
  readonly article: string
  readonly origin: number
}

const VALID = 'v.from_run <= @run AND (v.to_run IS NULL OR v.to_run > @run)'

/** The claims lead, so that their index gives the order. */
const SUPPORTS = `
SELECT c.claim, c.topic, f.*, a.id AS article, ifnull(p.root, v.document) AS origin
FROM claims c
CROSS JOIN validity v ON v.result = c.result
CROSS JOIN facts f ON f.result = c.result AND f.position = c.position
CROSS JOIN articles a ON a.result = c.result
LEFT JOIN reprints p ON p.document = v.document
  AND p.from_run <= @run AND (p.to_run IS NULL OR p.to_run > @run)`

function gather(id: string, rows: readonly SupportRow[]): ClaimRecord {
  const supports = rows.map((row): Support => ({
    fact: toFact(row, row.article),
    origin: row.origin,
  }))
  return gatherClaim(id, supports)
}

function valueOf({ id, quantity, metric }: ClaimRecord): TopicClaim[] {
  return quantity === undefined || metric === undefined ? [] : [{ id, value: { quantity, metric } }]
}
