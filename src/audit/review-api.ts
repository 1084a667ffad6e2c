export interface Precision {
  readonly accepted: number
  readonly rejected: number
  /** Of all reviewed the share accepted, with its 95 % interval; null where none is reviewed. */
  readonly share: number | null
  readonly low: number
  readonly high: number
}

export interface Agreement {
  readonly reviewers: readonly [string, string]
  readonly common: number
  readonly same: number
  /** Cohen's kappa; null where chance alone would explain everything. */
  readonly kappa: number | null
}

export interface SampleInfo {
  readonly id: number
  readonly view: string
  readonly created: string
  readonly size: number
  readonly reviewed: number
  readonly precision: Precision
  /** The first of its facts that is not reviewed. */
  readonly next: string | null
}

export interface ReviewSummary {
  readonly total: Precision
  readonly reviewers: readonly (Precision & { readonly reviewer: string })[]
  readonly rules: readonly (Precision & { readonly rule: string })[]
  readonly agreement: readonly Agreement[]
  readonly samples: readonly SampleInfo[]
  /** Verdicts on facts that are no longer there, or whose value is another now. */
  readonly outdated: number
}

export interface RunLine {
  readonly id: number
  readonly status: 'running' | 'finished' | 'interrupted'
  readonly started: string
  readonly finished: string | null
  readonly pipeline: string
  /** The first signs of the pipeline's fingerprint. */
  readonly state: string
  readonly code: string
  readonly counts: Readonly<Record<string, number>>
  /** True where its records can be read, and compared with those of another. */
  readonly isReadable: boolean
}

export interface RuleLine {
  readonly id: string
  readonly facts: number
  readonly file: string | null
  readonly why: string | null
  readonly precision: Precision
  /** How many facts it had when each finished run ended, oldest first. */
  readonly history: readonly number[]
}
