import { FUNCTION_CHARACTERS } from '../chinese/function-characters.js'
import type { Tokens } from './tokens.js'

/** How features are taken, all in tokens. */
export interface SketchOptions {
  /** A feature of words: so many tokens as they are. */
  readonly words: number
  /** A feature of the skeleton, and how many of its tokens must be more than a blank. */
  readonly window: number
  readonly leastKept: number
  /** How many features of a body are kept. */
  readonly size: number
}

/**
 * A bottom-k sketch of a body (Broder, "On the resemblance and containment of documents", 1997):
 * the `size` smallest hashes of its features, ascending, each below 2 ** 48. Two bodies that share
 * a part share sketch entries, also where one is an excerpt of the other.
 *
 * Features begin where clauses do. One is the words there. The other is the skeleton: figures,
 * letters and function characters as they are, every other Hanzi as a blank, so that it survives
 * where words are swapped for others as long, which is what spinning does most.
 */
export function sketchOf({ codes, clauses }: Tokens, options: SketchOptions): number[] {
  const { words, window, leastKept, size } = options
  const skeleton = codes.map((code) => (isContent(code) ? BLANK : code))
  const hashes = new Set<number>()
  for (const start of clauses) {
    if (start + words <= codes.length) hashes.add(hashOf(codes, start, start + words))
    const end = Math.min(codes.length, start + window)
    if (countKept(skeleton, start, end) >= leastKept) hashes.add(hashOf(skeleton, start, end))
  }
  return Array.from(Float64Array.from(hashes).sort().subarray(0, size))
}

/**
 * True where two sketches agree as much as those of two bodies that share `share` of the smaller
 * one's features: what lies above the greatest hash of either sketch is not known of the other.
 */
export function sketchesAgree(a: readonly number[], b: readonly number[], share: number): boolean {
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

/** True for a Hanzi with a meaning of its own. */
function isContent(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff && !functionCodes.has(code)
}

const functionCodes: ReadonlySet<number> = new Set(
  [...FUNCTION_CHARACTERS].map((character) => character.charCodeAt(0)),
)

function countKept(skeleton: Uint32Array, start: number, end: number): number {
  let kept = 0
  for (let at = start; at < end; at++) if (skeleton[at] !== BLANK) kept++
  return kept
}

/** 48 bits of two 32-bit hashes (FNV-1a with different primes, each finished by an avalanche). */
function hashOf(codes: Uint32Array, start: number, end: number): number {
  let low = 0x811c9dc5
  let high = 0x9747b28c
  for (let at = start; at < end; at++) {
    low = Math.imul(low ^ codes[at]!, 0x01000193)
    high = Math.imul(high ^ codes[at]!, 0x5bd1e995)
    high ^= high >>> 13
  }
  return (avalanche(high) & 0xffff) * 2 ** 32 + avalanche(low)
}

function avalanche(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
