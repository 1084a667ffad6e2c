/**
 * Knows for each shingle of a text, by its hash, the line it first stood in: a table with open
 * addressing, since a Map costs more than all else that is done with a shingle.
 */
export class ShingleIndex {
  private readonly hashes: Int32Array
  /** The line of each slot plus one; 0 for a free slot. */
  private readonly lines: Int32Array
  private readonly mask: number

  /** `most` is how many shingles are entered at most. */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(most * 2 + 2))
    this.hashes = new Int32Array(size)
    this.lines = new Int32Array(size)
    this.mask = size - 1
  }

  /** The line that the shingle first stood in: `line` itself, which is entered then, if it is new. */
  enter(hash: number, line: number): number {
    const key = hash | 0
    // The lowest bit of a sampled hash is always 0.
    let slot = (hash >>> 1) & this.mask
    while (this.lines[slot] !== 0) {
      if (this.hashes[slot] === key) return this.lines[slot]! - 1
      slot = (slot + 1) & this.mask
    }
    this.hashes[slot] = key
    this.lines[slot] = line + 1
    return line
  }
}
