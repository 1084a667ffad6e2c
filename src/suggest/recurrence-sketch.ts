/**
 * Tells what may recur from what does not, in memory that does not grow: counters shared by all
 * hashes of a slot. It may take a hash for recurring that is not, never the other way round.
 */
export class RecurrenceSketch {
  private readonly counters: Uint8Array
  private readonly mask: number

  /** `expected` is about how many hashes are to be added. */
  constructor(expected: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(expected, 1) * 4))
    this.counters = new Uint8Array(Math.min(Math.max(slots, 1024), MOST_SLOTS))
    this.mask = this.counters.length - 1
  }

  add(hash: number): void {
    const slot = this.slotOf(hash)
    if (this.counters[slot]! < 255) this.counters[slot]!++
  }

  recurs(hash: number): boolean {
    return this.counters[this.slotOf(hash)]! > 1
  }

  private slotOf(hash: number): number {
    // `&` would take the lowest 32 bits of a number of 53, which are as good as any.
    return hash & this.mask
  }
}

/** 64 MB. */
const MOST_SLOTS = 2 ** 26

/** A hash of 53 bits, so that it is exact as a number here and in the store. */
export function hashOf(text: string): number {
  let low = 0x811c9dc5
  let high = 0x9dc5811c
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x5bd1e995)
    high ^= high >>> 15
  }
  low = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d)
  return (high & 0x1fffff) * 2 ** 32 + ((low ^ (low >>> 13)) >>> 0)
}
