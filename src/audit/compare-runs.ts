import { setImmediate, setTimeout } from 'node:timers/promises'
import { diffRuns, type DiffSides } from '../diff/diff-runs.js'
import { changeCounter, type ChangeCounter, type DiffTotals } from '../diff/totals.js'
import type { ResultPair } from '../store/result-pairs.js'
import type { RunRow } from '../store/runs.js'
import type { Store } from '../store/store.js'

/** Which changes between two runs are asked for. */
export interface DiffQuery {
  readonly before: number
  readonly after: number
  /** `fact`, `mention`, or a kind of either; null for any. */
  readonly kind: string | null
  /** The rule, entry or cleaning step that caused them; null for any. */
  readonly cause: string | null
  /** So many changes of a cause are shown. */
  readonly most: number
}

/** What was found so far: of many documents it takes a while. */
export interface DiffProgress {
  readonly before: RunRow
  readonly after: RunRow
  readonly totals: DiffTotals
  /** The kinds of all records that differ, chosen or not. */
  readonly kinds: readonly string[]
  /** Documents that differ, and how many of them were looked at. */
  readonly documents: number
  readonly compared: number
}

/** Null where one of the runs has no records that can be read. */
export type CompareRuns = (query: DiffQuery) => Promise<DiffProgress | null>

/**
 * Compares runs in short turns, so that others are answered meanwhile. Who asks again while documents are
 * left goes on where the comparison stands; one that nobody asks for any more ends.
 */
export function runComparer(
  store: Pick<Store, 'runs' | 'read' | 'resultPairs' | 'bytes'>,
  clock: () => number,
): CompareRuns {
  const open = new Map<string, Comparison>()
  return async (query) => {
    const key = JSON.stringify(query)
    let comparison = open.get(key)
    if (comparison === undefined) {
      const begun = beginComparison(store, query, clock)
      if (begun === null) return null
      comparison = begun
      open.set(key, comparison)
      comparison.ended.catch(() => undefined).finally(() => open.delete(key))
    }
    comparison.touch()
    await Promise.race([comparison.ended, setTimeout(LONGEST_WAIT_MS, null, { ref: false })])
    return comparison.progress()
  }
}

const LONGEST_WAIT_MS = 400
const TURN_MS = 25
/** A comparison that was not asked for so long is given up. */
const KEPT_MS = 10_000

interface Comparison {
  /** When every document was looked at, or nobody wanted to know. */
  readonly ended: Promise<void>
  touch(): void
  progress(): DiffProgress
}

function beginComparison(
  store: Pick<Store, 'runs' | 'read' | 'resultPairs' | 'bytes'>,
  query: DiffQuery,
  clock: () => number,
): Comparison | null {
  const [before, after] = [store.runs.find(query.before), store.runs.find(query.after)]
  if (before === null || after === null || !isReadable(before) || !isReadable(after)) return null
  const pairs = [...store.resultPairs(before.id, after.id)]
  const sides = {
    before: store.read(before),
    after: store.read(after),
    bytes: (document: number) => store.bytes(document),
  }
  const counter = changeCounter(query.most)
  const kinds = new Set<string>()
  let compared = 0
  let asked = clock()
  const work = async (): Promise<void> => {
    let turn = clock()
    for (const pair of pairs) {
      count(counter, kinds, { sides: { ...sides, pairs: [pair] }, query })
      compared++
      if (clock() - turn < TURN_MS) continue
      await setImmediate()
      turn = clock()
      if (turn - asked > KEPT_MS) return
    }
  }
  return {
    ended: work(),
    touch() {
      asked = clock()
    },
    progress: () => ({
      before,
      after,
      totals: counter.totals(),
      kinds: [...kinds].sort(),
      documents: pairs.length,
      compared,
    }),
  }
}

function isReadable({ status, cleared }: RunRow): boolean {
  return status === 'finished' && cleared === null
}

interface PairToCount {
  readonly sides: DiffSides & { readonly pairs: readonly ResultPair[] }
  readonly query: DiffQuery
}

function count(
  counter: ChangeCounter,
  kinds: Set<string>,
  { sides, query: { kind, cause } }: PairToCount,
): void {
  for (const change of diffRuns(sides)) {
    const record = change.after ?? change.before
    if (record === null) continue
    kinds.add(record.record).add(record.kind)
    if (kind !== null && record.record !== kind && record.kind !== kind) continue
    if (cause === null || change.cause.name === cause) counter.add(change)
  }
}
