import type { RunSummary } from '../batch/summary.js'
import type { RunRow } from '../store/runs.js'
import { formatNumber } from './layout.js'

/** What a run took beside what doing all anew would. */
export interface RunCost {
  readonly seconds: number
  /** Documents that were processed, and how many there are. */
  readonly processed: number
  readonly documents: number
  /** By the rate of the run that processed most, null where none has processed any. */
  readonly secondsForAll: number | null
}

/** `runs`: those of the store; `documents`: how many are current. */
export function costOf(
  { seconds, documents: done, besides }: RunSummary,
  runs: readonly RunRow[],
  documents: number,
): RunCost {
  const rates = runs.flatMap((run) => {
    const processed = processedBy(run)
    const took = run.finished === null ? 0 : Date.parse(run.finished) - Date.parse(run.started)
    return processed > 0 && took > 0 ? [{ processed, each: took / 1000 / processed }] : []
  })
  const largest = rates.reduce<(typeof rates)[number] | null>(
    (best, rate) => (best === null || rate.processed > best.processed ? rate : best),
    null,
  )
  return {
    seconds,
    processed: done.new + done.changed + besides,
    documents,
    secondsForAll: largest === null ? null : largest.each * documents,
  }
}

function processedBy({ counts }: RunRow): number {
  return ['new', 'changed', 'besides'].reduce((sum, name) => sum + (counts[name] ?? 0), 0)
}

/** `100 of 10,000 documents processed in 1.9 s; all anew take about 190 s` */
export function formatCost({ seconds, processed, documents, secondsForAll }: RunCost): string {
  const done = `${formatNumber(processed)} of ${formatNumber(documents)} documents processed in ${seconds.toFixed(1)} s`
  return secondsForAll === null
    ? done
    : `${done}; all anew take about ${secondsForAll.toFixed(1)} s`
}
