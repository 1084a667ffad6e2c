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

/** Prepares finding them: one pass over each body for the words that patterns require. */
export function applicablePatterns(
  rules: readonly FactRule[],
): (body: string) => ApplicablePatterns {
  const numbers = new Map<string, number>()
  const numberOf = (literal: string): number => {
    const number = numbers.get(literal) ?? numbers.size
    numbers.set(literal, number)
    return number
  }
  const patterns: readonly RequiringPattern[] = rules
    .flatMap((rule) => rule.patterns.map((pattern) => ({ rule, pattern })))
    .map((own, order) => ({
      ...own,
      order,
      required: own.pattern.required.map((list) => list.map(numberOf)),
    }))
  const always = patterns.filter(({ required }) => required.length === 0)
  const byLiteral = [...numbers.values()].map((literal) =>
    patterns.filter(({ required }) => required[0]?.includes(literal)),
  )
  const automaton = new Automaton([...numbers.keys()])

  return (body) => {
    const hits = automaton.findAll(body)
    return {
      find(passage, hasSubject) {
        if (passage.mentions.length === 0) return []
        const found = literalsIn(hits, passage)
        const candidates = new Set(always)
        for (const literal of found) for (const own of byLiteral[literal]!) candidates.add(own)
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
