import { hash } from 'node:crypto'

/** SHA-256 in lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data)
}

/** A short content hash with its prefix: 80 bits in 20 hex digits. `contentId('m_', key) // 'm_3f…'` */
export function contentId(prefix: string, key: string): string {
  return prefix + hash('sha256', key).slice(0, 20)
}

/** A value as JSON with the keys of every object sorted, so that equal meanings give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
