/** The stored bytes as text, the frame of all offsets: a byte-order mark dropped, nothing else changed. */
export function decodeSource(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}
