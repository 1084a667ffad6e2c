import type { Run } from './align.js'
import { isFigureCode, type Tokens } from './tokens.js'

/** What stands between two runs of an alignment, in tokens of the one and of the other. */
export interface Gap {
  readonly a: TokenRange
  readonly b: TokenRange
}

export interface TokenRange {
  readonly start: number
  readonly end: number
}

/** Where both have something else in the same place, and little of it; in order. */
export function replacementsOf(runs: readonly Run[]): Gap[] {
  const gaps: Gap[] = []
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1]
    if (before === undefined) continue
    const gap = {
      a: { start: before.a + before.length, end: run.a },
      b: { start: before.b + before.length, end: run.b },
    }
    const last = gaps[gaps.length - 1]
    if (last !== undefined && areTwoHalves(last, gap))
      gaps[gaps.length - 1] = {
        a: { start: last.a.start, end: gap.a.end },
        b: { start: last.b.start, end: gap.b.end },
      }
    else gaps.push(gap)
  }
  return gaps.filter(({ a, b }) => isShort(a) && isShort(b))
}

/** Tokens of a replacement, at most. */
const LONGEST = 12

function isShort(range: TokenRange): boolean {
  return !isEmpty(range) && range.end - range.start <= LONGEST
}

function isEmpty({ start, end }: TokenRange): boolean {
  return start === end
}

/** 覆盖 and 盖住 have a character in common, before and behind which only one of them has more. */
function areTwoHalves(first: Gap, second: Gap): boolean {
  if (second.a.start - first.a.end > 1) return false
  return (
    (isEmpty(first.a) && isEmpty(second.b) && !isEmpty(first.b)) ||
    (isEmpty(first.b) && isEmpty(second.a) && !isEmpty(first.a))
  )
}

/** Two figures that stand in the same place; `Gap`s of the tokens that make them up. */
export function differingFigures(
  gaps: readonly Gap[],
  a: Tokens & { readonly text: string },
  b: Tokens & { readonly text: string },
): Gap[] {
  return gaps.flatMap((gap): Gap[] => {
    const inA = figuresIn(gap.a, a)
    const inB = figuresIn(gap.b, b)
    const pairs = Math.min(inA.length, inB.length)
    return Array.from({ length: pairs }, (_, index) => ({ a: inA[index]!, b: inB[index]! }))
  })
}

/** How many figures the runs have in common. */
export function sharedFigures(runs: readonly Run[], { codes }: Tokens): number {
  let count = 0
  for (const { a, length } of runs)
    for (let at = a; at < a + length; at++) if (isFigureCode(codes[at]!)) count++
  return count
}

/** The figures of a range; a range of Hanzi numerals only is one figure too. */
function figuresIn(
  { start, end }: TokenRange,
  { codes, starts, ends, text }: Tokens & { readonly text: string },
): TokenRange[] {
  const figures: TokenRange[] = []
  for (let at = start; at < end; at++)
    if (isFigureCode(codes[at]!)) figures.push({ start: at, end: at + 1 })
  if (figures.length > 0) return figures
  return HANZI_NUMERAL.test(text.slice(starts[start], ends[end - 1])) ? [{ start, end }] : []
}

const HANZI_NUMERAL = /^[〇零一二两三四五六七八九十百千万亿]+$/
