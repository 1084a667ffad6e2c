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
  const codes = new Uint32Array(text.length)
  const starts = new Uint32Array(text.length)
  const ends = new Uint32Array(text.length)
  const clauses: number[] = []
  let count = 0
  let begins = true
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    const unitClass = CLASSES[unit]
    if (unitClass === OTHER || unitClass === CLAUSE_END) {
      if (unitClass === CLAUSE_END) begins = true
      at++
      continue
    }
    if (begins) clauses.push(count)
    begins = false
    const end = unitClass === DIGIT ? endOfFigure(text, at) : at + 1
    codes[count] = unitClass === DIGIT ? figureCode(text, at, end) : toLowerCase(unit)
    starts[count] = at
    ends[count] = end
    count++
    at = end
  }
  return {
    codes: codes.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    clauses,
  }
}

const FIGURES = 0x10000

const OTHER = 0
const LETTER = 1
const DIGIT = 2
const CLAUSE_END = 3

/** The class of every code unit. Halves of surrogate pairs are taken as letters. */
const CLASSES = new Uint8Array(0x10000)
  .fill(LETTER, 0xc0, 0x2000)
  .fill(LETTER, 0x3007, 0x3008)
  .fill(LETTER, 0x3041, 0xfe10)
  .fill(LETTER, 0xff66, 0xffdd)
  .fill(LETTER, 0x41, 0x5b)
  .fill(LETTER, 0x61, 0x7b)
  .fill(DIGIT, 0x30, 0x3a)
for (const sign of ',,.。!!??;;::\n') CLASSES[sign.charCodeAt(0)] = CLAUSE_END

function toLowerCase(unit: number): number {
  return unit >= 0x41 && unit <= 0x5a ? unit | 0x20 : unit
}

/** The end of the digits that begin at `at`, with separators between digits. */
function endOfFigure(text: string, at: number): number {
  let end = at + 1
  for (;;) {
    if (isDigit(text, end)) end++
    else if (isSeparator(text, end) && isDigit(text, end + 1)) end += 2
    else return end
  }
}

function isDigit(text: string, at: number): boolean {
  return CLASSES[text.charCodeAt(at)] === DIGIT
}

function isSeparator(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 0x2e || unit === COMMA
}

const COMMA = 0x2c

/** `1,413` and `1413` are one figure. */
function figureCode(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (unit !== COMMA) hash = Math.imul(hash ^ unit, 0x01000193)
  }
  return FIGURES + ((hash >>> 0) % (0xffffffff - FIGURES))
}
