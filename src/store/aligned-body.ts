import { AlignedText } from '../core/aligned-text.js'
import type { RecordReader, StoredSource } from './record-reader.js'
import { decodeSource } from './decode-source.js'

/** An article's body, aligned with its decoded source: its edits applied anew to the stored bytes. */
export function alignedBody(
  reader: RecordReader,
  { result, source }: StoredSource,
  bytes: Uint8Array,
): AlignedText {
  let body = AlignedText.of(decodeSource(bytes, source.encoding ?? 'utf-8'))
  for (const edits of reader.script(result)) body = body.edit(edits)
  return body
}
