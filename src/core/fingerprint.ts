import { hash } from 'node:crypto'

/** SHA-256 in lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data)
}

/** A short content hash of parts whose boundaries count: 80 bits in 16 base-32 characters. */
export function contentId(prefix: string, parts: readonly (string | number)[]): string {
  const digest = hash('sha256', JSON.stringify(parts), 'buffer')
  let bits = 0
  let value = 0
  let id = ''
  for (const byte of digest.subarray(0, 10)) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      id += ALPHABET[(value >> bits) & 31]!
    }
    value &= (1 << bits) - 1
  }
  return prefix + id
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** A value as JSON with the keys of every object sorted, so that equal meanings give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
