import { DocumentError } from '../../core/errors.js'
import type { Decoded } from '../../core/layers.js'
import { binaryKindOf } from './binary.js'
import { chooseEncoding } from './choose-encoding.js'
import { markedEncoding } from './declaration.js'
import { decodeLeniently, decodeStrictly } from './decode-bytes.js'
import type { Encoding } from './encoding.js'
import { type Evidence, gatherEvidence, plausibilityAs } from './evidence.js'
import type { DecodeOptions } from './options.js'

/**
 * The text of a document and the encoding it was found to be in.
 * @throws {DocumentError} `decode-empty`, `decode-binary`, `decode-truncated`, `decode-undecodable`
 */
export function decodeDocument(bytes: Uint8Array, options: DecodeOptions): Decoded {
  if (bytes.length === 0) throw new DocumentError('decode-empty', 'The file is empty.')
  const kind = binaryKindOf(bytes)
  if (kind !== null)
    throw new DocumentError('decode-binary', `The file is ${kind}, not a text or an HTML page.`)
  const decoded = decodeMarked(bytes, options) ?? decodeUnmarked(bytes, options)
  if (decoded.text === '')
    throw new DocumentError('decode-empty', 'The file holds a byte-order mark and nothing else.')
  return decoded
}

/** By its byte-order mark; null where there is none, or what follows it does not bear it out. */
function decodeMarked(bytes: Uint8Array, options: DecodeOptions): Decoded | null {
  const encoding = markedEncoding(bytes)
  if (encoding === null) return null
  const text = decodeStrictly(bytes, encoding)
  if (text !== null) return { text, encoding }
  const lenient = decodeLeniently(bytes, encoding)
  const isSound = lenient.replaced <= allowedInvalid(lenient.text, options)
  return isSound ? decodeDamaged(bytes, encoding, options) : null
}

function decodeUnmarked(bytes: Uint8Array, options: DecodeOptions): Decoded {
  const evidence = gatherEvidence(bytes, options)
  const text = evidence.hasControls ? null : decodeStrictly(bytes, 'utf-8')
  if (text !== null && isBorneOut(text, evidence, options)) return { text, encoding: 'utf-8' }
  const encoding = chooseEncoding(evidence, options)
  if (encoding === 'binary')
    throw new DocumentError(
      'decode-binary',
      'The file is not text: it is full of control characters and is not UTF-16.',
    )
  return decodeDamaged(bytes, encoding ?? 'utf-8', options)
}

/**
 * Valid UTF-8 is UTF-8, whatever the page declares, unless it is so short or so strange that what
 * it declares makes better Chinese of it. Plain ASCII is left under the name that was declared.
 */
function isBorneOut(text: string, evidence: Evidence, options: DecodeOptions): boolean {
  const { declared, bytes } = evidence
  if (declared === null || declared === 'utf-8') return true
  if (text.length === bytes.length) return false
  const isPlausible = (encoding: Encoding): boolean =>
    plausibilityAs(encoding, evidence) >= options.plausibleShare
  return isPlausible('utf-8') || !isPlausible(declared)
}

/** The text, a few invalid bytes forgiven. */
function decodeDamaged(bytes: Uint8Array, encoding: Encoding, options: DecodeOptions): Decoded {
  const strict = decodeStrictly(bytes, encoding)
  if (strict !== null) return { text: strict, encoding }
  const { text, replaced, truncated } = decodeLeniently(bytes, encoding)
  if (replaced > allowedInvalid(text, options))
    throw new DocumentError(
      'decode-undecodable',
      `The bytes are not Chinese text in UTF-8, GB 18030, Big5 or UTF-16: read as ${encoding}, ` +
        `${replaced} of ${text.length} characters are invalid. Convert the file to UTF-8.`,
    )
  if (truncated)
    throw new DocumentError(
      'decode-truncated',
      `The file ends in the middle of a character (read as ${encoding}): it was cut off. ` +
        'Fetch it again.',
    )
  return { text, encoding }
}

/** One stray byte, or a small share of the text, must not lose a page. */
function allowedInvalid(text: string, options: DecodeOptions): number {
  return Math.max(1, Math.floor(text.length * options.invalidShare))
}
