import { ConfigError, type ConfigProblem } from '../core/errors.js'
import { canonicalJson, sha256 } from '../core/fingerprint.js'
import type { SourceFile } from '../core/source-file.js'
import type { PipelineNames } from '../core/stage.js'
import type { Unit } from '../core/unit.js'
import { requiredLiterals } from './compile-pattern.js'
import { parseFactRules, slotKinds } from './fact-rule.js'
import { formReader } from './frames.js'
import { type MetricPart, metricParts } from './metric-parts.js'
import type { PatternNode } from './pattern-node.js'
import { parsePattern, PatternError } from './pattern-syntax.js'
import { joinPhrases } from './phrases.js'

/** A rule as a unit, with how the words of a measure's metric come together. */
export interface FactRuleUnit extends Unit {
  /** For each form of the rule; none for a rule that makes no measure. */
  readonly metrics: readonly (readonly MetricPart[])[]
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
        metrics: forms
          .map((form) => metricParts(rule.record, form))
          .filter((parts) => parts !== null),
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
