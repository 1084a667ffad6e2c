/** What kind of file the first bytes announce that is not text, in words for a person; else null. */
export function binaryKindOf(bytes: Uint8Array): string | null {
  for (const { kind, at, magic } of SIGNATURES)
    if (magic.every((byte, index) => bytes[at + index] === byte)) return kind
  return null
}

/** The share of bytes that are control characters as no text in a one-byte-ASCII encoding has them. */
export function controlShareOf(sample: Uint8Array): number {
  let controls = 0
  for (let at = 0; at < sample.length; at++) controls += IS_CONTROL[sample[at]!]!
  return sample.length === 0 ? 0 : controls / sample.length
}

const SIGNATURES = [
  signature('a PDF', '%PDF-'),
  signature('a zip archive or Office document', 'PK\x03\x04'),
  signature('an empty zip archive', 'PK\x05\x06'),
  signature('gzip-compressed', '\x1f\x8b\x08'),
  signature('bzip2-compressed', 'BZh'),
  signature('xz-compressed', '\xfd7zXZ\0'),
  signature('zstandard-compressed', '\x28\xb5\x2f\xfd'),
  signature('a 7z archive', '7z\xbc\xaf\x27\x1c'),
  signature('a RAR archive', 'Rar!\x1a\x07'),
  signature('an old Office document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  signature('a PNG image', '\x89PNG\r\n\x1a\n'),
  signature('a JPEG image', '\xff\xd8\xff'),
  signature('a GIF image', 'GIF87a'),
  signature('a GIF image', 'GIF89a'),
  signature('a WebP image', 'WEBP', 8),
  signature('a TIFF image', 'II*\0'),
  signature('a TIFF image', 'MM\0*'),
  signature('an MP4 video', 'ftyp', 4),
  signature('an Ogg file', 'OggS\0'),
  signature('an MP3 file', 'ID3'),
  signature('an SQLite database', 'SQLite format 3\0'),
  signature('a program', '\x7fELF'),
]

interface Signature {
  readonly kind: string
  readonly at: number
  readonly magic: readonly number[]
}

function signature(kind: string, magic: string, at = 0): Signature {
  return { kind, at, magic: [...Buffer.from(magic, 'latin1')] }
}

const IS_CONTROL = Uint8Array.from({ length: 256 }, (_, byte) => {
  const isLayout = byte >= 0x09 && byte <= 0x0d
  return (byte < 0x20 && !isLayout && byte !== 0x1b) || byte === 0x7f ? 1 : 0
})
