/** A seeded source of choices: the same seed gives the same corpus on any machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** From `low` to `high`, both included. */
  integer(low: number, high: number): number
  pick<T>(items: readonly T[]): T
}

/** Mulberry32, a generator of 32 bits of state. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return { next, integer, pick: (items) => items[integer(0, items.length - 1)]! }
}
