import type { RuleMatch } from './match-rules.js'

/** Orders matches that claim the same thing: the one that sorts first has it. */
export type OverlapPolicy = (a: RuleMatch, b: RuleMatch) => number

/** The earlier match, then the longer, then by rule id. */
export function preferFirst(a: RuleMatch, b: RuleMatch): number {
  const byStart = a.span.start - b.span.start
  return byStart || lengthOf(b) - lengthOf(a) || (a.rule.id < b.rule.id ? -1 : 1)
}

/** The longer match, then as `preferFirst`. */
export function preferLongest(a: RuleMatch, b: RuleMatch): number {
  return lengthOf(b) - lengthOf(a) || preferFirst(a, b)
}

/** The rule of higher priority, then as `preferLongest`. */
export function preferPriority(a: RuleMatch, b: RuleMatch): number {
  return b.rule.priority - a.rule.priority || preferLongest(a, b)
}

/** The policies by the names a pipeline chooses them under. */
export const OVERLAP_POLICIES: Readonly<Record<'first' | 'longest' | 'priority', OverlapPolicy>> = {
  first: preferFirst,
  longest: preferLongest,
  priority: preferPriority,
}

function lengthOf(match: RuleMatch): number {
  return match.span.end - match.span.start
}
