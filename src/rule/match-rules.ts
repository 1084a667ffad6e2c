import type { Mention } from '../core/mention.js'
import type { Span } from '../core/span.js'
import type { CompiledPattern } from './compile-pattern.js'
import type { FactRule } from './fact-rule.js'
import type { Folded } from './folding.js'

/** A role filled by a match: the words it covers and the mentions of its kind in them. */
export interface Capture {
  readonly span: Span
  readonly mentions: readonly Mention[]
}

/** One place where a rule's pattern fits; all spans are in the body's offsets. */
export interface RuleMatch {
  readonly rule: FactRule
  readonly span: Span
  readonly captures: ReadonlyMap<string, readonly Capture[]>
}

/** A sentence folded both ways, each made when a pattern first asks for it. */
export interface FoldedSentence {
  plain(): Folded
  withWords(): Folded
  readonly mentions: readonly Mention[]
}

/** The patterns of `rules` for which a sentence has mentions of every kind they need. */
export function applicablePatterns(
  rules: readonly FactRule[],
  mentions: readonly Mention[],
): readonly RulePattern[] {
  if (mentions.length === 0) return []
  const kinds = new Set(mentions.map((mention) => mention.kind))
  return rules.flatMap((rule) =>
    rule.patterns.flatMap((pattern) =>
      pattern.kinds.every((kind) => kinds.has(kind)) ? [{ rule, pattern }] : [],
    ),
  )
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
  return patterns.flatMap(({ rule, pattern }) => matchPattern(rule, pattern, sentence))
}

function matchPattern(
  rule: FactRule,
  pattern: CompiledPattern,
  sentence: FoldedSentence,
): RuleMatch[] {
  const { text, offsets } = pattern.needsWords ? sentence.withWords() : sentence.plain()
  const matches: RuleMatch[] = []
  const { expression } = pattern
  expression.lastIndex = 0
  for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
    if (found[0] === '') {
      expression.lastIndex++
      continue
    }
    const captures = new Map<string, Capture[]>()
    for (const [name, role] of pattern.groups) {
      const range = found.indices?.groups?.[name]
      if (range === undefined) continue
      const span = { start: offsets[range[0]]!, end: offsets[range[1]]! }
      const capture = { span, mentions: mentionsIn(sentence.mentions, span) }
      captures.set(role, [...(captures.get(role) ?? []), capture])
    }
    const end = found.index + found[0].length
    matches.push({ rule, span: { start: offsets[found.index]!, end: offsets[end]! }, captures })
  }
  return matches
}

function mentionsIn(mentions: readonly Mention[], span: Span): Mention[] {
  return mentions.filter(
    (mention) => mention.span.start >= span.start && mention.span.end <= span.end,
  )
}
