import type { MonthCount, TieCount } from '../store/fact-query.js'
import type { KindDrops, SiteDrops } from '../store/site-drops.js'

/** What pictures are drawn from, as JSON. */
export type { KindDrops, MonthCount, SiteDrops, TieCount }

/** A measure at its time. */
export interface MeasurePoint {
  readonly id: string
  /** The day its time begins, or ends where it has no beginning. */
  readonly day: string
  readonly time: string
  readonly value: number
}

/** The measures of one metric in one unit, in order of time. */
export interface MeasureSeries {
  readonly metric: string
  readonly unit: string
  readonly points: readonly MeasurePoint[]
}

export interface MeasuresInfo {
  /** Those of most points first. */
  readonly series: readonly MeasureSeries[]
  /** Measures with a value and a time in the view, and how many of them are drawn. */
  readonly total: number
  readonly drawn: number
}
