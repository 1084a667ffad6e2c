import { canonicalJson, contentId } from '../core/fingerprint.js'
import type { FactRecord } from '../pipeline/records.js'

/**
 * What a verdict is about: the fact's id, which stands for the source's bytes and the places of the
 * words in them, and its value. Neither rule nor code is in it, so that a verdict outlives them.
 */
export function evidenceKey(fact: FactRecord): string {
  const { id, subject, quantity, object, time, modality } = fact
  const value = [
    id,
    subject.name,
    quantity ?? null,
    object?.name ?? null,
    time?.value ?? null,
    modality,
  ]
  return contentId('e_', canonicalJson(value))
}
