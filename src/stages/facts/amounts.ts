import { bisect } from '../../core/bisect.js'
import type { Mention } from '../../core/mention.js'
import type { RecordTemplate } from '../../rule/fact-rule.js'
import type { RuleMatch } from '../../rule/match-rules.js'
import { type Filler, mentionsOf, type SentenceReading } from './roles.js'

/** One amount that a match says of someone. */
export interface Amount {
  readonly subject: Filler
  readonly mention: Mention
  /** The place of the words that go with it, where the rule pairs them; null if all do. */
  readonly place: number | null
  /** True for the first of several. */
  readonly isFirst: boolean
}

/**
 * The amounts of a match: each of every subject; or, in 甲、乙分别为x、y and 甲率、乙率分别为x、y, each
 * of the subject, or with the words, in its place. None where a list has not as many as the other.
 */
export function amountsOf(
  { pairs, change }: Extract<RecordTemplate, { kind: 'measure' }>,
  match: RuleMatch,
  subjects: readonly Filler[],
): Amount[] {
  const mentions = mentionsOf(match, 'quantity')
  // 从600张扩至900张 is one thing; what has another unit is another thing.
  if (change && mentions.some((one) => unitOf(one) !== unitOf(mentions[0]!))) return []
  const alone = { place: null, isFirst: false }
  if (!pairs)
    return subjects.flatMap((subject) =>
      mentions.map((mention, index) => ({
        ...alone,
        subject,
        mention,
        isFirst: mentions.length > 1 && index === 0,
      })),
    )
  if (subjects.length === mentions.length && subjects.length > 1)
    return mentions.map((mention, index) => ({ ...alone, subject: subjects[index]!, mention }))
  const [subject] = subjects
  if (subject === undefined || timesRepeated(match) !== mentions.length) return []
  return mentions.map((mention, place) => ({ ...alone, subject, mention, place }))
}

function unitOf({ value }: Mention): string | null {
  return value.type === 'quantity' ? value.quantity.unit : null
}

/** How often the role stands that the pattern names most often: 甲率、乙率分别. */
function timesRepeated({ captures }: RuleMatch): number {
  const counts = new Map<string, number>()
  for (const { role } of captures) counts.set(role, (counts.get(role) ?? 0) + 1)
  return Math.max(...counts.values())
}

/**
 * True for what says nothing of the subject: a number of a patient's story, or, in
 * 甲医院、乙医院等23家, how many are listed, unless the rule takes the list in as `members`.
 */
export function isBeside(
  mention: Mention,
  match: RuleMatch,
  { body, sentence, mentions, stories, subjects }: SentenceReading,
): boolean {
  const { span } = mention
  if (stories(mention, sentence, mentions)) return true
  if (isDefinite(mention, match, body)) return true
  const least = Math.max(sentence.span.start, span.start - LIST_REACH)
  const before = body.slice(least, span.start)
  if (!/等(近|约|共|逾|超)?$/.test(before)) return false
  if (match.captures.some(({ role }) => role === 'members')) return false
  if (isListOfObjects(span.start, subjects, mentions, body)) return false
  const comma = Math.max(before.lastIndexOf('，'), before.lastIndexOf(','))
  const first = bisect(mentions.length, (at) => mentions[at]!.span.start < least + comma + 1)
  let listed = 0
  for (let at = first; at < mentions.length && mentions[at]!.span.end < span.start; at++) {
    const mention = mentions[at]!
    if (mention.value.type !== 'entity') continue
    if (body[mention.span.end] === '等') return true
    listed++
  }
  return listed > 1
}

/** 与甲医院、乙医院等19家单位签约: a list that is no subject is counted of the subject before it. */
function isListOfObjects(
  at: number,
  { found }: SentenceReading['subjects'],
  mentions: readonly Mention[],
  body: string,
): boolean {
  const before = found[bisect(found.length, (index) => found[index]!.span.start < at) - 1]
  if (before?.party == null || before.mention === null) return false
  if (LISTING.includes(body[before.span.end] ?? '')) return false
  // 甲医院骨科、乙医院内科等9个学科: a list of parts names nobody behind the last subject.
  const last = mentions[bisect(mentions.length, (index) => mentions[index]!.span.start < at) - 1]
  return last?.value.type === 'entity' && last.span.start >= before.span.end
}

const LISTING = '、等和及'

/**
 * 两家医院均采用, 一位护士: few, in characters, points at what is known, unless a list is summed up by it
 * (榆阳、绥德两个院区), or it is one of two amounts (其中两人).
 */
function isDefinite({ span, value }: Mention, { captures }: RuleMatch, body: string): boolean {
  const few = value.type === 'quantity' && FEW.test(body.slice(span.start, span.end))
  if (!few || captures.flatMap(({ mentions }) => mentions).length > 1) return false
  const before = body.slice(Math.max(0, span.start - SUM_REACH), span.start)
  return !(captures.some((own) => own.span.start >= span.end) && SUMMED_UP.test(before))
}

/** A number up to ten in characters with a classifier, no share. */
const FEW = /^[一二两三四五六七八九十](?![十百千万亿成点分倍])[^多余几]/
const SUMMED_UP = /[、和与及][^，。；：,;:、和与及]{1,14}$/
const SUM_REACH = 16
/** The furthest that a list is looked for. */
const LIST_REACH = 80
