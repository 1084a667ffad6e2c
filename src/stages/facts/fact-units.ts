import { canonicalJson, sha256 } from '../../core/fingerprint.js'
import type { StageFiles } from '../../core/stage.js'
import type { StageUnits, Unit } from '../../core/unit.js'
import { parseRegions } from '../../dictionary/regions.js'
import { parseYaml } from '../../dictionary/yaml.js'
import { type FactRuleUnit, factRuleUnits } from '../../rule/fact-rule-units.js'
import { isWord, wordUnits } from '../../rule/word-units.js'
import { type Cues, cuesSchema, loadCues } from './cues.js'
import { metricLiterals } from './metric-literals.js'
import { metricsSchema } from './metrics.js'

/**
 * Rules, metrics and cue words one by one, regions as a whole. Where an institution of the gazetteer
 * lies matters only where it is mentioned: the stage that reads mentions has the entry as a unit.
 */
export function factUnits(setup: StageFiles): StageUnits {
  const { dictionaries } = setup
  const rules = factRuleUnits(setup.rules, setup.pipeline)
  const regions = parseRegions(dictionaries['regions'] ?? [])
  return {
    units: [...rules, ...metricUnits(setup, rules), ...cueUnits(setup, rules)],
    rest: regions.all.map(({ code, name, aliases, level }) => [code, name, aliases, level]),
  }
}

function metricUnits(
  { dictionaries }: StageFiles,
  rules: readonly FactRuleUnit[],
): readonly Unit[] {
  const { metric } = loadCues(dictionaries['cues'] ?? [])
  return (dictionaries['metrics'] ?? []).flatMap((source) => {
    const file = parseYaml(source, metricsSchema)
    return file.value.metrics.map(({ id, names, standing }, index): Unit => ({
      id: `metrics/${id}`,
      file: file.path,
      line: file.locate(['metrics', index]).line,
      meaning: sha256(canonicalJson([[...names].sort(), standing])),
      literals: metricLiterals(names, metric, rules, 'end'),
      frame: 'body',
    }))
  })
}

function cueUnits({ dictionaries }: StageFiles, rules: readonly FactRuleUnit[]): readonly Unit[] {
  const files = dictionaries['cues'] ?? []
  const { metric } = loadCues(files)
  return files.flatMap((source) => {
    const file = parseYaml(source, cuesSchema)
    const units = Object.entries(file.value).flatMap(([section, value]) =>
      wordUnits({
        id: `cues/${section}`,
        file: file.path,
        line: file.locate([section]).line,
        frame: 'body',
        value,
      }),
    )
    return units.map((unit) => ({ ...unit, literals: literalsOf(unit, metric, rules) }))
  })
}

/** Units of ages are names of units; the words of metrics are looked for in what rules put together. */
function literalsOf(
  { id, literals }: Unit,
  metric: Cues['metric'],
  rules: readonly FactRuleUnit[],
): readonly string[] | null {
  if (literals === null || id.startsWith('cues/story.ageUnits/')) return null
  if (!id.startsWith('cues/metric.') || !literals.every(isWord)) return literals
  return metricLiterals(literals, metric, rules, 'anywhere')
}
