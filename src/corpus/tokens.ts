/**
 * A body as what it says, without punctuation and space: a token for each letter or Hanzi, and one
 * for each figure (`1,413.3`), so that texts laid out differently compare equal.
 */
export interface Tokens {
  /** Equal for equal tokens: the code unit of a letter, or a number above all code units. */
  readonly codes: Uint32Array
  /** Where each token stands in the body. */
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** The tokens that begin a clause, in order; the first token does. */
  readonly clauses: readonly number[]
}

/** True for the code of a figure, not of a letter. */
export function isFigureCode(code: number): boolean {
  return code >= FIGURES
}

/** Reads a body's tokens, in one pass. */
export function tokensOf(text: string): Tokens {
  const codes: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const clauses: number[] = []
  let begins = true
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    if (!isLetter(unit)) {
      if (CLAUSE_ENDS.includes(text[at]!)) begins = true
      at++
      continue
    }
    if (begins) clauses.push(codes.length)
    begins = false
    const end = isDigit(unit) ? endOfFigure(text, at) : at + 1
    codes.push(isDigit(unit) ? figureCode(text, at, end) : toLowerCase(unit))
    starts.push(at)
    ends.push(end)
    at = end
  }
  return {
    codes: Uint32Array.from(codes),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    clauses,
  }
}

const CLAUSE_ENDS = ',,.。!!??;;::\n'

const FIGURES = 0x10000

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}

/** Letters of any script; halves of surrogate pairs are taken as letters. */
function isLetter(unit: number): boolean {
  if (unit < 0x80) return isDigit(unit) || (unit | 0x20) - 0x61 >>> 0 < 26
  if (unit < 0x2000) return unit >= 0xc0 && unit !== 0xd7 && unit !== 0xf7
  if (unit < 0x3041) return unit === 0x3007
  return unit < 0xfe10 || (unit >= 0xff66 && unit < 0xffdd)
}

function toLowerCase(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit
}

/** The end of the digits that begin at `at`, with separators between digits. */
function endOfFigure(text: string, at: number): number {
  let end = at + 1
  for (;;) {
    if (isDigit(text.charCodeAt(end))) end++
    else if (SEPARATORS.includes(text[end] ?? ' ') && isDigit(text.charCodeAt(end + 1))) end += 2
    else return end
  }
}

const SEPARATORS = '.,'

/** `1,413` and `1413` are one figure. */
function figureCode(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++)
    if (text[at] !== ',') hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return FIGURES + ((hash >>> 0) % (0xffffffff - FIGURES))
}
