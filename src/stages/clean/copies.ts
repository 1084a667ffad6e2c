import { sliceSpan, type Span } from '../../core/span.js'
import type { CleanOptions } from './options.js'
import { ShingleIndex } from './shingle-index.js'

/** A line and the earlier one whose words it repeats, by their numbers. */
export interface Copy {
  readonly original: number
  readonly copy: number
}

/** The copies among the lines of a text. */
export interface Copies {
  readonly pairs: readonly Copy[]
  /** True where they make up a second copy of the body, not a paragraph repeated. */
  readonly doubled: boolean
}

/**
 * Finds lines that repeat earlier ones, even if words were put into either: they share most of
 * their shingles, and `isSame` (asked of the words of both) finds no other difference. Lines that
 * are alike but say different things, as in lists of figures, are none. Linear: a shingle is looked
 * up by the line it first stood in.
 */
export function findCopies(
  text: string,
  lines: readonly Span[],
  { copies }: CleanOptions,
  isSame: (original: string, copy: string) => boolean,
): Copies {
  const shingles = new ShingleIndex(text.length)
  const near: Copy[] = []
  for (const [index, line] of lines.entries()) {
    if (line.end - line.start < copies.shortest) continue
    const original = findOriginal(text, line, index, shingles, copies)
    if (original !== null) near.push({ original, copy: index })
  }
  const wordsOf = (index: number): string => sliceSpan(text, lines[index]!)
  const same = near.filter(({ original, copy }) => isSame(wordsOf(original), wordsOf(copy)))
  const length = same.reduce((sum, { copy }) => sum + wordsOf(copy).length, 0)
  const isLong = length >= copies.least || length >= text.length * copies.leastShare
  if (same.length > 1 && isLong)
    return { pairs: withLinesBetween(text, lines, same, near), doubled: true }
  const repeated = same.filter(({ original, copy }) => {
    const words = wordsOf(copy)
    return words.length >= copies.repeatedLine && words === wordsOf(original)
  })
  return { pairs: repeated, doubled: false }
}

/** The earlier line that has most of this line's shingles; enters the line's own. */
function findOriginal(
  text: string,
  line: Span,
  index: number,
  shingles: ShingleIndex,
  { shingle, share }: CleanOptions['copies'],
): number | null {
  const votes = new Map<number, number>()
  const last = line.end - shingle
  let total = 0
  for (let at = line.start; at <= last; at++) {
    const hash = hashAt(text, at, shingle)
    // A sample chosen by content is the same in both copies, wherever words were put in.
    if ((hash & SAMPLE_MASK) !== 0) continue
    total++
    const owner = shingles.enter(hash, index)
    if (owner !== index) votes.set(owner, (votes.get(owner) ?? 0) + 1)
  }
  for (const [owner, count] of votes) if (count >= total * share) return owner
  return null
}

/**
 * All copies of a doubled body: those that are sure, those between them that are near, and subheads
 * too short to be compared that equal an earlier line.
 */
function withLinesBetween(
  text: string,
  lines: readonly Span[],
  same: readonly Copy[],
  near: readonly Copy[],
): Copy[] {
  const first = same[0]!.copy
  const last = same[same.length - 1]!.copy
  const between = near.filter(({ copy }) => copy >= first && copy <= last)
  const copied = new Map(between.map(({ original, copy }) => [copy, original]))
  const earlier = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    const words = sliceSpan(text, line)
    const original = earlier.get(words)
    if (original === undefined) earlier.set(words, index)
    else if (index >= first && index <= last && !copied.has(index)) copied.set(index, original)
  }
  return [...copied].map(([copy, original]) => ({ original, copy })).sort((a, b) => a.copy - b.copy)
}

function hashAt(text: string, at: number, length: number): number {
  let hash = 0x811c9dc5
  for (let offset = 0; offset < length; offset++)
    hash = Math.imul(hash ^ text.charCodeAt(at + offset), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

const SAMPLE_MASK = 1
