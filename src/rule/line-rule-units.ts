import { canonicalJson, sha256 } from '../core/fingerprint.js'
import type { SourceFile } from '../core/source-file.js'
import type { Unit } from '../core/unit.js'
import { pageLiterals } from '../dictionary/page-literal.js'
import { parseYaml } from '../dictionary/yaml.js'
import { compileLinePattern } from './line-pattern.js'
import { lineRuleFileSchema } from './line-rules.js'

/**
 * Line rules as units, in the order of the files: a rule matters only on pages that hold a word
 * without which none of its patterns matches.
 * @throws {ConfigError} for files that cannot be read
 */
export function lineRuleUnits(files: readonly SourceFile[]): readonly Unit[] {
  return files.flatMap((source) => {
    const file = parseYaml(source, lineRuleFileSchema)
    return file.value.rules.map(({ id, kind, line, covers }, index): Unit => {
      const patterns = typeof line === 'string' ? [line] : line
      const words = patterns.map((pattern) => compileLinePattern(pattern).literals)
      return {
        id,
        file: file.path,
        line: file.locate(['rules', index]).line,
        meaning: sha256(canonicalJson([kind, covers, patterns])),
        literals: words.includes(null) ? null : pageLiterals(words.flatMap((list) => list ?? [])),
        frame: 'page',
      }
    })
  })
}
