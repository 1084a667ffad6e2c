import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import { compareSpans, sliceSpan, type Span } from '../../core/span.js'
import { type Passage, REFERENCE } from '../../rule/folding.js'
import type { Subject } from './sentence-subjects.js'

/** The mentions of each sentence, in text order; `layers` are those of one body, each in text order. */
export function mentionsBySentence(
  sentences: readonly Sentence[],
  layers: readonly (readonly Mention[])[],
): (readonly Mention[])[] {
  const all = layers.flat().sort((a, b) => compareSpans(a.span, b.span))
  let next = 0
  return sentences.map(({ span }) => {
    const first = next
    while (next < all.length && all[next]!.span.start < span.end) next++
    return all.slice(first, next)
  })
}

/** A sentence with its mentions, and 该院 and the like among them. */
export interface ReferredSentence {
  readonly sentence: Sentence
  readonly passage: Passage
  /** What each of the references stands for. */
  readonly referents: ReadonlyMap<Mention, Subject>
}

/** Puts references among the mentions, so that 该院 can play any part that a name can. */
export function withReferences(
  sentence: Sentence,
  mentions: readonly Mention[],
  references: readonly Subject[],
): ReferredSentence {
  const { span } = sentence
  if (references.length === 0)
    return { sentence, passage: { span, mentions }, referents: NO_REFERENTS }
  const referents = new Map<Mention, Subject>()
  for (const reference of references)
    if (reference.mention !== null)
      referents.set(referenceAt(reference.span, reference.mention), reference)
  const all = [...mentions, ...referents.keys()].sort((a, b) => compareSpans(a.span, b.span))
  return { sentence, passage: { span, mentions: all }, referents }
}

const NO_REFERENTS: ReadonlyMap<Mention, Subject> = new Map()

/**
 * The parts of a sentence, each up to a comma that no mention covers. Words are cut there whatever
 * stands around, so a clause can be tagged and folded without the others.
 */
export function clausesOf(body: string, { span, mentions }: Passage): Passage[] {
  const { start: origin, end: last } = span
  const text = sliceSpan(body, span)
  const clauses: Passage[] = []
  let start = origin
  let first = 0
  let next = 0
  for (let from = start; start < last;) {
    const comma = text.indexOf('，', from - origin)
    const end = comma < 0 ? last : origin + comma + 1
    while (next < mentions.length && mentions[next]!.span.start < end)
      from = Math.max(from, mentions[next++]!.span.end)
    if (from >= end && end < last) continue
    clauses.push({ span: { start, end }, mentions: mentions.slice(first, next) })
    start = from = end
    first = next
  }
  return clauses
}

function referenceAt(span: Span, { kind, value }: Mention): Mention {
  const origin = { stage: 'facts', rule: REFERENCE, entry: null }
  return { kind, span, value, member: null, origin }
}
