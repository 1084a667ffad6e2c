import { judgePlausibility } from '../../chinese/plausibility.js'
import { controlShareOf } from './binary.js'
import { declaredEncoding } from './declaration.js'
import { decodeLeniently } from './decode-bytes.js'
import type { Encoding } from './encoding.js'
import type { DecodeOptions } from './options.js'
import { headOf, spreadOf } from './sample.js'

/** What speaks for one encoding or another, gathered once a document. */
export interface Evidence {
  readonly bytes: Uint8Array
  /** What the document says of itself; null where it says nothing. */
  readonly declared: Encoding | null
  /** Samples to judge by: pieces spread over the document, and its beginning (for UTF-16). */
  readonly spread: Uint8Array
  readonly head: Uint8Array
  /** True where it cannot be text in an encoding that contains ASCII. */
  readonly hasControls: boolean
}

export function gatherEvidence(bytes: Uint8Array, options: DecodeOptions): Evidence {
  const spread = spreadOf(bytes, options.sampleSize)
  const head = headOf(bytes, options.sampleSize)
  const inSpread = controlShareOf(spread)
  const isAll = bytes.length <= spread.length && bytes.length <= head.length
  const controls = isAll ? inSpread : Math.max(inSpread, controlShareOf(head))
  return {
    bytes,
    declared: declaredEncoding(bytes, options.declarationWithin),
    spread,
    head,
    hasControls: controls >= options.controlShare,
  }
}

/** The share of everyday Chinese in what `encoding` makes of the document (see `Plausibility`). */
export function plausibilityAs(encoding: Encoding, { spread, head }: Evidence): number {
  const sample = isUtf16(encoding) ? head : spread
  return judgePlausibility(decodeLeniently(sample, encoding).text).share
}

export function isUtf16(encoding: Encoding): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
}
