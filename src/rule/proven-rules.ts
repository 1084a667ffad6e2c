import { ConfigError, type ConfigProblem } from '../core/errors.js'
import type { YamlFile } from '../dictionary/yaml.js'
import type { MentionExample, ProvenRule } from './mention-example.js'

interface ExampledRule {
  readonly id: string
  readonly matches: readonly MentionExample[]
  readonly rejects: readonly MentionExample[]
}

/** The sections of a recogniser's rule file; an exclusion bars mentions, the others find and shape them. */
export interface RecogniserRules {
  readonly readings: readonly ExampledRule[]
  readonly modifiers: readonly ExampledRule[]
  readonly exclusions: readonly ExampledRule[]
}

/**
 * Every rule of some files with its examples and its place, in their order.
 * @throws {ConfigError} with every id that is used twice
 */
export function provenRulesOf(files: readonly YamlFile<RecogniserRules>[]): readonly ProvenRule[] {
  const proven: ProvenRule[] = []
  const problems: ConfigProblem[] = []
  const places = new Map<string, string>()
  for (const file of files)
    for (const section of ['readings', 'modifiers', 'exclusions'] as const)
      for (const [index, { id, matches, rejects }] of file.value[section].entries()) {
        const { line } = file.locate([section, index])
        const other = places.get(id)
        if (other !== undefined) {
          const message = `this id is already used at ${other}; give one of them another.`
          problems.push(file.problem([section, index, 'id'], 'rule-duplicate-id', message, id))
        }
        places.set(id, `${file.path}:${line}`)
        const effect = section === 'exclusions' ? 'bars' : 'finds'
        proven.push({ id, file: file.path, line, effect, matches, rejects })
      }
  if (problems.length > 0) throw new ConfigError(problems)
  return proven
}
