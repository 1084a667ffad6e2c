import { isUtf8, transcode } from 'node:buffer'
import type { Encoding } from './encoding.js'

/** A text decoded although some of its bytes are invalid. */
export interface LenientText {
  readonly text: string
  /** How many invalid sequences were replaced by U+FFFD. */
  readonly replaced: number
  /** True where the bytes end in the middle of a character. */
  readonly truncated: boolean
}

/** What the answers of this file depend on: the tables are those of the ICU that Node carries. */
export const DECODER_LIBRARY = `icu@${process.versions['icu'] ?? 'none'}`

/** `bytes` in `encoding`, a byte-order mark dropped; null if any byte of them is invalid. */
export function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding === 'utf-8') return isUtf8(bytes) ? withoutMark(decodeUtf8(bytes)) : null
  try {
    return withoutMark(new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return null
  }
}

/** `bytes` in `encoding`, a byte-order mark dropped, each invalid sequence replaced by U+FFFD. */
export function decodeLeniently(bytes: Uint8Array, encoding: Encoding): LenientText {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const complete = decoder.decode(bytes, { stream: true })
  const rest = decoder.decode()
  const text = withoutMark(complete + rest)
  const replaced = occurrences(text, '\uFFFD') - writtenReplacements(bytes, encoding)
  return { text, replaced: Math.max(0, replaced), truncated: rest !== '' }
}

/** Valid UTF-8 by way of UTF-16, which takes a quarter of the time that TextDecoder needs. */
function decodeUtf8(bytes: Uint8Array): string {
  return transcode(bytes, 'utf8', 'utf16le').toString('utf16le')
}

/** One mark, here rather than by TextDecoder, which leaves that of GB 18030 in place. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/** U+FFFD that the bytes spell out: a page may quote damage that somebody else did. */
function writtenReplacements(bytes: Uint8Array, encoding: Encoding): number {
  const spelling = REPLACEMENT_SPELLINGS[encoding]
  if (spelling === undefined) return 0
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return occurrences(buffer.toString('latin1'), spelling)
}

const REPLACEMENT_SPELLINGS: Partial<Record<Encoding, string>> = {
  'utf-8': '\xef\xbf\xbd',
  gb18030: '\x84\x31\xa4\x37',
}

function occurrences(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++
  return count
}
