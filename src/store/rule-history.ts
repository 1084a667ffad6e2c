import type { Connection } from './database.js'
import { PACKED_BYTES, packedAt } from './packed-facts.js'

/** How many facts each rule had when a run had finished. */
export interface RuleHistory {
  /** The finished runs whose records are kept, oldest first. */
  readonly runs: readonly number[]
  /** By rule, one number a run. */
  readonly counts: Readonly<Record<string, readonly number[]>>
}

/** Reads it off what is indexed: one pass over the facts of all results. */
export function readRuleHistory(connection: Connection): RuleHistory {
  const runs = connection
    .prepare<[], number>(
      `SELECT id FROM runs WHERE status = 'finished' AND cleared IS NULL ORDER BY id`,
    )
    .pluck()
    .all()
  const term = connection
    .prepare<[number], string>('SELECT text FROM search_terms WHERE key = ?')
    .pluck()
  const byRule = new Map<number, Float64Array>()
  const stretches = connection.prepare<[], Stretch>(
    `SELECT v.from_run AS fromRun, v.to_run AS toRun, s.facts
     FROM validity v JOIN search_articles s ON s.result = v.result`,
  )
  for (const { fromRun, toRun, facts } of stretches.iterate())
    for (let at = RULE; at < facts.length; at += PACKED_BYTES) {
      const rule = facts.readDoubleLE(at)
      let steps = byRule.get(rule)
      if (steps === undefined) byRule.set(rule, (steps = new Float64Array(runs.length + 1)))
      // What comes with a run and what goes with one; the sums are taken below.
      steps[indexOf(runs, fromRun)]!++
      if (toRun !== null) steps[indexOf(runs, toRun)]!--
    }
  const counts = [...byRule].map(([rule, steps]): [string, readonly number[]] => {
    let sum = 0
    const own = runs.map((_run, index) => (sum += steps[index]!))
    return [term.get(rule) ?? '', own]
  })
  return { runs, counts: Object.fromEntries(counts) }
}

interface Stretch {
  readonly fromRun: number
  readonly toRun: number | null
  readonly facts: Buffer
}

const RULE = packedAt('rule')

/** The first kept run at which a stretch has begun; one behind all if there is none. */
function indexOf(runs: readonly number[], run: number): number {
  const index = runs.findIndex((id) => id >= run)
  return index < 0 ? runs.length : index
}
