export const VERDICTS = ['accepted', 'rejected', 'withdrawn'] as const

/** `withdrawn` takes a reviewer's former verdict back. */
export type Verdict = (typeof VERDICTS)[number]

/** What a person said of a fact. */
export interface Review {
  /** Stands for the source's bytes, the places in them and the value. */
  readonly evidence: string
  readonly fact: string
  readonly verdict: Verdict
  readonly reason: string
  readonly reviewer: string
  /** ISO 8601, UTC. */
  readonly reviewed: string
}

/** Facts drawn at random, to be reviewed one after the other. */
export interface Sample {
  readonly id: number
  /** The view it was drawn from, as its address has it: `rule=measure%2Fstaff`. */
  readonly view: string
  readonly created: string
  readonly facts: readonly SampledFact[]
}

export interface SampledFact {
  readonly fact: string
  readonly evidence: string
}
