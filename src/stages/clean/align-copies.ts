import type { Span } from '../../core/span.js'

/** How two copies of a sentence differ. */
export interface CopyDifference {
  /** What only the one or the other has, each in its own offsets. */
  readonly onlyInA: readonly Span[]
  readonly onlyInB: readonly Span[]
  /** True where they differ in nothing else: neither has other words in the place of the other's. */
  readonly isOtherwiseEqual: boolean
}

/**
 * Reads two copies side by side; where they part, the shortest stretch of either is skipped behind
 * which they agree again. Linear: no stretch is longer than `longest`.
 */
export function compareCopies(a: string, b: string, longest: number): CopyDifference {
  const onlyInA: Span[] = []
  const onlyInB: Span[] = []
  let isOtherwiseEqual = true
  let differences = 0
  let atA = 0
  let atB = 0
  while (atA < a.length || atB < b.length) {
    if (atA < a.length && a.charCodeAt(atA) === b.charCodeAt(atB)) {
      atA++
      atB++
      continue
    }
    const skip = findSkip(a, b, atA, atB, longest)
    if (skip === null) return { onlyInA, onlyInB, isOtherwiseEqual: false }
    if (skip.a > 0 && skip.b > 0) {
      isOtherwiseEqual = false
      if (++differences > MOST_DIFFERENCES) return { onlyInA, onlyInB, isOtherwiseEqual }
    }
    if (skip.a > 0 && skip.b === 0) onlyInA.push({ start: atA, end: atA + skip.a })
    if (skip.a === 0) onlyInB.push({ start: atB, end: atB + skip.b })
    atA += skip.a
    atB += skip.b
  }
  return { onlyInA, onlyInB, isOtherwiseEqual }
}

/** How much to skip of each so that the next characters agree; skipping in one only comes first. */
function findSkip(
  a: string,
  b: string,
  atA: number,
  atB: number,
  longest: number,
): { readonly a: number; readonly b: number } | null {
  for (let skip = 1; skip <= longest; skip++) {
    if (agree(a, b, atA + skip, atB)) return { a: skip, b: 0 }
    if (agree(a, b, atA, atB + skip)) return { a: 0, b: skip }
  }
  for (let both = 1; both <= longest / 2; both++)
    for (let skip = 1; skip <= both; skip++) {
      if (agree(a, b, atA + both, atB + skip)) return { a: both, b: skip }
      if (agree(a, b, atA + skip, atB + both)) return { a: skip, b: both }
    }
  return null
}

/** True where the next characters are equal, or both are at their end. */
function agree(a: string, b: string, atA: number, atB: number): boolean {
  if (atA > a.length || atB > b.length) return false
  const length = Math.min(a.length - atA, b.length - atB)
  if (length < AGREEMENT && a.length - atA !== b.length - atB) return false
  for (let offset = 0; offset < Math.min(length, AGREEMENT); offset++)
    if (a.charCodeAt(atA + offset) !== b.charCodeAt(atB + offset)) return false
  return true
}

/** Where more words stand in the place of others, the two are no copies; to look on costs time. */
const MOST_DIFFERENCES = 8
/** Characters that must be equal for the two to be together again. */
const AGREEMENT = 4
