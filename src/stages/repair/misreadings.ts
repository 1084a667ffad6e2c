import { buildCharset, type Charset } from '../../chinese/charsets.js'
import { readDoubleBytes } from './double-byte-reading.js'
import { type LossyPiece, type ReadPiece, readUtf8 } from './utf8-reading.js'

/** A stretch of text read again as what it was before a wrong table was taken for it. */
export interface Rereading {
  readonly rule: string
  readonly pieces: readonly (ReadPiece | LossyPiece)[]
  /** How many characters beyond ASCII were read whole. */
  readonly count: number
}

/** The wrong readings of Chinese text that leave its bytes recoverable. */
export interface Misreadings {
  /** Whether a stretch misread can begin with the characters at `at`; says no for nearly all text. */
  canBegin(text: string, at: number): boolean
  /** Every way to read again what begins at `at`; none where nothing does. */
  readAt(text: string, at: number): readonly Rereading[]
  /** The whole of a text read again; null where no reading takes it all. */
  readWhole(text: string): Rereading | null
}

/** Builds the tables of all charsets, which takes some milliseconds. */
export function compileMisreadings(): Misreadings {
  const gbk = buildCharset('gbk')
  const big5 = buildCharset('big5')
  const latin = buildCharset('windows-1252')
  const inGbk = (text: string, at: number): Rereading => ({
    rule: 'repair/utf8-as-gbk',
    ...readUtf8(text, at, gbk.codeOf),
  })
  const inLatin = (text: string, at: number): Rereading => ({
    rule: 'repair/utf8-as-latin1',
    ...readUtf8(text, at, latin.codeOf),
  })
  const begins = firstCharacters(gbk, latin)
  return {
    canBegin(text, at) {
      if (begins[text.charCodeAt(at)] === 0) return false
      const code = gbk.codeOf[text.charCodeAt(at)]!
      if (code >= 0xe280) return isTrail(code & 0xff) && goesOn(text.charCodeAt(at + 1), gbk.codeOf)
      const byte = latin.codeOf[text.charCodeAt(at)]!
      return byte >= 0xa1 && latin.codeOf[text.charCodeAt(at + 1)]! >= 0x80
    },
    readAt(text, at) {
      if (gbk.codeOf[text.charCodeAt(at)]! >= 0xe280) return [inGbk(text, at)]
      const utf8 = inLatin(text, at)
      // Pairs are told apart from the beginning of a run only.
      const isInside = latin.codeOf[text.charCodeAt(at - 1)]! >= 0x80
      if (utf8.count > 0 || isInside) return [utf8]
      const doubleBytes = [gbk, big5].map((charset): Rereading => {
        const pieces = readDoubleBytes(text, at, latin.codeOf, charset)
        return { rule: `repair/${charset.name}-as-latin1`, pieces, count: pieces.length }
      })
      return [utf8, ...doubleBytes].filter(({ count }) => count > 0)
    },
    readWhole(text) {
      for (const reading of [inLatin(text, 0), inGbk(text, 0)])
        if (reading.count > 0 && reading.pieces.at(-1)?.end === text.length) return reading
      return null
    },
  }
}

/** 1 for each code unit that a stretch misread can begin with. */
function firstCharacters(gbk: Charset, latin: Charset): Uint8Array {
  const begins = new Uint8Array(65536)
  for (let unit = 0x80; unit < 65536; unit++) {
    const code = gbk.codeOf[unit]!
    const isFirst = code >= 0xe280 ? isTrail(code & 0xff) : latin.codeOf[unit]! >= 0xa1
    if (isFirst) begins[unit] = 1
  }
  return begins
}

function isTrail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf
}

/** Whether a character begun in GBK goes on with the next one, or lost what followed. */
function goesOn(unit: number, codeOf: Uint16Array): boolean {
  const code = codeOf[unit]!
  return isTrail(code >> 8) || unit === 0xfffd || unit === 0x3f
}
