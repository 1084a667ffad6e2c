import type { DiffTotals } from '../diff/totals.js'
import type { Store } from '../store/store.js'
import { formatDiff } from './diff-view.js'
import { formatNumber } from './layout.js'
import { diffTotals, type MovedFacts, movedFacts, type RunPair } from './run-diff.js'
import type { RunOptions } from './run-options.js'
import type { Colors } from './terminal.js'

/** Looks at a run before anything of it is written. */
export interface Review {
  /** False if it is not to be written. */
  readonly look: (run: number) => boolean
  /** True if it would change more than it may. */
  readonly isRefused: () => boolean
  /** What was found, for scripts. */
  readonly found: () => Readonly<Record<string, unknown>>
  readonly format: (colors: Colors) => string
}

/** Null where nothing is to be looked at: a run that may change whatever it changes. */
export function reviewRun(
  store: Store,
  { dryRun = false, maxChange }: Pick<RunOptions, 'dryRun' | 'maxChange'>,
): Review | null {
  if (!dryRun && maxChange === undefined) return null
  const before = store.runs.latest()
  let moved: MovedFacts | null = null
  let shown: { readonly totals: DiffTotals; readonly runs: RunPair } | null = null
  const isRefused = (): boolean =>
    moved !== null && maxChange !== undefined && moved.share > maxChange
  return {
    look(run) {
      const after = store.runs.find(run)
      if (before === null || after === null) return !dryRun
      const runs = { before, after }
      moved = movedFacts(store, runs)
      const isKept = !dryRun && !isRefused()
      if (!isKept) shown = { totals: diffTotals(store, runs, SAMPLES), runs }
      return isKept
    },
    isRefused,
    found: () => ({
      moved,
      ...(shown === null ? {} : { facts: shown.totals.facts, mentions: shown.totals.mentions }),
    }),
    format(colors) {
      if (shown === null) return 'There is no finished run to compare with. Nothing was written.'
      const lines = [formatDiff(shown.totals, shown.runs, colors)]
      if (isRefused() && moved !== null)
        lines.push(
          colors.red(
            `${formatNumber(moved.moved)} of ${formatNumber(moved.before)} facts would move (${percent(moved.share)}), more than --max-change ${percent(maxChange ?? 0)} allows.`,
          ),
        )
      return [...lines, 'Nothing was written.'].join('\n\n')
    },
  }
}

const SAMPLES = 3

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}
