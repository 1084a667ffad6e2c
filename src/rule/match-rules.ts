import type { Mention } from '../core/mention.js'
import type { Span } from '../core/span.js'
import type { CompiledPattern } from './compile-pattern.js'
import type { FactRule } from './fact-rule.js'
import { type Folded, unitLabel } from './folding.js'
import type { MentionSlot } from './pattern-syntax.js'

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

/** A sentence folded both ways, each made when a pattern first asks for it. */
export interface FoldedSentence {
  plain(): Folded
  withWords(): Folded
  readonly mentions: readonly Mention[]
}

/**
 * The patterns of `rules` that a sentence can match: it has a mention for every slot, and a subject,
 * unless they name their own.
 */
export function applicablePatterns(
  rules: readonly FactRule[],
  mentions: readonly Mention[],
  hasSubject: boolean,
): readonly RulePattern[] {
  const applicable: RulePattern[] = []
  if (mentions.length === 0) return applicable
  for (const rule of rules)
    for (const pattern of rule.patterns)
      if (
        (hasSubject || pattern.roles.includes('subject')) &&
        pattern.slots.every((slot) => mentions.some((mention) => fits(mention, slot)))
      )
        applicable.push({ rule, pattern })
  return applicable
}

/** True where the mention is of the slot's kind, and a quantity has a unit that the slot allows. */
function fits(mention: Mention, { kind, units, except }: MentionSlot): boolean {
  if (mention.kind !== kind) return false
  return units === null || units.includes(unitLabel(mention)) !== except
}

/** One of a rule's forms. */
export interface RulePattern {
  readonly rule: FactRule
  readonly pattern: CompiledPattern
}

/** Every match of every pattern in one sentence, pattern by pattern. */
export function matchPatterns(
  patterns: readonly RulePattern[],
  sentence: FoldedSentence,
): RuleMatch[] {
  const matches: RuleMatch[] = []
  for (const { rule, pattern } of patterns) addMatches(rule, pattern, sentence, matches)
  return matches
}

function addMatches(
  rule: FactRule,
  { expression, roles, needsWords }: CompiledPattern,
  sentence: FoldedSentence,
  matches: RuleMatch[],
): void {
  const { text, offsets } = needsWords ? sentence.withWords() : sentence.plain()
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
      const span = { start: offsets[range[0]]!, end: offsets[range[1]]! }
      captures.push({ role: roles[index]!, span, mentions: mentionsIn(sentence.mentions, span) })
    }
    matches.push({ rule, span: { start: offsets[whole[0]]!, end: offsets[whole[1]]! }, captures })
  }
}

/** `mentions` are in text order. */
function mentionsIn(mentions: readonly Mention[], { start, end }: Span): Mention[] {
  const inside: Mention[] = []
  for (const mention of mentions) {
    if (mention.span.start >= end) break
    if (mention.span.start >= start && mention.span.end <= end) inside.push(mention)
  }
  return inside
}
