import { bisect } from '../../core/bisect.js'
import { Automaton, type PhraseMatch } from '../../dictionary/automaton.js'
import type { FactRule } from '../../rule/fact-rule.js'
import type { Passage } from '../../rule/folding.js'
import { fillsSlots, type RulePattern } from '../../rule/match-rules.js'

/** Tells which patterns can match where in one body. */
export interface ApplicablePatterns {
  /**
   * Those that can match in a passage, in the order of the rules: the words that they require stand
   * there, and mentions for their slots; without a subject only those that name their own.
   */
  find(passage: Passage, hasSubject: boolean): readonly RequiringPattern[]
  /** Of those that can match in a sentence the ones that can in this part of it. */
  narrow(patterns: readonly RequiringPattern[], part: Passage): readonly RequiringPattern[]
}

/** A pattern with the words that it requires, as the pattern has them, but numbered. */
export interface RequiringPattern extends RulePattern {
  readonly order: number
  readonly required: readonly (readonly number[])[]
}

/**
 * Prepares finding them, apart for each list of rules: one pass over each body for the words that the
 * patterns of all of them require.
 */
export function applicablePatterns<List extends string>(
  lists: Readonly<Record<List, readonly FactRule[]>>,
): (body: string) => (list: List) => ApplicablePatterns {
  const numbers = new Map<string, number>()
  const numberOf = (literal: string): number => {
    const number = numbers.get(literal) ?? numbers.size
    numbers.set(literal, number)
    return number
  }
  const indexes = new Map<string, PatternIndex>()
  for (const [list, rules] of Object.entries<readonly FactRule[]>(lists))
    indexes.set(list, indexPatterns(rules, numberOf))
  const automaton = new Automaton([...numbers.keys()])

  return (body) => {
    const hits = automaton.findAll(body)
    return (list) => {
      const { always, byLiteral } = indexes.get(list)!
      return {
        find(passage, hasSubject) {
          if (passage.mentions.length === 0) return []
          const found = literalsIn(hits, passage)
          const candidates = new Set(always)
          for (const literal of found)
            for (const own of byLiteral.get(literal) ?? []) candidates.add(own)
          return [...candidates]
            .filter(
              (own) =>
                (hasSubject || own.pattern.roles.includes('subject')) &&
                canMatch(own, passage, found),
            )
            .sort((a, b) => a.order - b.order)
        },
        narrow(patterns, part) {
          const found = literalsIn(hits, part)
          return patterns.filter((own) => canMatch(own, part, found))
        },
      }
    }
  }
}

/** The patterns of a list of rules by the words they require, the first list of each; `always` require none. */
interface PatternIndex {
  readonly always: readonly RequiringPattern[]
  readonly byLiteral: ReadonlyMap<number, readonly RequiringPattern[]>
}

function indexPatterns(
  rules: readonly FactRule[],
  numberOf: (literal: string) => number,
): PatternIndex {
  const patterns: readonly RequiringPattern[] = rules
    .flatMap((rule) => rule.patterns.map((pattern) => ({ rule, pattern })))
    .map((own, order) => ({
      ...own,
      order,
      required: own.pattern.required.map((list) => list.map(numberOf)),
    }))
  const byLiteral = new Map<number, RequiringPattern[]>()
  for (const own of patterns)
    for (const literal of new Set(own.required[0])) {
      const others = byLiteral.get(literal)
      if (others === undefined) byLiteral.set(literal, [own])
      else others.push(own)
    }
  return { always: patterns.filter(({ required }) => required.length === 0), byLiteral }
}

function canMatch(
  { pattern, required }: RequiringPattern,
  { mentions }: Passage,
  found: ReadonlySet<number>,
): boolean {
  if (!required.every((list) => list.some((literal) => found.has(literal)))) return false
  return fillsSlots(pattern, mentions)
}

/** The numbers of the words that stand in a passage; `hits` are sorted by their ends. */
function literalsIn(hits: readonly PhraseMatch[], { span }: Passage): ReadonlySet<number> {
  const first = bisect(hits.length, (index) => hits[index]!.end <= span.start)
  const found = new Set<number>()
  for (let hit = first; hit < hits.length && hits[hit]!.end <= span.end; hit++)
    if (hits[hit]!.start >= span.start) found.add(hits[hit]!.phrase)
  return found
}
