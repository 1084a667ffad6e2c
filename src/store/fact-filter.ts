import type { FacetColumn } from './facet-column.js'
import type { FactColumns } from './fact-columns.js'
import { type Facet, FACETS, type FacetValue, type FactSelection, mapFacets } from './fact-query.js'
import { dayNumber } from './packed-facts.js'

/** Which facts a selection leaves. */
export interface Filtered {
  readonly total: number
  /** Their numbers, ascending; null for all facts. */
  readonly numbers: Uint32Array | null
  /** For a facet with a choice the facts that would be left without it. */
  readonly without: ReadonlyMap<Facet, Uint32Array>
}

/** What a selection asks besides facets, as the numbers of the facts that it leaves; null leaves all. */
export type OuterMasks = readonly Uint8Array[]

/**
 * Filters by every part of the selection: each is one pass over a column, and what is counted afterwards
 * is read for the facts that are left alone.
 */
export function filterFacts(
  columns: FactColumns,
  selection: FactSelection,
  outer: OuterMasks,
): Filtered {
  const { count } = columns
  const chosen = FACETS.filter((facet) => (selection.facets[facet] ?? []).length > 0)
  const byTime = selection.from !== null || selection.to !== null
  if (outer.length === 0 && chosen.length === 0 && !byTime)
    return { total: count, numbers: null, without: new Map() }
  // How many parts a fact fails, and, where it is one, the place of the facet among the chosen.
  const fails = new Uint8Array(count)
  const failed = new Uint8Array(count)
  for (const mask of outer) for (let at = 0; at < count; at++) fails[at]! += 1 - mask[at]!
  if (byTime) filterByTime(columns, selection, fails)
  for (const [place, facet] of chosen.entries()) {
    const { codes, values } = columns.facets[facet]
    const wanted = selection.facets[facet] ?? []
    const refused = Uint8Array.from(values, (own) =>
      own.some((value) => wanted.includes(value)) ? 0 : 1,
    )
    for (let at = 0; at < count; at++) {
      const fault = refused[codes[at]!]!
      fails[at]! += fault
      if (fault === 1) failed[at] = place + 1
    }
  }
  const numbers = new Uint32Array(count)
  const others = chosen.map(() => new Uint32Array(count))
  const sizes = new Uint32Array(chosen.length)
  let total = 0
  for (let at = 0; at < count; at++) {
    const faults = fails[at]!
    if (faults > 1) continue
    if (faults === 0) numbers[total++] = at
    const place = failed[at]!
    for (let other = 0; other < others.length; other++)
      if (faults === 0 || place === other + 1) others[other]![sizes[other]!++] = at
  }
  const without = chosen.map((facet, place): [Facet, Uint32Array] => {
    return [facet, others[place]!.subarray(0, sizes[place])]
  })
  return { total, numbers: numbers.subarray(0, total), without: new Map(without) }
}

/** How often each value of a facet is among the facts left, its own choice taken away. */
export function countFacets(
  columns: FactColumns,
  selection: FactSelection,
  filtered: Filtered,
): Readonly<Record<Facet, readonly FacetValue[]>> {
  return mapFacets((facet) => {
    const column = columns.facets[facet]
    const numbers = filtered.without.get(facet) ?? filtered.numbers
    return mostFrequent(column, countCodes(column, numbers), selection.facets[facet] ?? [])
  })
}

/** How many of the facts have each code; of all facts where no numbers are given. */
export function countCodes(
  { codes, values }: FacetColumn,
  numbers: Uint32Array | null,
): Int32Array {
  const counts = new Int32Array(values.length)
  if (numbers === null) for (let at = 0; at < codes.length; at++) counts[codes[at]!]!++
  else for (let at = 0; at < numbers.length; at++) counts[codes[numbers[at]!]!]!++
  return counts
}

/** So many values of a facet are told; the others are found by their names. */
const MOST_VALUES = 12

/** The most frequent values, and those chosen even where they are rare. */
function mostFrequent(
  column: FacetColumn,
  counts: Int32Array,
  chosen: readonly string[],
): FacetValue[] {
  const top = sumByValue(column, counts, MOST_VALUES)
  const rest = chosen.filter((value) => !top.some((shown) => shown.value === value))
  if (rest.length === 0) return top
  const all = new Map(sumByValue(column, counts).map(({ value, count }) => [value, count]))
  return [...top, ...rest.map((value) => ({ value, count: all.get(value) ?? 0 }))]
}

/** `counts` by code as counts by value, the most frequent first, at most `most`. */
export function sumByValue(
  { values }: FacetColumn,
  counts: Int32Array,
  most = Number.POSITIVE_INFINITY,
): FacetValue[] {
  const sums = new Map<string, number>()
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code]!
    if (count > 0)
      for (const value of values[code]!) sums.set(value, (sums.get(value) ?? 0) + count)
  }
  const least = most < sums.size ? [...sums.values()].sort((a, b) => b - a)[most - 1]! : 0
  const found: FacetValue[] = []
  for (const [value, count] of sums) if (count >= least) found.push({ value, count })
  found.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return found.slice(0, most)
}

function filterByTime({ count, day }: FactColumns, query: FactSelection, fails: Uint8Array): void {
  const from = query.from === null ? Number.NEGATIVE_INFINITY : dayNumber(query.from)
  const to = query.to === null ? Number.POSITIVE_INFINITY : dayNumber(query.to)
  for (let at = 0; at < count; at++) if (!(day[at]! >= from && day[at]! <= to)) fails[at]!++
}
