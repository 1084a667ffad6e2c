import { InvariantError } from '../../core/errors.js'

/** What `find` gives where no entry begins. */
export const NO_ENTRY = -1

/**
 * Finds the longest of many phrases that begins at a place, as OpenCC's own trie does, on UTF-16
 * code units and without allocating. Immutable. Most places of a text are passed by one look at
 * `begins`; deeper steps go through one open-addressed hash table.
 */
export class LongestMatch {
  /** The state after a phrase's first unit; 0 for units that begin none. */
  private readonly begins = new Int32Array(65536)
  /** The entry that ends in a state, or `NO_ENTRY`. */
  private readonly entryAt: Int32Array
  /** 1 for states that a longer phrase goes through. */
  private readonly goesOn: Uint8Array
  private readonly keys: Int32Array
  private readonly targets: Int32Array
  private readonly mask: number
  private readonly lengths: Uint32Array

  /** Entries are numbered in the order given; none may be empty or given twice. */
  constructor(phrases: readonly string[]) {
    const edges = new Map<number, number>()
    const entryAt = [NO_ENTRY]
    const goesOn = [0]
    for (const [entry, phrase] of phrases.entries()) {
      let state = 0
      for (let at = 0; at < phrase.length; at++) {
        const unit = phrase.charCodeAt(at)
        let next = state === 0 ? this.begins[unit]! : (edges.get(edgeKey(state, unit)) ?? 0)
        if (next === 0) {
          next = entryAt.push(NO_ENTRY) - 1
          goesOn.push(0)
          if (state === 0) this.begins[unit] = next
          else edges.set(edgeKey(state, unit), next)
          goesOn[state] = 1
        }
        state = next
      }
      entryAt[state] = entry
    }
    if (entryAt.length > MOST_STATES)
      throw new InvariantError(
        `${entryAt.length} states are more than a state number has bits for.`,
      )
    this.lengths = Uint32Array.from(phrases, (phrase) => phrase.length)
    this.entryAt = Int32Array.from(entryAt)
    this.goesOn = Uint8Array.from(goesOn)
    const size = 2 ** Math.ceil(Math.log2(edges.size * 2 + 2))
    this.mask = size - 1
    this.keys = new Int32Array(size)
    this.targets = new Int32Array(size)
    for (const [key, next] of edges) this.insert(key, next)
  }

  /** Whether any entry begins with `unit`. */
  mayBegin(unit: number): boolean {
    return this.begins[unit] !== 0
  }

  /** The longest entry that begins at `at` and ends at or before `end`; `NO_ENTRY` if none does. */
  find(units: Uint16Array, at: number, end: number): number {
    let state = this.begins[units[at]!]!
    if (state === 0) return NO_ENTRY
    let found = this.entryAt[state]!
    for (let next = at + 1; next < end && this.goesOn[state] === 1; next++) {
      state = this.step(state, units[next]!)
      if (state === 0) break
      if (this.entryAt[state] !== NO_ENTRY) found = this.entryAt[state]!
    }
    return found
  }

  lengthOf(entry: number): number {
    return this.lengths[entry]!
  }

  private insert(key: number, next: number): void {
    let slot = hash(key) & this.mask
    while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask
    this.keys[slot] = key
    this.targets[slot] = next
  }

  private step(state: number, unit: number): number {
    const key = edgeKey(state, unit)
    let slot = hash(key) & this.mask
    for (;;) {
      const found = this.keys[slot]!
      if (found === key) return this.targets[slot]!
      if (found === 0) return 0
      slot = (slot + 1) & this.mask
    }
  }
}

const MOST_STATES = 65536

/** Never 0, since no edge leads from the root: those are in `begins`. */
function edgeKey(state: number, unit: number): number {
  return (state << 16) | unit
}

function hash(key: number): number {
  const mixed = Math.imul(key, 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
