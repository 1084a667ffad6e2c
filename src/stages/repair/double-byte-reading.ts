import type { Charset } from '../../chinese/charsets.js'
import type { ReadPiece } from './utf8-reading.js'

/**
 * Reads the characters from `start` as the bytes that they are in a one-byte charset (`codeOf`), and
 * those two by two as a character of `charset`, up to the first that is none. ASCII counts only as
 * the second of two.
 */
export function readDoubleBytes(
  text: string,
  start: number,
  codeOf: Uint16Array,
  charset: Charset,
): readonly ReadPiece[] {
  const pieces: ReadPiece[] = []
  const end = Math.min(text.length - 1, start + LONGEST)
  for (let at = start; at < end; at += 2) {
    const lead = codeOf[text.charCodeAt(at)]!
    const trail = codeOf[text.charCodeAt(at + 1)]!
    if (lead < 0x81 || lead > 0xfe || trail < 0x40 || trail > 0xfe) break
    const unit = charset.charOf[lead * 256 + trail]!
    if (unit === 0) break
    pieces.push({ start: at, end: at + 2, characters: String.fromCharCode(unit) })
  }
  return pieces
}

/**
 * Reads the characters from `start` as the two bytes that they are in one charset, and those as a
 * character of another, up to the first that is none.
 */
export function readAcross(
  text: string,
  start: number,
  from: Charset,
  to: Charset,
): readonly ReadPiece[] {
  const pieces: ReadPiece[] = []
  const end = Math.min(text.length, start + LONGEST)
  for (let at = start; at < end; at++) {
    const code = from.codeOf[text.charCodeAt(at)]!
    const unit = code > 0xff ? to.charOf[code]! : 0
    if (unit === 0) break
    pieces.push({ start: at, end: at + 1, characters: String.fromCharCode(unit) })
  }
  return pieces
}

/** Longer stretches are read in parts. */
const LONGEST = 4096
