import { bisect } from '../core/bisect.js'
import { openClaimReader } from './claim-reader.js'
import { contestedClaims } from './claim-totals.js'
import type { Connection } from './database.js'
import type { FacetColumn } from './facet-column.js'
import { CLAIM_STATES, type ClaimState } from './fact-query.js'

/** Where facts stand, in order of their results and places in them. */
export interface FactPlaces {
  readonly count: number
  readonly result: Float64Array
}

/** Which claim each fact supports. */
export interface ClaimColumn {
  /** By fact the number of its claim; that of no claim is the last. */
  readonly numbers: Int32Array
  /** By claim how many facts support it. */
  readonly sizes: Int32Array
  readonly states: FacetColumn
  /** The number of a claim; -1 for an unknown one. */
  numberOf(id: string): number
  stateOf(fact: number): ClaimState | null
}

/** Reads the claims of facts that are current as of `run`. */
export function loadClaims(connection: Connection, run: number, places: FactPlaces): ClaimColumn {
  const hashes = readHashes(connection, run, places)
  const known = Float64Array.from(new Set(hashes)).sort()
  // NaN, for facts whose claims were not gathered yet, is sorted behind all.
  const numberOfHash = (hash: number): number =>
    Number.isNaN(hash) ? known.length - 1 : bisect(known.length, (at) => known[at]! < hash)
  const numbers = Int32Array.from(hashes, numberOfHash)
  const sizes = new Int32Array(known.length)
  for (const number of numbers) sizes[number]!++
  const numberOf = (id: string): number => {
    const number = numberOfHash(hashOf(id))
    return known[number] === hashOf(id) ? number : -1
  }
  const conflicting = new Uint8Array(known.length)
  const reader = openClaimReader(connection, run)
  for (const id of contestedClaims(connection, run)) {
    const number = numberOf(id)
    if (number >= 0 && (reader.claim(id)?.conflicts.length ?? 0) > 0) conflicting[number] = 1
  }
  const stateOf = (fact: number): ClaimState | null => {
    const number = numbers[fact]!
    if (Number.isNaN(known[number])) return null
    if (conflicting[number] === 1) return 'conflicting'
    return sizes[number]! > 1 ? 'shared' : 'single'
  }
  const codes = Uint8Array.from({ length: places.count }, (_, fact) => {
    const state = stateOf(fact)
    return state === null ? CLAIM_STATES.length : CLAIM_STATES.indexOf(state)
  })
  const states = { codes, values: [...CLAIM_STATES.map((state) => [state]), []] }
  return { numbers, sizes, states, numberOf, stateOf }
}

/** Fifty-two of a claim id's eighty bits: enough to tell a million claims apart, and exact in a double. */
const HASH_DIGITS = 13
const PREFIX = 'c_'

function hashOf(id: string): number {
  return Number.parseInt(id.slice(PREFIX.length, PREFIX.length + HASH_DIGITS), 16)
}

/** By fact the hash of its claim; NaN where there is none. */
function readHashes(connection: Connection, run: number, places: FactPlaces): Float64Array {
  const { count, result } = places
  const hashes = new Float64Array(count).fill(Number.NaN)
  const rows = connection.prepare<[{ run: number }], { result: number; claims: string }>(CLAIMS)
  let at = 0
  for (const row of rows.iterate({ run })) {
    while (at < count && result[at]! < row.result) at++
    // An article's facts lie one behind the other, all of them, and so do their claims.
    for (let from = 0; from < row.claims.length && result[at] === row.result; from += HASH_DIGITS)
      hashes[at++] = Number.parseInt(row.claims.slice(from, from + HASH_DIGITS), 16)
  }
  return hashes
}

const CLAIMS = `
SELECT c.result, group_concat(substr(c.claim, ${PREFIX.length + 1}, ${HASH_DIGITS}), '' ORDER BY c.position) AS claims
FROM claims c JOIN validity v ON v.result = c.result
WHERE v.from_run <= @run AND (v.to_run IS NULL OR v.to_run > @run)
GROUP BY c.result ORDER BY c.result`
