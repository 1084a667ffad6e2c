import { ConfigError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'

/**
 * The text of a configuration file, which is UTF-8.
 * @throws {ConfigError} for bytes that are not, at the first of them
 */
export function decodeFile(path: string, bytes: Uint8Array): SourceFile {
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    const message = 'not UTF-8 here; save the file as UTF-8.'
    throw new ConfigError([{ code: 'file-not-utf8', file: path, ...firstFault(bytes), message }], {
      cause: error,
    })
  }
}

/** The line, from 1, that cannot be decoded, and how many characters of it can, plus 1. */
function firstFault(bytes: Uint8Array): { line: number; column: number } {
  const fatal = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(LINE_BREAK, start)
    const piece = bytes.subarray(start, end === -1 ? bytes.length : end)
    try {
      fatal.decode(piece)
    } catch {
      return { line, column: new TextDecoder().decode(piece).indexOf('\uFFFD') + 1 }
    }
    if (end === -1) return { line, column: 1 }
    start = end + 1
  }
}

const LINE_BREAK = 0x0a
