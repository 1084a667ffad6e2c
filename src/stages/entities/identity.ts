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

/** The same institution, known by another rule. */
export function named(identity: Identity, rule: string): Identity {
  return { ...identity, rule }
}

/** The same for two names of one institution; an unlisted one goes by its name. */
export function keyOf({ id, name }: Identity): string {
  return id === null ? `? ${name}` : `= ${id}`
}
