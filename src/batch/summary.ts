import type { LossReport } from '../store/losses.js'
import type { Statistics } from '../store/statistics.js'
import type { Standing } from './plan.js'

/** What a run did, for the person who started it and, as JSON, for scripts. */
export interface RunSummary extends Statistics {
  readonly run: number
  /** False where it was stopped; the next run over the same inputs continues it. */
  readonly finished: boolean
  /** True where it was computed and undone: nothing of it is in the store. */
  readonly discarded: boolean
  readonly store: string
  readonly pipeline: { readonly name: string; readonly fingerprint: string }
  /** Documents by what had to be done with them; copies of one document count once. */
  readonly documents: Readonly<Record<Standing, number>>
  /** Documents that are not among the inputs, processed since a change of the pipeline touches them. */
  readonly besides: number
  /** Further places where bytes were found that this run had already met. */
  readonly copies: number
  /** Inputs that could not be processed, by code, new and old. */
  readonly quarantined: Readonly<Record<string, number>>
  /** The first few of them. */
  readonly quarantineExamples: readonly QuarantineExample[]
  /** Files of other kinds inside folders, by extension. */
  readonly skipped: Readonly<Record<string, number>>
  /** Dropped sentences that say something, the likeliest losses first. */
  readonly losses: LossReport
  readonly bytes: number
  readonly seconds: number
}

export interface QuarantineExample {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** How far a run is. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly quarantined: number
}

/** Counts what a run meets on its way. */
export class Tally {
  readonly documents: Record<Standing, number> = { new: 0, changed: 0, continued: 0, unchanged: 0 }
  readonly quarantined: Record<string, number> = {}
  readonly quarantineExamples: QuarantineExample[] = []
  besides = 0
  copies = 0
  bytes = 0
  done = 0

  addQuarantined(example: QuarantineExample): void {
    this.quarantined[example.code] = (this.quarantined[example.code] ?? 0) + 1
    if (this.quarantineExamples.length < MAX_EXAMPLES) this.quarantineExamples.push(example)
  }

  get totalQuarantined(): number {
    return Object.values(this.quarantined).reduce((sum, count) => sum + count, 0)
  }

  /** The counts that are kept with the run, by name. */
  get counts(): Record<string, number> {
    const { documents, besides, copies } = this
    return { ...documents, besides, copies, quarantined: this.totalQuarantined }
  }
}

const MAX_EXAMPLES = 5
