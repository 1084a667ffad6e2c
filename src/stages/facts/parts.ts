import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import { sliceSpan } from '../../core/span.js'
import type { DocumentContext } from './document-context.js'
import { partyOf, type Several, type Subject } from './sentence-subjects.js'

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

const LISTING = '等、'

/**
 * At the head of each item of a list that stands on one line, the one that the list is about: whom
 * the article is about, if it is named there, else the first that sends nobody.
 */
export function topicsOfItems(
  { body, focus }: DocumentContext,
  { span }: Sentence,
  mentions: readonly Mention[],
  institutions: readonly Subject[],
): Subject[] {
  const items = [...sliceSpan(body, span).matchAll(ITEM_MARK)]
  if (items.length < LEAST_ITEMS) return []
  const first = institutions.find(({ sends, mention }) => !sends && mention !== null)?.mention
  const own = focus && institutions.filter(({ party }) => party.name === nameOf(focus))
  const isNamed = focus !== null && mentions.some((mention) => nameOf(mention) === nameOf(focus))
  const isHost = isNamed && own?.some(({ sends }) => sends) !== true
  const mention = isHost ? focus : (first ?? focus)
  const party = mention === null ? null : partyOf(mention, body)
  if (party === null) return []
  return items.slice(1).map(({ index, 0: mark }): Subject => {
    const start = span.start + index + mark.length - 1
    return { party, mention, basis: 'inherited', span: { start, end: start }, sends: false }
  })
}

/** What a dash between two items, or a note behind one, has been made into. */
const ITEM_MARK = /；{3,}/g
const LEAST_ITEMS = 2

function nameOf({ value }: Mention): string {
  return value.type === 'entity' ? value.entity.name : ''
}
