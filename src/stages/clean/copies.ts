import { sliceSpan, type Span } from '../../core/span.js'
import { compareCopies } from './align-copies.js'
import type { CleanOptions } from './options.js'
import { ShingleIndex } from './shingle-index.js'

/** A unit and the earlier one whose words it repeats, by their numbers. */
export interface Copy {
  readonly original: number
  readonly copy: number
}

/** Copies one behind the other, as their originals are: a second copy of (a part of) a text. */
export interface CopyRun {
  readonly pairs: readonly Copy[]
}

/** The text in which copies are looked for, and its units: sentences, and lines without one's end. */
export interface CopyText {
  /** Every character in its simplified form, so that copies in two scripts are equal. */
  readonly text: string
  readonly units: readonly Span[]
}

/** `looksInjected` is asked of what stands in one copy only. */
export type LooksInjected = (words: string) => boolean

/** A text made ready for comparing its units; as long as the text. */
export function toCopyText(text: string, units: readonly Span[]): CopyText {
  return { text: text.replaceAll('著', '着'), units }
}

/**
 * Finds second copies of the body: runs of units that repeat earlier ones in their order, even if
 * words were put into either or one breaks off. Units that are alike but say different things, as in
 * lists of figures, are none, nor is a sentence that is said twice. Linear: a shingle is looked up by
 * the unit it first stood in.
 */
export function findCopyRuns(
  copyText: CopyText,
  { copies, injected }: CleanOptions,
  looksInjected: LooksInjected,
): CopyRun[] {
  const { text, units } = copyText
  const near = findNear(copyText, copies)
  const saysSame = (original: number, copy: number): boolean => {
    const [a, b] = [sliceSpan(text, units[original]!), sliceSpan(text, units[copy]!)]
    return isSame(a, b, injected.longest, looksInjected)
  }
  return inRuns(
    near.filter(({ original, copy }) => saysSame(original, copy)),
    copies.gap,
  )
    .filter((run) => isSecondCopy(run, copyText, copies))
    .map((run) => ({ pairs: withUnitsBetween(copyText, run, near, saysSame) }))
}

/** The earlier unit that has most of a unit's shingles, for each that there is one of. */
function findNear({ text, units }: CopyText, options: CleanOptions['copies']): Copy[] {
  const shingles = new ShingleIndex(text.length)
  const totals = new Int32Array(units.length)
  const near: Copy[] = []
  for (const [index, unit] of units.entries()) {
    if (unit.end - unit.start < options.shortest) continue
    const votes = new Map<number, number>()
    let total = 0
    for (let at = unit.start; at <= unit.end - options.shingle; at++) {
      const hash = hashAt(text, at, options.shingle)
      // A sample chosen by content is the same in both copies, wherever words were put in.
      if ((hash & SAMPLE_MASK) !== 0) continue
      total++
      const owner = shingles.enter(hash, index)
      if (owner !== index) votes.set(owner, (votes.get(owner) ?? 0) + 1)
    }
    totals[index] = total
    // Shingles that many sentences share belong to the first of them, not to the one in its place.
    const last = near[near.length - 1]
    const next = last === undefined ? index : last.original + index - last.copy
    if (next < index && sliceSpan(text, units[next]!) === sliceSpan(text, unit)) {
      near.push({ original: next, copy: index })
      continue
    }
    for (const [owner, count] of votes)
      if (count >= Math.min(total, totals[owner]!) * options.share) {
        near.push({ original: owner, copy: index })
        break
      }
  }
  return near
}

/** True for the same words, apart from what looks injected or is missing where one breaks off. */
function isSame(a: string, b: string, longest: number, looksInjected: LooksInjected): boolean {
  if (a === b) return true
  if (breaksOff(a, b) || breaksOff(b, a)) return true
  const { onlyInA, onlyInB, isOtherwiseEqual } = compareCopies(a, b, longest)
  if (!isOtherwiseEqual) return false
  return (
    onlyInA.every((span) => looksInjected(sliceSpan(a, span))) &&
    onlyInB.every((span) => looksInjected(sliceSpan(b, span)))
  )
}

