import type { FacetColumn, FactColumns } from './fact-columns.js'
import { type Facet, FACETS, type FacetValue, type FactQuery, mapFacets } from './fact-query.js'
import { dayNumber } from './packed-facts.js'

/** Which facts a query leaves, and how often each value of a facet is among them. */
export interface Filtered {
  readonly total: number
  /** 1 for a fact that is left. */
  readonly mask: Uint8Array
  readonly facets: Readonly<Record<Facet, readonly FacetValue[]>>
}

/** What a query asks besides facets, as the numbers of the facts that it leaves; null leaves all. */
export interface OuterMasks {
  readonly text: Uint8Array | null
  readonly only: Uint8Array | null
}

/** Filters by every part of the query. Linear in the facts: each part is one pass over a column. */
export function filterFacts(columns: FactColumns, query: FactQuery, outer: OuterMasks): Filtered {
  const { count } = columns
  // How many parts a fact fails, and the last facet that it fails: one more than its index.
  const fails = new Uint8Array(count)
  const failedFacet = new Uint8Array(count)
  for (const mask of [outer.text, outer.only])
    if (mask !== null) for (let at = 0; at < count; at++) fails[at]! += 1 - mask[at]!
  filterByTime(columns, query, fails)
  for (const [index, facet] of FACETS.entries()) {
    const chosen = query.facets[facet] ?? []
    if (chosen.length === 0) continue
    const { codes, values } = columns.facets[facet]
    const allowed = values.map((own) => own.some((value) => chosen.includes(value)))
    for (let at = 0; at < count; at++)
      if (!allowed[codes[at]!]) {
        fails[at]!++
        failedFacet[at] = index + 1
      }
  }
  const mask = new Uint8Array(count)
  let total = 0
  for (let at = 0; at < count; at++)
    if (fails[at] === 0) {
      mask[at] = 1
      total++
    }
  const facets = mapFacets((facet) => {
    const column = columns.facets[facet]
    const own = FACETS.indexOf(facet) + 1
    const counts = new Int32Array(column.values.length)
    for (let at = 0; at < count; at++)
      if (fails[at] === 0 || (fails[at] === 1 && failedFacet[at] === own))
        counts[column.codes[at]!]!++
    return mostFrequent(column, counts, query.facets[facet] ?? [])
  })
  return { total, mask, facets }
}

/** So many values of a facet are told; the others are found by their names. */
const MOST_VALUES = 12

/** The most frequent values, and those chosen even where they are rare. */
function mostFrequent(
  column: FacetColumn,
  counts: Int32Array,
  chosen: readonly string[],
): FacetValue[] {
  const all = sumByValue(column, counts)
  const top = all.slice(0, MOST_VALUES)
  const rest = chosen
    .filter((value) => !top.some((shown) => shown.value === value))
    .map((value) => ({ value, count: all.find((other) => other.value === value)?.count ?? 0 }))
  return [...top, ...rest]
}

/** `counts` by code as counts by value, the most frequent first. */
export function sumByValue({ values }: FacetColumn, counts: Int32Array): FacetValue[] {
  const sums = new Map<string, number>()
  for (const [code, own] of values.entries()) {
    const count = counts[code]!
    if (count > 0) for (const value of own) sums.set(value, (sums.get(value) ?? 0) + count)
  }
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function filterByTime({ count, day }: FactColumns, query: FactQuery, fails: Uint8Array): void {
  if (query.from === null && query.to === null) return
  const from = query.from === null ? Number.NEGATIVE_INFINITY : dayNumber(query.from)
  const to = query.to === null ? Number.POSITIVE_INFINITY : dayNumber(query.to)
  for (let at = 0; at < count; at++) if (!(day[at]! >= from && day[at]! <= to)) fails[at]!++
}
