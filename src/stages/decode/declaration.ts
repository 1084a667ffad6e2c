import { type Encoding, encodingOf } from './encoding.js'

/** The encoding that a byte-order mark at the beginning announces; null without one. */
export function markedEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33) return 'gb18030'
  return null
}

/**
 * The encoding that the document says it has, in an XML declaration or an HTML `meta` element among
 * its first `within` bytes; null where it says nothing or names none of ours. It may be wrong.
 */
export function declaredEncoding(bytes: Uint8Array, within: number): Encoding | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, within))
  if (!head.includes('<')) return null
  const text = head.toString('latin1').toLowerCase()
  const xml = text.startsWith('<?xml')
    ? labelIn(text.slice(0, text.indexOf('>')), 'encoding')
    : null
  if (xml !== null) return xml
  let tag = text.indexOf('<meta')
  while (tag >= 0) {
    const next = text.indexOf('<', tag + 1)
    const label = labelIn(text.slice(tag, next < 0 ? text.length : next), 'charset')
    if (label !== null) return readableAsAscii(label)
    tag = text.indexOf('<meta', tag + 1)
  }
  return null
}

/** The encoding after `keyword=` in a tag, quoted or not. */
function labelIn(tag: string, keyword: string): Encoding | null {
  const at = tag.indexOf(keyword)
  if (at < 0) return null
  const label = /^\s*=\s*["']?\s*([\w.:-]+)/.exec(tag.slice(at + keyword.length))?.[1]
  return label === undefined ? null : encodingOf(label)
}

/** A declaration that could be read as ASCII is not UTF-16, whatever it says (HTML standard). */
function readableAsAscii(encoding: Encoding): Encoding {
  return encoding === 'utf-16le' || encoding === 'utf-16be' ? 'utf-8' : encoding
}
