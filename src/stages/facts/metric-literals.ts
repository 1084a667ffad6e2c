import type { FactRuleUnit } from '../../rule/fact-rule-units.js'
import type { Cues } from './cues.js'

/**
 * Words of which the body holds one wherever the words of a metric hold one of `names`; null if
 * nothing is sure. A metric's words are a stretch of the body, without the words `within`, or several
 * stretches and words of the rule's own put together. `place` says where in them the names are looked for.
 */
export function metricLiterals(
  names: readonly string[],
  { within, trailing }: Pick<Cues['metric'], 'within' | 'trailing'>,
  rules: readonly FactRuleUnit[],
  place: 'anywhere' | 'end',
): readonly string[] | null {
  const literals = new Set<string>()
  const composing = rules.filter(
    ({ metric }) => metric !== null && (metric.stretches > 1 || metric.added > 0),
  )
  for (const name of names) {
    literals.add(name)
    for (let at = 1; at < name.length; at++)
      for (const word of within) literals.add(name.charAt(at - 1) + word.charAt(0))
    for (const rule of composing) {
      if (place === 'end' && cannotEnd(rule, name, trailing)) continue
      const { stretches = 1, added = 0 } = rule.metric ?? {}
      // Of so many stretches one holds at least this much of the name.
      const least = Math.ceil((name.length - added) / Math.max(1, stretches))
      if (least > 1)
        for (let at = 0; at + least <= name.length; at++) literals.add(name.slice(at, at + least))
      else if (rule.literals === null) return null
      else for (const literal of rule.literals) literals.add(literal)
    }
  }
  if (composing.length > 0) for (const word of within) literals.add(word)
  return [...literals]
}

/** True for a rule whose metrics end in other words of its own, which do not fall away either. */
function cannotEnd({ metric }: FactRuleUnit, name: string, trailing: readonly string[]): boolean {
  const ending = metric?.ending ?? ''
  if (ending === '' || trailing.some((word) => ending.endsWith(word))) return false
  return !ending.endsWith(name) && !name.endsWith(ending)
}
