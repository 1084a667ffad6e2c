import { diffRuns, type DiffSides, type FoundChange } from '../diff/diff-runs.js'
import { countChanges, type DiffTotals, sumOf } from '../diff/totals.js'
import type { RunRow } from '../store/runs.js'
import type { Store } from '../store/store.js'

/** Two runs to compare, the former first. */
export interface RunPair {
  readonly before: RunRow
  readonly after: RunRow
}

/** What a diff of two finished runs reads. */
export function sidesOf(store: Store, { before, after }: RunPair): () => DiffSides {
  return () => ({
    before: store.read(before),
    after: store.read(after),
    pairs: store.resultPairs(before.id, after.id),
    bytes: (document) => store.bytes(document),
  })
}

/** The share of the facts before that are gone or changed, or that new ones come to. */
export interface MovedFacts {
  readonly moved: number
  readonly before: number
  readonly share: number
}

/** Facts of documents that came or went are not counted: they move with the inputs, not with rules. */
export function movedFacts(store: Store, runs: RunPair): MovedFacts {
  const sides = sidesOf(store, runs)
  const { facts } = countChanges(causedByRules(diffRuns(sides())), 0)
  const before = store.countFacts(runs.before)
  const moved = sumOf(facts)
  return { moved, before, share: moved === 0 ? 0 : moved / Math.max(1, before) }
}

/** What differs between two finished runs. */
export function diffTotals(store: Store, runs: RunPair, samples: number): DiffTotals {
  return countChanges(diffRuns(sidesOf(store, runs)()), samples)
}

function* causedByRules(changes: Iterable<FoundChange>): Generator<FoundChange> {
  for (const change of changes) if (change.cause.kind !== 'document') yield change
}
