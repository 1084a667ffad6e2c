import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Span } from '../../core/span.js'
import type { Cues } from './cues.js'

/** Tells whether an amount belongs to a patient's story and says nothing of an institution. */
export type Stories = (at: Span, sentence: Sentence, mentions: readonly Mention[]) => boolean

/** Prepares telling; `mentions` are those of the sentence, in text order. */
export function storyReader({ ageUnits, groups, persons }: Cues['story'], body: string): Stories {
  const isAge = ({ value, span }: Mention): boolean =>
    value.type === 'quantity' &&
    value.quantity.mod === 'exact' &&
    value.quantity.value !== null &&
    ageUnits.includes(value.quantity.unit) &&
    !groups.some((word) => body.startsWith(word, span.end))
  const isOne = ({ value, span }: Mention): boolean =>
    value.type === 'quantity' && ONE_PERSON.test(body.slice(span.start, span.end))

  return ({ start, end }, sentence, mentions) => {
    const from = partStart(body, sentence, start)
    const before = body.slice(from, start)
    if (persons.some((word) => before.includes(word))) return true
    const first = bisect(mentions.length, (index) => mentions[index]!.span.start < from)
    for (let index = first; index < mentions.length; index++) {
      const mention = mentions[index]!
      if (mention.span.start >= end) break
      if (isAge(mention) || isOne(mention)) return true
    }
    return false
  }
}

/** 一名, 一位: written so, it tells of one, and does not count. */
const ONE_PERSON = /^一(名|位|例)$/
/** The furthest that a story is looked for, so that a sentence without punctuation stays cheap. */
const REACH = 160

function partStart(body: string, { span }: Sentence, at: number): number {
  const least = Math.max(span.start, at - REACH)
  let start = at
  while (start > least && body[start - 1] !== '；' && body[start - 1] !== ';') start--
  return start
}
