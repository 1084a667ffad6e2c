import type { Direction, Expression, Read } from './expression.js'
import type { DateLexicon } from './lexicon.js'
import { type DurationRead, readDuration } from './read-duration.js'
import { isAlone, opensClause } from './surroundings.js'

/** What was read, with the rule it is due to. */
export interface AwayRead extends Read<Expression> {
  readonly rule: string
  readonly inexact: boolean
}

/**
 * Reads what a length of time with a word behind it makes a point: 三年前, and where nothing else is
 * there that it could be counted from, 三天后 and 两小时前. `first`: no date stands before it.
 */
export function readAway(
  lexicon: DateLexicon,
  text: string,
  { start, first }: { start: number; first: boolean },
  { value: duration, end }: Read<DurationRead>,
): AwayRead | null {
  const { steps, inexact } = duration
  if (steps === null) return null
  const timed = steps.some(({ unit }) => unit.startsWith('T'))
  const before = behindMore(text, end, (at) => lexicon.ago.match(text, at))
  if (before !== null && lexicon.has('dates/ago')) {
    if (timed && !isAlone(text, start, before)) return null
    const value = { kind: 'away', steps, direction: -1 } as const
    return { value, end: before, rule: 'dates/ago', inexact }
  }
  const after = behindMore(text, end, (at) => lexicon.ahead.match(text, at))
  if (after === null || !first || !lexicon.has('dates/ahead')) return null
  if (!isAlone(text, start, after)) {
    if (timed || lexicon.aheadBefore.match(text, after) === null) return null
  }
  return { value: { kind: 'away', steps, direction: 1 }, end: after, rule: 'dates/ahead', inexact }
}

/** 十年多前: 多 may stand between. */
function behindMore(
  text: string,
  at: number,
  match: (at: number) => { readonly length: number } | null,
): number | null {
  const direct = match(at)
  if (direct !== null) return at + direct.length
  const more = text[at] === '多' || text[at] === '余' ? match(at + 1) : null
  return more === null ? null : at + 1 + more.length
}

interface StretchWord {
  readonly direction: Direction
  /** Whole units of the calendar, as in 上两周. */
  readonly whole: boolean
  readonly start: number
  readonly end: number
}

/**
 * Reads what stands behind 过去, 未来 or 近, a stretch that ends or begins with publication, and behind 上,
 * 下, 前 or 后, so many whole units. These short words need a clause that begins with them or, where they
 * mostly count from an event, one of their own.
 */
export function readStretch(
  lexicon: DateLexicon,
  text: string,
  { direction, whole, start, end }: StretchWord,
): AwayRead | null {
  const space = text[end] === ' ' ? 1 : 0
  const read = readDuration(lexicon, text, end + space)
  if (read === null || read.value.steps === null) return null
  const { steps, inexact } = read.value
  if (whole) {
    const [step] = steps
    const allowed = COUNTED_ON.includes(text[start] ?? ' ')
      ? opensClause(text, start)
      : isAlone(text, start, read.end)
    if (step === undefined || steps.length > 1 || inexact || !allowed) return null
    if (!Number.isInteger(step.count)) return null
    return { value: { kind: 'run', step, direction }, end: read.end, rule: 'dates/run', inexact }
  }
  if (lexicon.notBeforeStretch.match(text, start) !== null) return null
  const short = end - start === 1
  const behind = lexicon.behindStretch.match(text, read.end + (text[read.end] === '多' ? 1 : 0))
  if (short && behind === null && !opensClause(text, start)) return null
  const value = { kind: 'stretch', duration: read.value } as const
  return { value, end: read.end, rule: 'dates/stretch', inexact }
}

/** 上 and 下 go on from the present unit, 前 and 后 from whatever was told. */
const COUNTED_ON = '上下'
