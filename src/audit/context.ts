import type { Explanation } from '../export/explain.js'
import type { ProvinceOf } from '../export/provinces.js'
import type { AuditStore } from '../store/audit-store.js'
import type { CompareRuns } from './compare-runs.js'
import type { ExplainMatch } from './search-calls.js'

/** What the routes work with. */
export interface AuditContext {
  readonly store: AuditStore
  /** @throws {UsageError} if no current record has this id */
  explain(id: string): Promise<Explanation>
  readonly compareRuns: CompareRuns
  readonly explainMatch: ExplainMatch
  readonly provinceOf: () => Promise<ProvinceOf>
  readonly token: string
  readonly version: string
  readonly now: () => Date
  /** From 0 to 1. */
  readonly random: () => number
  readonly report: (error: unknown) => void
}
