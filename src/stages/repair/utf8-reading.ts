import type { Span } from '../../core/span.js'

/** Characters that together stand for whole characters of UTF-8, and those. */
export interface ReadPiece extends Span {
  readonly characters: string
}

/** A piece of which the last character lost bytes: `characters` ends with U+FFFD. */
export interface LossyPiece extends ReadPiece {
  /** The code points that what is left of it allows, `[start, end)`. */
  readonly choice: Span
  /** True where a `?` or U+FFFD stands for what was lost, false where nothing does. */
  readonly isMarked: boolean
}

/** What the beginning of a stretch reads as. */
export interface Utf8Reading {
  /** The shortest pieces that begin and end at a character of both texts, in order. */
  readonly pieces: readonly (ReadPiece | LossyPiece)[]
  /** How many characters beyond ASCII were read whole. */
  readonly count: number
}

/**
 * Reads the characters from `start` as the bytes that they are in a charset (`codeOf`, as in
 * chinese/charsets), and those as UTF-8, up to the first that is none.
 */
export function readUtf8(text: string, start: number, codeOf: Uint16Array): Utf8Reading {
  const reader = new Reader(start)
  const end = Math.min(text.length, start + LONGEST)
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at)
    if (reader.missing > 0 && (unit === QUESTION_MARK || unit === REPLACEMENT)) {
      reader.lose(at + 1, true)
      continue
    }
    const code = unit === SPACE && reader.missing > 0 ? NO_BREAK_SPACE : codeOf[unit]!
    const isRead =
      code > 0xff
        ? reader.take(code >> 8, false) && reader.take(code & 0xff, true)
        : code > 0 && reader.take(code, false)
    if (!isRead) {
      if (reader.missing > 0) reader.lose(at, false)
      break
    }
    if (reader.missing === 0) reader.close(at + 1)
  }
  return reader
}

/** Longer stretches are read in parts. */
const LONGEST = 4096

const SPACE = 0x20
/** The byte that pages turn into a space. */
const NO_BREAK_SPACE = 0xa0
/** What converters put for a byte that belongs to nothing. */
const QUESTION_MARK = 0x3f
const REPLACEMENT = 0xfffd

class Reader implements Utf8Reading {
  readonly pieces: (ReadPiece | LossyPiece)[] = []
  count = 0
  /** How many bytes the character begun still needs. */
  missing = 0
  private point = 0
  private least = 0
  private characters = ''
  private read = 0

  constructor(private start: number) {}

  /** Takes one byte; false where it cannot stand there. ASCII may stand only behind half a pair. */
  take(byte: number, isSecond: boolean): boolean {
    if (this.missing > 0) {
      if (byte < 0x80 || byte > 0xbf) return false
      this.point = (this.point << 6) | (byte & 0x3f)
      if (--this.missing > 0) return true
      return this.add(this.point >= this.least && isScalar(this.point))
    }
    if (byte < 0x80) {
      if (isSecond) this.characters += String.fromCharCode(byte)
      return isSecond
    }
    this.missing = missingAfter(byte)
    this.point = byte & (0x3f >> this.missing)
    this.least = LEAST[this.missing]!
    return this.missing > 0
  }

  /** Ends a piece at `end`, an offset of the text. */
  close(end: number): void {
    this.pieces.push({ start: this.start, end, characters: this.characters })
    this.begin(end)
  }

  /** Ends a piece in the middle of a character. */
  lose(end: number, isMarked: boolean): void {
    const shift = 6 * this.missing
    const choice = { start: this.point << shift, end: (this.point + 1) << shift }
    if (end > this.start && (isMarked || this.read > 0))
      this.pieces.push({
        start: this.start,
        end,
        characters: `${this.characters}\ufffd`,
        choice,
        isMarked,
      })
    this.begin(end)
  }

  private add(isSound: boolean): boolean {
    if (!isSound) return false
    this.characters += String.fromCodePoint(this.point)
    this.read++
    return true
  }

  private begin(start: number): void {
    this.start = start
    this.count += this.read
    this.read = 0
    this.characters = ''
    this.missing = 0
  }
}

/** The first code point that needs so many bytes more. */
const LEAST: readonly number[] = [0, 0x80, 0x800, 0x10000]

/** How many bytes follow the first one of a character; 0 for what begins none beyond ASCII. */
function missingAfter(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 1
  if (byte >= 0xe0 && byte <= 0xef) return 2
  return byte >= 0xf0 && byte <= 0xf4 ? 3 : 0
}

function isScalar(point: number): boolean {
  return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
}
