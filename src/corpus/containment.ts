import type { Tokens } from './tokens.js'

/** The hashes of a body's shingles of `length` tokens, each once, ascending. */
export function shinglesOf({ codes }: Tokens, length: number): Uint32Array {
  const count = Math.max(0, codes.length - length + 1)
  const hashes = new Uint32Array(count)
  for (let start = 0; start < count; start++) {
    let hash = 0x811c9dc5
    for (let at = start; at < start + length; at++) {
      hash = Math.imul(hash ^ codes[at]!, 0x85ebca6b)
      hash ^= hash >>> 15
    }
    hashes[start] = hash >>> 0
  }
  hashes.sort()
  let kept = 0
  for (const hash of hashes) if (kept === 0 || hashes[kept - 1] !== hash) hashes[kept++] = hash
  return hashes.slice(0, kept)
}

/** The share of the smaller set that the other one holds too (Broder's containment); 0 for none. */
export function containment(a: Uint32Array, b: Uint32Array): number {
  let shared = 0
  let inA = 0
  let inB = 0
  while (inA < a.length && inB < b.length) {
    const left = a[inA]!
    const right = b[inB]!
    if (left === right) shared++
    if (left <= right) inA++
    if (left >= right) inB++
  }
  return shared === 0 ? 0 : shared / Math.min(a.length, b.length)
}