/** True where `long` has the words of `short` and goes on, and `short` does not end as a sentence. */
export function breaksOff(short: string, long: string): boolean {
  if (short.length > long.length + MOST_DOTS || SENTENCE_END.test(short)) return false
  const words = short.replace(BREAKS_OFF, '')
  const more = long.replace(BREAKS_OFF, '').length - words.length
  return words.length > 1 && more > 0 && long.startsWith(words)
}

/** Cuts pairs into runs in which originals and copies follow one another with few units between. */
function inRuns(pairs: readonly Copy[], gap: number): Copy[][] {
  const runs: Copy[][] = []
  for (const pair of pairs) {
    const run = runs[runs.length - 1]
    const last = run?.[run.length - 1]
    const follows =
      last !== undefined &&
      pair.original > last.original &&
      pair.original - last.original <= gap &&
      pair.copy - last.copy <= gap
    if (run !== undefined && follows) run.push(pair)
    else runs.push([pair])
  }
  return runs
}

/** True for a run that is long, and begins with a line or right behind what it copies. */
function isSecondCopy(
  run: readonly Copy[],
  { text, units }: CopyText,
  options: CleanOptions['copies'],
): boolean {
  const length = run.reduce((sum, { copy }) => sum + units[copy]!.end - units[copy]!.start, 0)
  if (length < options.least && length < text.length * options.leastShare) return false
  const first = run[0]!
  const last = run[run.length - 1]!
  if (last.original + 1 === first.copy) return true
  const { start } = units[first.copy]!
  const isAtLine = start === 0 || text.slice(start - 3, start).includes('\n')
  return run.length > 1 && isAtLine
}

/**
 * All copies of a run: those that are sure, those between them that are near, and units between them
 * or right beside that say what the one in the same place says: too short, or too much put into, to
 * be found by their shingles.
 */
function withUnitsBetween(
  { text, units }: CopyText,
  run: readonly Copy[],
  near: readonly Copy[],
  saysSame: (original: number, copy: number) => boolean,
): Copy[] {
  const first = run[0]!
  const last = run[run.length - 1]!
  const copied = new Map(run.map(({ original, copy }) => [copy, original]))
  const wordsOf = (index: number): string => sliceSpan(text, units[index]!)
  const earlier = new Map<string, number>()
  for (let index = first.original; index <= last.original; index++) {
    const words = wordsOf(index)
    if (!earlier.has(words)) earlier.set(words, index)
  }
  const likeliest = new Map(near.map(({ original, copy }) => [copy, original]))
  const originals = new Set(copied.values())
  let before = first.original
  for (let copy = first.copy + 1; copy < last.copy; copy++) {
    const sure = copied.get(copy)
    const words = wordsOf(copy)
    const isNext = sure === undefined && before + 1 < copy && saysSame(before + 1, copy)
    const original = sure ?? (isNext ? before + 1 : (earlier.get(words) ?? likeliest.get(copy)))
    if (original === undefined) continue
    if (sure === undefined && (original <= before || originals.has(original))) continue
    before = original
    if (original < last.original) copied.set(copy, original)
  }
  const beside = (step: number, from: Copy, stop: number): void => {
    for (let { original, copy } = from; ;) {
      original += step
      copy += step
      if (original < 0 || copy === stop || copy >= units.length) return
      if (original === first.copy) return
      if (!saysSame(original, copy)) return
      const [words, again] = [wordsOf(original), wordsOf(copy)]
      const isCut = breaksOff(words, again) || breaksOff(again, words)
      if (isCut && step < 0) return
      copied.set(copy, original)
      if (isCut) return
    }
  }
  beside(-1, first, last.original)
  beside(1, last, units.length)
  return [...copied].map(([copy, original]) => ({ original, copy })).sort((a, b) => a.copy - b.copy)
}

function hashAt(text: string, at: number, length: number): number {
  let hash = 0x811c9dc5
  for (let offset = 0; offset < length; offset++)
    hash = Math.imul(hash ^ text.charCodeAt(at + offset), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}

const SAMPLE_MASK = 1
const SENTENCE_END = /[。！？!?；;][”’」』"）)]{0,2}$/
const MOST_DOTS = 9
const BREAKS_OFF = /[.…，,、]{1,9}$/
