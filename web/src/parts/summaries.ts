import type { FactSummary } from '../../../src/audit/api.js'
import type { Texts } from '../language/english.js'
import { nameOf } from '../language/use-texts.js'
import { writeQuantity, writeTime } from './values.js'

/** What a fact says, in a line. */
export function writeSummary(
  texts: Texts,
  { subject, said, quantity, object, time }: FactSummary,
): string {
  return [
    subject,
    nameOf(texts, said),
    object,
    quantity === null ? null : writeQuantity(texts, quantity),
    time === null ? null : `(${writeTime(texts, time)})`,
  ]
    .filter((part) => part !== null)
    .join(' ')
}
