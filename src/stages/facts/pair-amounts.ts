import type { Mention } from '../../core/mention.js'
import type { RecordTemplate } from '../../rule/fact-rule.js'
import type { RuleMatch } from '../../rule/match-rules.js'
import { type Filler, mentionsOf } from './roles.js'

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
export function pairAmounts(
  { pairs }: Extract<RecordTemplate, { kind: 'measure' }>,
  match: RuleMatch,
  subjects: readonly Filler[],
): Amount[] {
  const mentions = mentionsOf(match, 'quantity')
  const isFirst = mentions.length > 1
  if (!pairs)
    return subjects.flatMap((subject) =>
      mentions.map((mention, index) => ({
        subject,
        mention,
        place: null,
        isFirst: isFirst && index === 0,
      })),
    )
  if (subjects.length === mentions.length && subjects.length > 1)
    return mentions.map((mention, index) => ({
      subject: subjects[index]!,
      mention,
      place: null,
      isFirst: false,
    }))
  const [subject] = subjects
  const listed = new Map<string, number>()
  for (const { role } of match.captures) listed.set(role, (listed.get(role) ?? 0) + 1)
  listed.delete('quantity')
  if (subject === undefined || !new Set(listed.values()).has(mentions.length)) return []
  return mentions.map((mention, place) => ({ subject, mention, place, isFirst: false }))
}
