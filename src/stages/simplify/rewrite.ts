import type { Origin } from '../../core/edit.js'
import type { Replacements } from '../../chinese/opencc.js'
import type { Draft } from './draft.js'
import { LongestMatch, NO_ENTRY } from './longest-match.js'

/** One dictionary, compiled: rewrites stretches of a draft, longest entry first, left to right. */
export interface Rewriter {
  readonly match: LongestMatch
  /** Rewrites `[start, end)` of the draft; entries across the edges do not count. */
  rewrite(draft: Draft, start: number, end: number): void
}

/** `origin` is what a change of length is put down to; other changes are the draft's own. */
export function compileRewriter(entries: Replacements, origin: Origin): Rewriter {
  const match = new LongestMatch([...entries.keys()])
  const replacements = [...entries.values()]
  return {
    match,
    rewrite(draft, start, end) {
      const { units } = draft
      let at = start
      while (at < end) {
        const entry = match.mayBegin(units[at]!) ? match.find(units, at, end) : NO_ENTRY
        if (entry === NO_ENTRY) {
          at = skipUnmatched(units, at, end)
          continue
        }
        const length = match.lengthOf(entry)
        const replacement = replacements[entry]!
        if (replacement.length === length) write(units, at, replacement)
        else draft.marks.push({ start: at, end: at + length, replacement, origin })
        at += length
      }
    },
  }
}

/** Where the unit at `at`, which begins no entry, ends; a described character is one unit. */
export function skipUnmatched(units: Uint16Array, at: number, end: number): number {
  return (units[at]! & 0xfff0) === 0x2ff0 ? endOfDescription(units, at, end) : at + 1
}

export function write(units: Uint16Array, at: number, replacement: string): void {
  for (let index = 0; index < replacement.length; index++)
    units[at + index] = replacement.charCodeAt(index)
}

/**
 * OpenCC leaves ideographic description sequences (⿰氵某) whole; an operator with too few operands
 * behind it is a character like any other. Descriptions of more than 64 units are not such.
 */
function endOfDescription(units: Uint16Array, at: number, end: number): number {
  let open = 1
  let next = at
  while (open > 0 && next < end && next - at < 64) {
    const unit = units[next]!
    open--
    if ((unit & 0xfff0) === 0x2ff0) open += unit === 0x2ff2 || unit === 0x2ff3 ? 3 : 2
    next += isPair(unit, next + 1 < end ? units[next + 1]! : 0) ? 2 : 1
  }
  return open === 0 ? next : at + 1
}

function isPair(high: number, low: number): boolean {
  return (high & 0xfc00) === 0xd800 && (low & 0xfc00) === 0xdc00
}
