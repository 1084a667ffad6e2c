import { compareDecimals, type Decimal } from '../../core/decimal.js'
import type { NumberLexicon } from './number-lexicon.js'
import type { ReadNumber } from './number.js'
import type { ReadingId } from './rule-schema.js'

/** A number with its span in the text; an open side of it is null. */
export interface BoundNumber {
  readonly start: number
  readonly end: number
  readonly low: Decimal | null
  readonly high: Decimal | null
  readonly rule: ReadingId
  /** The rules of the words that bound it. */
  readonly modifiers: readonly string[]
}

/**
 * Takes in the words that make the number a bound, 超过300, 500以上, 500多, not reaching back beyond
 * `floor`; the number as it is where none stand there.
 */
export function readBound(
  lexicon: NumberLexicon,
  text: string,
  number: ReadNumber,
  floor: number,
): BoundNumber {
  const { start, end, low, high } = number
  if (low !== high || !lexicon.has('numbers/bound')) return { ...number, modifiers: [] }
  const before = lexicon.modifiers.findBefore(text, start, PLAIN)
  const behind = lexicon.modifiers.findBehind(text, end, PLAIN)
  const pre = before !== null && isBound(before.mod) && before.at >= floor ? before : null
  const post = behind !== null && isBound(behind.mod) ? behind : null
  const mod = pre?.mod ?? post?.mod ?? number.mod
  if (!isBound(mod)) return { ...number, modifiers: [] }
  return {
    start: pre?.at ?? start,
    end: post?.at ?? end,
    low: mod === 'at-least' ? low : null,
    high: mod === 'at-least' ? null : high,
    rule: 'numbers/bound',
    modifiers: [pre, post].flatMap((modifier) => modifier?.rule ?? []),
  }
}

const PLAIN = { round: false, measure: false }

function isBound(mod: string): boolean {
  return mod === 'at-least' || mod === 'at-most'
}

/** 大于100并小于300: a lower and an upper bound that are one number; null where they do not meet. */
export function joinHalves(
  lexicon: NumberLexicon,
  text: string,
  first: BoundNumber,
  second: BoundNumber,
): BoundNumber | null {
  const joint =
    second.start - first.end > LONGEST_JOINT ? null : text.slice(first.end, second.start)
  if (joint === null || (joint !== '' && !lexicon.boundJoints.has(joint.trim()))) return null
  const low = first.low ?? second.low
  const high = first.high ?? second.high
  const halves = (first.low === null) !== (second.low === null)
  if (!halves || (first.low === null) === (first.high === null)) return null
  if ((second.low === null) === (second.high === null) || low === null || high === null) return null
  if (compareDecimals(low, high) >= 0) return null
  const modifiers = [...first.modifiers, ...second.modifiers]
  return { start: first.start, end: second.end, low, high, rule: 'numbers/bound', modifiers }
}

const LONGEST_JOINT = 4
