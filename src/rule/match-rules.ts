import { bisect } from '../core/bisect.js'
import type { Mention } from '../core/mention.js'
import type { Span } from '../core/span.js'
import type { CompiledPattern } from './compile-pattern.js'
import type { FactRule } from './fact-rule.js'
import { type Folded, MENTION_LENGTH, unitLabel } from './folding.js'
import type { MentionSlot } from './pattern-node.js'

/** A role filled by a match: the words it covers, and the mentions among them. */
export interface Capture {
  readonly role: string
  readonly span: Span
  readonly mentions: readonly Mention[]
}

/** One place where a rule's pattern fits; all spans are in the body's offsets. */
export interface RuleMatch {
  readonly rule: FactRule
  readonly span: Span
  /** In the order in which the pattern names them. */
  readonly captures: readonly Capture[]
}

/** One of a rule's forms. */
export interface RulePattern {
  readonly rule: FactRule
  readonly pattern: CompiledPattern
}

/** True where there is a mention for every slot of the pattern. */
export function fillsSlots({ slots }: CompiledPattern, mentions: readonly Mention[]): boolean {
  return slots.every((slot) => mentions.some((mention) => fits(mention, slot)))
}

/** True where the mention is of the slot's kind, and a quantity has a unit that the slot allows. */
function fits(mention: Mention, { kind, units, except }: MentionSlot): boolean {
  if (mention.kind !== kind) return false
  return units === null || units.includes(unitLabel(mention)) !== except
}

/** Every match of a pattern in a passage, folded with words if the pattern needs them, in text order. */
export function matchPattern(
  { rule, pattern: { expression, roles, endsWith } }: RulePattern,
  { text: folded, offsetOf }: Folded,
  mentions: readonly Mention[],
): RuleMatch[] {
  // Behind the last mention with which a match can end every search is in vain.
  const text = endsWith === null ? folded : upToMention(folded, endsWith)
  const matches: RuleMatch[] = []
  const spanOf = ([from, to]: [number, number]): Span => ({
    start: offsetOf(from),
    end: offsetOf(to),
  })
  expression.lastIndex = 0
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    const { indices } = found
    const whole = indices?.[0]
    if (whole === undefined || whole[0] === whole[1]) {
      expression.lastIndex++
      continue
    }
    const captures: Capture[] = []
    for (let index = 0; index < roles.length; index++) {
      const range = indices?.[index + 1]
      if (range === undefined) continue
      const span = spanOf(range)
      captures.push({ role: roles[index]!, span, mentions: mentionsIn(mentions, span) })
    }
    matches.push({ rule, span: spanOf(whole), captures })
  }
  return matches
}

function upToMention(folded: string, kind: string): string {
  const last = folded.lastIndexOf(kind)
  return last < 0 ? '' : folded.slice(0, last + MENTION_LENGTH)
}

/** `mentions` are in text order. */
function mentionsIn(mentions: readonly Mention[], { start, end }: Span): Mention[] {
  const inside: Mention[] = []
  const first = bisect(mentions.length, (index) => mentions[index]!.span.start < start)
  for (let index = first; index < mentions.length; index++) {
    const mention = mentions[index]!
    if (mention.span.start >= end) break
    if (mention.span.end <= end) inside.push(mention)
  }
  return inside
}
