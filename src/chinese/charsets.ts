/** What the tables of this file depend on: those of the ICU that Node carries. */
export const CHARSET_LIBRARY = `icu@${process.versions['icu'] ?? 'none'}`

/** The charsets that Chinese text is written in and misread with. */
export type CharsetName = 'gbk' | 'big5' | 'windows-1252'

/** The characters of a charset and their bytes; UTF-16 code units, no surrogates. */
export interface Charset {
  readonly name: CharsetName
  /** By code unit: 1 to 0xff for one byte, above for two (the first is the high one), 0 for none. */
  readonly codeOf: Uint16Array
  /** By such a code: the code unit, 0 for none. */
  readonly charOf: Uint16Array
}

/** Builds a charset's tables, which takes some milliseconds. */
export function buildCharset(name: CharsetName): Charset {
  const charOf = new Uint16Array(65536)
  for (let byte = 1; byte < 0x80; byte++) charOf[byte] = byte
  if (name === 'windows-1252') fillWindows1252(charOf)
  else fillDoubleBytes(charOf, name)
  const codeOf = new Uint16Array(65536)
  // A character that a charset has twice (Big5 兀, 嗀) keeps its first code.
  for (let code = 65535; code > 0; code--) if (charOf[code] !== 0) codeOf[charOf[code]!] = code
  // Latin-1 is the same but for these, and who says the one often means the other.
  if (name === 'windows-1252') for (let byte = 0x80; byte < 0xa0; byte++) codeOf[byte] = byte
  return { name, codeOf, charOf }
}

/** Bytes that Windows leaves undefined are control characters, as the WHATWG decoder has them. */
function fillWindows1252(charOf: Uint16Array): void {
  for (let byte = 0x80; byte < 0x100; byte++) charOf[byte] = byte
  for (const [index, character] of [...WINDOWS_1252].entries())
    if (character !== ' ') charOf[0x80 + index] = character.charCodeAt(0)
}

/** 0x80 to 0x9f; where a space stands, Windows has nothing. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'

const EURO = 0x20ac

/** GBK's user-defined zones are private-use characters: broken text comes to stand in them. */
function fillDoubleBytes(charOf: Uint16Array, name: 'gbk' | 'big5'): void {
  const decoder = new TextDecoder(name)
  if (name === 'gbk') charOf[0x80] = EURO
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const decoded = decoder.decode(Uint8Array.of(lead, trail))
      if (decoded.length === 1 && decoded !== '\ufffd')
        charOf[lead * 256 + trail] = decoded.charCodeAt(0)
    }
}
