import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import type { Cues } from './cues.js'

/** Tells whether an amount belongs to a patient's story and says nothing of an institution. */
export type Stories = (amount: Mention, sentence: Sentence, mentions: readonly Mention[]) => boolean

/** Prepares telling; `mentions` are those of the sentence, in text order, `senders` words for sending people. */
export function storyReader(
  cues: Cues['story'],
  senders: readonly string[],
  body: string,
): Stories {
  const { ageUnits, groups, persons, moneyUnits, prices, averages, occasions } = cues
  const isAge = ({ value, span }: Mention): boolean =>
    value.type === 'quantity' &&
    value.quantity.mod === 'exact' &&
    value.quantity.value !== null &&
    ageUnits.includes(value.quantity.unit) &&
    !groups.some((word) => body.startsWith(word, span.end))
  /** 自己只花了, 押金: what one patient pays, unless it is said on average. */
  const isPrice = (words: string): boolean =>
    prices.some((word) => words.includes(word)) && !averages.some((word) => words.includes(word))
  const isOne = ({ value, span }: Mention): boolean =>
    value.type === 'quantity' && ONE_PERSON.test(body.slice(span.start, span.end))

  return ({ span: { start, end }, value }, sentence, mentions) => {
    const from = partStart(body, sentence, start)
    const before = body.slice(from, start)
    if (persons.some((word) => before.includes(word))) return true
    const clause = clauseAround(body, sentence, start, end)
    if (occasions.some((word) => clause.includes(word))) return true
    const isSent = senders.some((word) => clause.includes(word))
    if (!isSent && cues.arrivals.some((word) => clause.includes(word))) return true
    const isMoney = value.type === 'quantity' && moneyUnits.includes(value.quantity.unit)
    if (isMoney && isPrice(before.slice(-MAX_PRICE))) return true
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
const MAX_PRICE = 16

/** The clause that an amount stands in, as far as a story is looked for. */
function clauseAround(body: string, { span }: Sentence, start: number, end: number): string {
  let from = start
  while (
    from > Math.max(span.start, start - CLAUSE_REACH) &&
    !CLAUSE_MARKS.includes(body[from - 1]!)
  )
    from--
  let to = end
  while (to < Math.min(span.end, end + CLAUSE_REACH) && !CLAUSE_MARKS.includes(body[to]!)) to++
  return body.slice(from, to)
}

const CLAUSE_REACH = 40
const CLAUSE_MARKS = '，,；;。：:'

function partStart(body: string, { span }: Sentence, at: number): number {
  const least = Math.max(span.start, at - REACH)
  let start = at
  while (start > least && body[start - 1] !== '；' && body[start - 1] !== ';') start--
  return start
}
