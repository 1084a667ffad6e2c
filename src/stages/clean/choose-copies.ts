import { sliceSpan, type Span } from '../../core/span.js'
import { compareCopies } from './align-copies.js'
import { breaksOff, type CopyRun, type CopyText, type LooksInjected } from './copies.js'

/** What becomes of copied units. */
export interface ChosenCopies {
  /** The numbers of the units that go, ascending. */
  readonly dropped: readonly number[]
  /** What a unit that stays has more than its copies and looks injected, in text order. */
  readonly injected: readonly Span[]
}

/** The units that say the same, and the block (0: the first, then one a run) each stands in. */
interface Group {
  readonly members: { readonly unit: number; readonly block: number }[]
}

interface Block {
  first: number
  last: number
  /** How many of its units break off where a copy goes on. */
  breaks: number
  /** In characters, what was put in left out. */
  length: number
}

/**
 * Of the copies of a text keeps the one that is complete, of several the first: that is the one a
 * reader of the page quotes. What was put into it is known by the others, and a sentence that breaks
 * off in it is taken from one of them.
 */
export function chooseCopies(
  copyText: CopyText,
  runs: readonly CopyRun[],
  longest: number,
  looksInjected: LooksInjected,
): ChosenCopies {
  const { text, units } = copyText
  const groups = groupsOf(runs)
  const wordsOf = (unit: number): string => sliceSpan(text, units[unit]!)
  const more = (unit: number, than: number): Span[] => {
    const { onlyInA } = compareCopies(wordsOf(unit), wordsOf(than), longest)
    const { start } = units[unit]!
    return onlyInA
      .map((span) => ({ start: start + span.start, end: start + span.end }))
      .filter((span) => looksInjected(sliceSpan(text, span)))
  }
  const order = rankBlocks(copyText, groups, runs.length, more)
  const dropped: number[] = []
  const injected: Span[] = []
  for (const { members } of groups) {
    const ranked = [...members].sort((a, b) => order[a.block]! - order[b.block]!)
    const lengthOf = (unit: number): number => units[unit]!.end - units[unit]!.start
    const preferred = ranked[0]!.unit
    const whole = ranked.find(({ unit }) => breaksOff(wordsOf(preferred), wordsOf(unit)))
    const kept = whole?.unit ?? preferred
    const others = members.map(({ unit }) => unit).filter((unit) => unit !== kept)
    dropped.push(...others)
    // Compared with the copy that has the least put in, all that is put into this one shows.
    const shortest = others.reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a))
    injected.push(...more(kept, shortest))
  }
  return {
    dropped: dropped.sort((a, b) => a - b),
    injected: injected.sort((a, b) => a.start - b.start),
  }
}

function groupsOf(runs: readonly CopyRun[]): Group[] {
  const groups = new Map<number, Group>()
  const roots = new Map<number, number>()
  for (const [index, { pairs }] of runs.entries())
    for (const { original, copy } of pairs) {
      if (roots.has(copy) || groups.has(copy)) continue
      // A third copy may be known by the second.
      const root = roots.get(original) ?? original
      const group = groups.get(root) ?? { members: [{ unit: root, block: 0 }] }
      groups.set(root, group)
      group.members.push({ unit: copy, block: index + 1 })
      roots.set(copy, root)
    }
  return [...groups.values()]
}

/** For each block its rank, the best being 0. */
function rankBlocks(
  { text, units }: CopyText,
  groups: readonly Group[],
  runs: number,
  more: (unit: number, than: number) => readonly Span[],
): number[] {
  const wordsOf = (unit: number): string => sliceSpan(text, units[unit]!)
  const blocks: Block[] = []
  for (let block = 0; block <= runs; block++)
    blocks.push({ first: Infinity, last: -1, breaks: 0, length: 0 })
  for (const { members } of groups) {
    const first = members[0]!
    for (const { unit, block: number } of members) {
      const block = blocks[number]!
      block.first = Math.min(block.first, unit)
      block.last = Math.max(block.last, unit)
      if (members.some((other) => breaksOff(wordsOf(unit), wordsOf(other.unit)))) block.breaks++
      if (unit === first.unit) continue
      leaveOut(block, more(unit, first.unit), 1)
      leaveOut(blocks[0]!, more(first.unit, unit), members.length - 1)
    }
  }
  for (const block of blocks)
    if (block.last >= 0) block.length += units[block.last]!.end - units[block.first]!.start
  const isLonger = (a: Block, b: Block): boolean => a.length - b.length > MUCH_LONGER
  const numbers = blocks.map((_, number) => number)
  numbers.sort((x, y) => {
    const [a, b] = [blocks[x]!, blocks[y]!]
    if (a.breaks !== b.breaks && !isLonger(a, b) && !isLonger(b, a)) return a.breaks - b.breaks
    if (isLonger(a, b)) return -1
    if (isLonger(b, a)) return 1
    return x - y
  })
  const ranks = new Array<number>(blocks.length).fill(0)
  for (const [rank, number] of numbers.entries()) ranks[number] = rank
  return ranks
}

/** What a unit has more than one of its `copies` and looks injected makes its block no longer. */
function leaveOut(block: Block, injected: readonly Span[], copies: number): void {
  for (const { start, end } of injected) block.length -= (end - start) / copies
}

/** So much more, in characters, that something is missing from the other copy. */
const MUCH_LONGER = 20
