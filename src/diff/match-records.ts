import { hullOf, spansOverlap } from '../core/span.js'
import type { ComparedRecord, RecordPair } from './changes.js'
import { classOf, contentOf, originOf } from './content.js'

/**
 * Pairs the records of one document before and after; equal ones are left out. Records with one id
 * are one (ids hold neither rule nor value); then what stands on overlapping words of the source and
 * says the same; then what only stands there.
 */
export function matchRecords(
  before: readonly ComparedRecord[],
  after: readonly ComparedRecord[],
): readonly RecordPair[] {
  const byId = new Map(after.map((record) => [record.id, record]))
  const pairs: RecordPair[] = []
  const former: ComparedRecord[] = []
  for (const record of before) {
    const same = byId.get(record.id)
    if (same === undefined) {
      former.push(record)
      continue
    }
    byId.delete(record.id)
    // Most are the same to the letter.
    if (JSON.stringify(record) === JSON.stringify(same)) continue
    const change = changeAtOnePlace(record, same)
    if (change !== null) pairs.push({ change, before: record, after: same })
  }
  const latter = new Set(byId.values())
  for (const isSame of [true, false])
    for (const record of [...former]) {
      const other = findOverlapping(record, latter, isSame)
      if (other === null) continue
      latter.delete(other)
      former.splice(former.indexOf(record), 1)
      pairs.push({ change: isSame ? 'span' : 'value', before: record, after: other })
    }
  return [
    ...pairs,
    ...former.map((record): RecordPair => ({ change: 'gone', before: record, after: null })),
    ...[...latter].map((record): RecordPair => ({ change: 'new', before: null, after: record })),
  ]
}

function changeAtOnePlace(before: ComparedRecord, after: ComparedRecord): 'value' | 'rule' | null {
  if (contentOf(before) !== contentOf(after)) return 'value'
  return originOf(before) === originOf(after) ? null : 'rule'
}

function findOverlapping(
  record: ComparedRecord,
  others: ReadonlySet<ComparedRecord>,
  isSame: boolean,
): ComparedRecord | null {
  const kind = classOf(record)
  const content = contentOf(record)
  const place = hullOf(record.spans)
  for (const other of others)
    if (
      classOf(other) === kind &&
      (contentOf(other) === content) === isSame &&
      spansOverlap(place, hullOf(other.spans))
    )
      return other
  return null
}
