import { FUNCTION_CHARACTERS } from '../chinese/function-characters.js'
import type { Tokens } from './tokens.js'

/**
 * A bottom-k sketch of a body (Broder, "On the resemblance and containment of documents", 1997):
 * the `size` smallest hashes of its features, ascending, each below 2 ** 48. Two bodies that share
 * a part share sketch entries, also where one is an excerpt of the other.
 *
 * A feature is the skeleton of `window` tokens behind the beginning of a clause: figures, letters
 * and function characters as they are, every other Hanzi as a blank. So a feature survives where
 * words are swapped for others as long, which is what spinning does most.
 */
export function sketchOf(
  { codes, clauses }: Tokens,
  { window, size }: { readonly window: number; readonly size: number },
): number[] {
  const hashes = new Set<number>()
  for (const start of clauses) {
    const end = Math.min(codes.length, start + window)
    if (end - start < window / 2) continue
    hashes.add(hashOf(codes, start, end))
  }
  return Array.from(Float64Array.from(hashes).sort().subarray(0, size))
}

/**
 * True where two sketches agree as much as those of two bodies that share `share` of the smaller
 * one's features: what lies above the greatest hash of either sketch is not known of the other.
 */
export function sketchesAgree(
  a: readonly number[],
  b: readonly number[],
  share: number,
): boolean {
  const limit = Math.min(a[a.length - 1] ?? 0, b[b.length - 1] ?? 0)
  let shared = 0
  let inA = 0
  let inB = 0
  while ((a[inA] ?? Infinity) <= limit || (b[inB] ?? Infinity) <= limit) {
    const difference = (a[inA] ?? Infinity) - (b[inB] ?? Infinity)
    if (difference === 0) shared++
    if (difference <= 0) inA++
    if (difference >= 0) inB++
  }
  return shared >= Math.max(1, share * Math.min(inA, inB))
}

/** What stands for a Hanzi with a meaning of its own. */
const BLANK = 0

const HANZI = { first: 0x3400, last: 0x9fff }

const isFunction = new Set([...FUNCTION_CHARACTERS].map((character) => character.charCodeAt(0)))

/** 48 bits of two 32-bit hashes (FNV-1a with different bases, each finished by an avalanche). */
function hashOf(codes: Uint32Array, start: number, end: number): number {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (let at = start; at < end; at++) {
    const code = codes[at]!
    const isHanzi = code >= HANZI.first && code <= HANZI.last
    const kept = isHanzi && !isFunction.has(code) ? BLANK : code
    low = Math.imul(low ^ kept, 0x01000193)
    high = Math.imul(high ^ kept, 0x5bd1e995)
    high ^= high >>> 13
  }
  return (avalanche(high) & 0xffff) * 2 ** 32 + avalanche(low)
}

function avalanche(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
