/**
 * At most about `size` bytes of a document, to judge its encoding by: all of it where it is that
 * short, else pieces spread evenly over it. A piece begins where a character does in every ASCII-
 * compatible encoding: at the first byte beyond ASCII that follows an ASCII byte. (The scripts and
 * tags before it say nothing of an encoding anyhow.)
 */
export function spreadOf(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length <= size) return bytes
  const pieces: Uint8Array[] = []
  const length = Math.ceil(size / PIECES)
  const stride = Math.floor(bytes.length / PIECES)
  let end = 0
  for (let piece = 0; piece < PIECES; piece++) {
    const start = nextCharacterBeyondAscii(bytes, Math.max(end, piece * stride))
    end = Math.min(bytes.length, start + length)
    pieces.push(bytes.subarray(start, end), SEPARATOR)
  }
  return Buffer.concat(pieces)
}

/** At most `size` bytes from the beginning, in pairs as UTF-16 needs them. */
export function headOf(bytes: Uint8Array, size: number): Uint8Array {
  return bytes.subarray(0, Math.min(bytes.length, size - (size % 2)))
}

const PIECES = 8
/** Keeps a character cut at the end of a piece from taking in the beginning of the next one. */
const SEPARATOR = Uint8Array.of(0x0a)

function nextCharacterBeyondAscii(bytes: Uint8Array, from: number): number {
  for (let at = Math.max(1, from); at < bytes.length; at++)
    if (bytes[at]! >= 0x80 && bytes[at - 1]! < 0x80) return at
  return bytes.length
}
