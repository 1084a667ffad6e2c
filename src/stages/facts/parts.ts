import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import { sliceSpan } from '../../core/span.js'
import type { Several, Subject } from './sentence-subjects.js'

const LISTING = '等、'

/**
 * 甲医院与乙医院签约；…: behind a semicolon it is not known any more which of the two is spoken of. Hides
 * the subject from there on, or from the name of another that is met there before a subject is.
 */
export function hiddenBehindParts(
  body: string,
  { span }: Sentence,
  mentions: readonly Mention[],
  found: readonly (Subject | Several)[],
): Several[] {
  const marks = [...sliceSpan(body, span).matchAll(/[；;]/g)].map(({ index }) => span.start + index)
  if (marks.length === 0) return []
  const subjects = new Set(found.map((subject) => subject.span.start))
  const others = mentions
    .filter(({ value, span: own }) => value.type === 'entity' && !subjects.has(own.start))
    // 甲医院、乙医院等: those that a list names as examples are not spoken of.
    .filter(({ span: own }) => !LISTING.includes(body[own.end] ?? ''))
    .map((mention) => mention.span)
  if (others.length === 0) return []
  const lastBefore = (at: number): Subject | Several | undefined =>
    found[bisect(found.length, (index) => found[index]!.span.start < at) - 1]
  const otherBetween = (from: number, to: number): boolean => {
    const next = others[bisect(others.length, (index) => others[index]!.start < from)]
    return next !== undefined && next.start < to
  }
  return marks.flatMap((mark, index): Several[] => {
    const subject = lastBefore(mark)
    if (subject === undefined || subject.party === null) return []
    if (otherBetween(subject.span.end, mark))
      return [{ party: null, span: { start: mark, end: mark + 1 } }]
    const end = marks[index + 1] ?? span.end
    const other = others[bisect(others.length, (at) => others[at]!.start < mark)]
    if (other === undefined || other.start >= end || lastBefore(other.start) !== subject) return []
    return [{ party: null, span: other }]
  })
}
