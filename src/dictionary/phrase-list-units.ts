import { canonicalJson, sha256 } from '../core/fingerprint.js'
import type { SourceFile } from '../core/source-file.js'
import type { Unit } from '../core/unit.js'
import { pageLiterals } from './page-literal.js'
import { phraseFileSchema } from './phrase-lists.js'
import { parseYaml } from './yaml.js'

/**
 * The phrases of lists as units, in the order of the files: a phrase matters only on pages that hold it.
 * @throws {ConfigError} for files that cannot be read
 */
export function phraseListUnits(files: readonly SourceFile[]): readonly Unit[] {
  return files.flatMap((source) => {
    const file = parseYaml(source, phraseFileSchema)
    return file.value.lists.flatMap(({ id, kind, role, phrases }, index) =>
      phrases.map((phrase, at): Unit => ({
        id: `${id}/${phrase}`,
        file: file.path,
        line: file.locate(['lists', index, 'phrases', at]).line,
        meaning: sha256(canonicalJson([kind, role])),
        literals: pageLiterals([phrase.split('\n')[0] ?? '']),
        frame: 'page',
      })),
    )
  })
}
