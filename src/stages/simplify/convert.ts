import type { Origin } from '../../core/edit.js'
import { readConversionTable, type TableName } from '../../chinese/opencc.js'
import type { Draft } from './draft.js'
import { LongestMatch, NO_ENTRY } from './longest-match.js'
import { compileRewriter, skipUnmatched, write } from './rewrite.js'

/** A word of our own, which goes before OpenCC's: from a dictionary or a protected name. */
export interface OwnWord {
  readonly from: string
  /** Equal to `from` for words that stay as they are. */
  readonly to: string
  readonly origin: Origin
}

/** One of OpenCC's tables, compiled; a draft's stretch is rewritten as OpenCC would convert it. */
export interface CompiledTable {
  readonly name: TableName
  /** What its changes are put down to. */
  readonly origin: Origin
  /** Every word it has an entry for, characters included. */
  readonly phrases: readonly string[]
  /** Rewrites `[start, end)` of the draft. */
  convert(draft: Draft, start: number, end: number): void
}

/** OpenCC's way: the piece is cut at the phrases of the segmentation, each part goes all steps. */
export function compileTable(name: TableName): CompiledTable {
  const origin: Origin = { stage: 'simplify', rule: `simplify/${name}`, entry: null }
  const table = readConversionTable(name)
  const phrases = table.steps.flatMap((step) => [...step.keys()])
  const steps = table.steps.map((step) => compileRewriter(step, origin))
  const convertPart = (draft: Draft, start: number, end: number): void => {
    if (start < end) for (const step of steps) step.rewrite(draft, start, end)
  }
  if (table.segmentation === null) return { name, origin, phrases, convert: convertPart }
  const segmentation = new LongestMatch([...table.segmentation.keys()])
  const convert = (draft: Draft, start: number, end: number): void => {
    let from = start
    let at = start
    while (at < end) {
      const { units } = draft
      const found = segmentation.mayBegin(units[at]!) ? segmentation.find(units, at, end) : NO_ENTRY
      if (found === NO_ENTRY) {
        at = skipUnmatched(units, at, end)
        continue
      }
      convertPart(draft, from, at)
      from = at
      at += segmentation.lengthOf(found)
      convertPart(draft, from, at)
      from = at
    }
    convertPart(draft, from, end)
  }
  return { name, origin, phrases, convert }
}

/**
 * The table with our own words before it: they cut the text, and the pieces between are converted
 * apart. Of words that begin at one place the longest counts, of two equal ones the first.
 */
export function addWords(table: CompiledTable, words: readonly OwnWord[]): CompiledTable {
  const own = [...new Map(words.toReversed().map((word) => [word.from, word])).values()]
  const match = new LongestMatch(own.map((word) => word.from))
  const convert = (draft: Draft, start: number, end: number): void => {
    let from = start
    let at = start
    while (at < end) {
      const { units } = draft
      const found = match.mayBegin(units[at]!) ? match.find(units, at, end) : NO_ENTRY
      if (found === NO_ENTRY) {
        at++
        continue
      }
      table.convert(draft, from, at)
      applyOwn(draft, at, own[found]!)
      at += match.lengthOf(found)
      from = at
    }
    table.convert(draft, from, end)
  }
  const phrases = [...own.map((word) => word.from), ...table.phrases]
  return { name: table.name, origin: table.origin, phrases, convert }
}

function applyOwn(draft: Draft, start: number, { from, to, origin }: OwnWord): void {
  const resized = from.length !== to.length
  if (!resized) write(draft.units, start, to)
  draft.marks.push({ start, end: start + from.length, replacement: resized ? to : null, origin })
}
