import { ConfigError, type ConfigProblem } from '../core/errors.js'
import { canonicalJson, sha256 } from '../core/fingerprint.js'
import type { SourceFile } from '../core/source-file.js'
import type { PipelineNames } from '../core/stage.js'
import type { Unit } from '../core/unit.js'
import { requiredLiterals } from './compile-pattern.js'
import { parseFactRules, slotKinds, type WrittenRule } from './fact-rule.js'
import { formReader } from './frames.js'
import { childrenOf, type PatternNode } from './pattern-node.js'
import { parsePattern, PatternError } from './pattern-syntax.js'
import { joinPhrases } from './phrases.js'

/** A rule as a unit, with how the words of a measure's metric come together. */
export interface FactRuleUnit extends Unit {
  /**
   * How many stretches of the body can make up the metric's words, and how many characters the
   * template itself adds to them; null for a rule that makes no measure.
   */
  readonly metric: {
    readonly stretches: number
    readonly added: number
    /** The template's own words at the end; empty where it ends with the body's. */
    readonly ending: string
  } | null
}

/**
 * The rules of all files as units. Phrases are put in, so that a changed phrase changes the rules that
 * use it and no others.
 * @throws {ConfigError} for files that cannot be read
 */
export function factRuleUnits(
  files: readonly SourceFile[],
  names: PipelineNames,
): readonly FactRuleUnit[] {
  const parsed = files.map(parseFactRules)
  const kinds = slotKinds(names)
  const refuse = (problem: ConfigProblem): never => {
    throw new ConfigError([problem])
  }
  const phrases = joinPhrases(parsed, kinds, refuse)
  const readForms = formReader(parsed, refuse)
  return parsed.flatMap((file) =>
    file.value.rules.map((rule, index): FactRuleUnit => {
      const at = ['rules', index]
      const { why: _why, matches: _matches, rejects: _rejects, pattern, ...rest } = rule
      const report = (message: string): never =>
        refuse(file.problem(at, 'rule-pattern', message, rule.id))
      const written = readForms(pattern, report, (form) => ({
        file: file.path,
        ...file.locate([...at, 'pattern', form]),
      }))
      const forms = written.map(({ source }) => {
        try {
          return parsePattern(source, { kinds, phrases })
        } catch (error) {
          if (!(error instanceof PatternError)) throw error
          return report(error.message)
        }
      })
      return {
        id: rule.id,
        file: file.path,
        line: file.locate(at).line,
        meaning: sha256(canonicalJson([rest, forms])),
        literals: literalsOf(forms),
        frame: 'body',
        metric: metricOf(rule, forms),
      }
    }),
  )
}

/** Words of which each text that any of the forms matches holds one; null if some form needs none. */
function literalsOf(forms: readonly PatternNode[]): readonly string[] | null {
  const literals = new Set<string>()
  for (const form of forms) {
    const [list] = requiredLiterals(form)
    if (list === undefined) return null
    for (const literal of list) literals.add(literal)
  }
  return [...literals]
}

function metricOf({ record }: WrittenRule, forms: readonly PatternNode[]): FactRuleUnit['metric'] {
  if (record.kind !== 'measure') return null
  const roles = record.metric.flatMap(({ role }) => role ?? [])
  const added = record.metric.reduce(
    (sum, part) => sum + (part.role === null ? part.text.length : 0),
    0,
  )
  const stretches = forms.map((form) => roles.reduce((sum, role) => sum + countRole(form, role), 0))
  const last = record.metric.at(-1)
  const ending = last?.role === null ? last.text : ''
  return { stretches: Math.max(...stretches), added, ending }
}

/** How many places of a form can fill a role in one match. */
function countRole(node: PatternNode, role: string): number {
  const own = 'role' in node && node.role === role ? 1 : 0
  if (node.type === 'alternatives')
    return Math.max(...node.options.map((option) => countRole(option, role)))
  return childrenOf(node).reduce((sum, child) => sum + countRole(child, role), own)
}
