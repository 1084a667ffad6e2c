/** A run of tokens that two sequences have in common. */
export interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

/**
 * Aligns two sequences of tokens: runs in order, in both, that do not overlap. Anchors are shingles
 * that stand exactly once in each (patience diff, Bram Cohen), of which the longest ascending chain
 * is kept and widened; small gaps between are filled by their longest common subsequence, larger
 * ones (a paragraph that only one has) stay. n log n in the length.
 */
export function alignTokens(a: Uint32Array, b: Uint32Array): Run[] {
  const chain = longestAscending(findAnchors(a, b))
  const runs: Run[] = []
  let endA = 0
  let endB = 0
  for (const [anchorA, anchorB] of chain) {
    if (anchorA < endA || anchorB < endB) continue
    let startA = anchorA
    let startB = anchorB
    while (startA > endA && startB > endB && a[startA - 1] === b[startB - 1]) {
      startA--
      startB--
    }
    fillGap(a.subarray(endA, startA), b.subarray(endB, startB), { a: endA, b: endB }, runs)
    let length = anchorA - startA
    while (startA + length < a.length && a[startA + length] === b[startB + length]) length++
    runs.push({ a: startA, b: startB, length })
    endA = startA + length
    endB = startB + length
  }
  fillGap(a.subarray(endA), b.subarray(endB), { a: endA, b: endB }, runs)
  return joinRuns(runs)
}

type Anchor = readonly [a: number, b: number]

/** Tokens of an anchor: short, so that some stand between swapped words. */
const ANCHOR = 4

/** Gaps of at most so many pairs of tokens are filled. */
const MAX_GAP_CELLS = 20_000

const REPEATED = -1

/** Shingles that stand once in each, by their place in `a`. */
function findAnchors(a: Uint32Array, b: Uint32Array): Anchor[] {
  const placesInB = uniquePlaces(b)
  const anchors: Anchor[] = []
  for (const [key, place] of uniquePlaces(a)) {
    const other = placesInB.get(key)
    if (place !== REPEATED && other !== undefined && other !== REPEATED)
      anchors.push([place, other])
  }
  return anchors.sort(([x], [y]) => x - y)
}

function uniquePlaces(codes: Uint32Array): Map<number, number> {
  const places = new Map<number, number>()
  for (let start = 0; start + ANCHOR <= codes.length; start++) {
    // 53 bits: enough that two shingles of one body are not taken for one.
    let low = 0x811c9dc5
    let high = 0
    for (let at = start; at < start + ANCHOR; at++) {
      low = Math.imul(low ^ codes[at]!, 0x01000193)
      high = (Math.imul(high, 31) + codes[at]!) | 0
    }
    const key = (low >>> 0) * 2 ** 21 + ((high ^ (high >>> 11)) & 0x1fffff)
    places.set(key, places.has(key) ? REPEATED : start)
  }
  return places
}

/** The longest chain that ascends in `b` too, given in order of `a`. */
function longestAscending(anchors: readonly Anchor[]): Anchor[] {
  const tails: number[] = []
  const before = new Int32Array(anchors.length)
  for (const [index, [, b]] of anchors.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (anchors[tails[middle]!]![1] < b) low = middle + 1
      else high = middle
    }
    before[index] = tails[low - 1] ?? -1
    tails[low] = index
  }
  const chain: Anchor[] = []
  for (let at = tails[tails.length - 1] ?? -1; at >= 0; at = before[at]!) chain.push(anchors[at]!)
  return chain.reverse()
}

/** Adds the longest common subsequence of two short stretches, whose places in both are given. */
function fillGap(
  a: Uint32Array,
  b: Uint32Array,
  start: { readonly a: number; readonly b: number },
  runs: Run[],
): void {
  if (a.length === 0 || b.length === 0 || a.length * b.length > MAX_GAP_CELLS) return
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--)
      lengths[row * width + column] =
        a[row] === b[column]
          ? lengths[(row + 1) * width + column + 1]! + 1
          : Math.max(lengths[(row + 1) * width + column]!, lengths[row * width + column + 1]!)
  let row = 0
  let column = 0
  while (row < a.length && column < b.length) {
    if (a[row] === b[column]) runs.push({ a: start.a + row++, b: start.b + column++, length: 1 })
    else if (lengths[(row + 1) * width + column]! >= lengths[row * width + column + 1]!) row++
    else column++
  }
}

function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined[joined.length - 1]
    if (last !== undefined && last.a + last.length === run.a && last.b + last.length === run.b)
      joined[joined.length - 1] = { ...last, length: last.length + run.length }
    else joined.push(run)
  }
  return joined
}
