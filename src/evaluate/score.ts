/** How often something was right: of `found` things, and of `expected` ones, `right` agree. */
export interface Score {
  readonly right: number
  readonly found: number
  readonly expected: number
}

export const NO_SCORE: Score = { right: 0, found: 0, expected: 0 }

export function addScores(a: Score, b: Score): Score {
  return {
    right: a.right + b.right,
    found: a.found + b.found,
    expected: a.expected + b.expected,
  }
}

/** The share of what was found that is right; null where nothing was found. */
export function precisionOf({ right, found }: Score): number | null {
  return found === 0 ? null : right / found
}

/** The share of what was expected that was found; null where nothing was expected. */
export function recallOf({ right, expected }: Score): number | null {
  return expected === 0 ? null : right / expected
}

/** The harmonic mean of both; null where there is nothing on either side. */
export function f1Of({ right, found, expected }: Score): number | null {
  return found + expected === 0 ? null : (2 * right) / (found + expected)
}

/** A pair of an expected and a found thing, with how well they agree. */
export interface Pair<E, F> {
  readonly expected: E
  readonly found: F
  readonly grade: number
}

export interface Pairing<E, F> {
  readonly pairs: readonly Pair<E, F>[]
  readonly missed: readonly E[]
  readonly spurious: readonly F[]
}

/**
 * Pairs expected with found things, each at most once, the best agreements first (in the order given
 * among equals). `grade` is 0 where two do not go together at all.
 */
export function pairUp<E, F>(
  expected: readonly E[],
  found: readonly F[],
  grade: (expected: E, found: F) => number,
): Pairing<E, F> {
  const candidates = expected
    .flatMap((one) =>
      found.map((other) => ({ expected: one, found: other, grade: grade(one, other) })),
    )
    .filter((pair) => pair.grade > 0)
    .sort((a, b) => b.grade - a.grade)
  const pairs: Pair<E, F>[] = []
  const takenExpected = new Set<E>()
  const takenFound = new Set<F>()
  for (const pair of candidates) {
    if (takenExpected.has(pair.expected) || takenFound.has(pair.found)) continue
    takenExpected.add(pair.expected)
    takenFound.add(pair.found)
    pairs.push(pair)
  }
  return {
    pairs,
    missed: expected.filter((one) => !takenExpected.has(one)),
    spurious: found.filter((one) => !takenFound.has(one)),
  }
}
