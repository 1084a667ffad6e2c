import type { Span } from '../../src/core/span.js'

/** What a recogniser or a case says of one place of a text, in a form that can be compared. */
export interface Answer {
  /** In UTF-16 units, end exclusive; several where conventions differ in what belongs to it. */
  readonly extents: readonly Span[]
  /** Every way to say the value; two answers agree where they share one. Empty: only the extent is known. */
  readonly values: readonly string[]
}

/** How an answer is held against what a case expects. */
export interface Measure {
  /** More may be found where something is expected. */
  readonly others: boolean
  /** Every way that the case gives the value must come out, as the past and the future date. */
  readonly whole: boolean
}

/** True where each expected answer was found and nothing else was: a false hit is as wrong as a miss. */
export function isRight(
  expected: readonly Answer[],
  found: readonly Answer[],
  { others, whole }: Measure,
): boolean {
  return (
    ((others && expected.length > 0) || expected.length === found.length) &&
    expected.every((answer) => found.some((other) => agree(answer, other, whole)))
  )
}

/** A number to twelve significant digits, so that 52.3333333333333 and 52.333333333333336 are one. */
export function sameNumber(value: number | string): string {
  return String(Number(Number(value).toPrecision(12)))
}

/** True where both name the same words and agree in the value. */
function agree(expected: Answer, found: Answer, whole: boolean): boolean {
  const place = expected.extents.some((one) =>
    found.extents.some((other) => one.start === other.start && one.end === other.end),
  )
  if (!place) return false
  if (expected.values.length === 0) return true
  return whole
    ? expected.values.every((value) => found.values.includes(value)) &&
        found.values.every((value) => expected.values.includes(value))
    : expected.values.some((value) => found.values.includes(value))
}
