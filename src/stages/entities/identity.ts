/** Which institution a name stands for, and what says so. */
export interface Identity {
  /** The gazetteer's id; null for an institution it does not hold, or where the name stays open. */
  readonly id: string | null
  readonly name: string
  /** The ids of the possible entries where the name stays open, sorted; empty otherwise. */
  readonly candidates: readonly string[]
  readonly rule: string | null
  /** The gazetteer entry's path; null if there is none. */
  readonly entry: string | null
}
