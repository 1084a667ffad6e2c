import { codePointOffsets, unitsAt } from '../core/code-points.js'

/** Where each UTF-16 code unit of a decoded text lies in other frames; one entry more than units. */
export interface OffsetFrames {
  readonly codePoints: Uint32Array
  readonly bytes: Uint32Array
}

/** A text with the bytes it was decoded from (the byte-order mark still among them). */
export interface DecodedBytes {
  readonly text: string
  readonly encoding: string
  readonly bytes: Uint8Array
}

/** Builds the frames; linear in the bytes, and quick where they are valid in their encoding. */
export function offsetFrames(decoded: DecodedBytes): OffsetFrames {
  return { codePoints: codePointOffsets(decoded.text), bytes: byteOffsets(decoded) }
}

function byteOffsets(decoded: DecodedBytes): Uint32Array {
  const { text, encoding, bytes } = decoded
  const widthAt = WIDTHS[encoding]
  if (widthAt === undefined || text.includes('\uFFFD')) return byteOffsetsByFeeding(decoded)
  const offsets = new Uint32Array(text.length + 1)
  let byte = markLength(decoded)
  for (let unit = 0; unit < text.length;) {
    const end = unit + unitsAt(text, unit)
    offsets.fill(byte, unit, end)
    byte += widthAt(bytes, byte)
    unit = end
  }
  offsets[text.length] = bytes.length
  return offsets
}

/** How many bytes the character that begins at `at` takes, in bytes that are valid. */
const WIDTHS: Readonly<Record<string, (bytes: Uint8Array, at: number) => number>> = {
  'utf-8': (bytes, at) => {
    const lead = bytes[at] ?? 0
    return lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  },
  gb18030: (bytes, at) => {
    if (!isLead(bytes[at])) return 1
    const second = bytes[at + 1] ?? 0
    return second >= 0x30 && second <= 0x39 ? 4 : 2
  },
  big5: (bytes, at) => (isLead(bytes[at]) ? 2 : 1),
  'utf-16le': (bytes, at) => (isHighSurrogate(bytes[at + 1]) ? 4 : 2),
  'utf-16be': (bytes, at) => (isHighSurrogate(bytes[at]) ? 4 : 2),
}

/** The first of several bytes, in GB 18030 and Big5. */
function isLead(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0x80 && byte < 0xff
}

function isHighSurrogate(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0xd8 && byte <= 0xdb
}

/** For damaged text: the decoder itself, byte by byte, tells when it has made something of them. */
function byteOffsetsByFeeding({ text, encoding, bytes }: DecodedBytes): Uint32Array {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const offsets = new Uint32Array(text.length + 1)
  let unit = 0
  let start = 0
  const put = (made: string, end: number): void => {
    if (made !== '\uFEFF' || start > 0) {
      offsets.fill(start, unit, Math.min(unit + made.length, text.length))
      unit += made.length
    }
    start = end
  }
  for (let at = 0; at < bytes.length; at++) {
    let made = decoder.decode(bytes.subarray(at, at + 1), { stream: true })
    if (made.startsWith('\uFFFD') && at > start) {
      // A byte can show that those before it are broken and still be the first of the next character.
      const broken = new TextDecoder(encoding).decode(bytes.subarray(start, at))
      if (made.startsWith(broken)) {
        put(broken, at)
        made = made.slice(broken.length)
      }
    }
    if (made !== '') put(made, at + 1)
  }
  put(decoder.decode(), bytes.length)
  offsets[text.length] = bytes.length
  return offsets
}

function markLength({ encoding, bytes }: DecodedBytes): number {
  const first = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, 4))
  if (!first.startsWith('\uFEFF')) return 0
  return encoding === 'utf-8' ? 3 : encoding.startsWith('utf-16') ? 2 : 4
}
