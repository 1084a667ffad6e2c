import { canonicalJson, sha256 } from '../../core/fingerprint.js'
import type { StageFiles } from '../../core/stage.js'
import type { SourceFile } from '../../core/source-file.js'
import type { StageUnits, Unit } from '../../core/unit.js'
import { parseYaml } from '../../dictionary/yaml.js'
import { isWord, wordUnits } from '../../rule/word-units.js'
import { quantityRulesSchema } from './rule-schema.js'
import { unitsSchema } from './units.js'

/** The words of the rules and the entries of the table of units, one by one. */
export function quantityUnits({ rules, dictionaries }: StageFiles): StageUnits {
  const files = rules.map((source) => parseYaml(source, quantityRulesSchema))
  const written = files.flatMap(({ path, value }) =>
    [...value.readings, ...value.modifiers, ...value.exclusions].map((rule) => ({ path, rule })),
  )
  // Rules name some units, so that these count where none of their own words stands: ¥ for 元.
  const named = new Set(
    written.flatMap(({ rule }) =>
      'signs' in rule ? [...Object.values(rule.signs), ...rule.units] : [],
    ),
  )
  return {
    units: [
      ...written.flatMap(({ path, rule }) => {
        const { id, why: _why, matches: _matches, rejects: _rejects, ...value } = rule
        return wordUnits({ id, file: path, line: null, frame: 'body', value })
      }),
      ...(dictionaries['units'] ?? []).flatMap((source) => unitEntries(source, named)),
    ],
    rest: null,
  }
}

function unitEntries(source: SourceFile, named: ReadonlySet<string>): readonly Unit[] {
  const file = parseYaml(source, unitsSchema)
  const blocks = file.value
  const others = new Set(
    blocks.flatMap(({ units }) =>
      units.flatMap(({ partOf, money }) => [...Object.keys(partOf), ...(money ?? [])]),
    ),
  )
  return blocks.flatMap(({ kind, traits, units }, block) =>
    units.map((entry, index): Unit => {
      const { unit, also, words } = entry
      const spellings = [unit, ...also, ...words]
      const isLocal = spellings.every(isWord) && !named.has(unit) && !others.has(unit)
      return {
        id: `units/${kind}/${unit}/${spellings.join('|')}`,
        file: file.path,
        line: file.locate([block, 'units', index]).line,
        meaning: sha256(canonicalJson([traits, entry])),
        literals: isLocal ? [...new Set(spellings)] : null,
        frame: 'body',
      }
    }),
  )
}
