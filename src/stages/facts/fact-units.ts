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

/** Name by name, in an order of their own: the longest name wins, wherever it is written. */
function metricUnits(
  { dictionaries }: StageFiles,
  rules: readonly FactRuleUnit[],
): readonly Unit[] {
  const { metric } = loadCues(dictionaries['cues'] ?? [])
  const units = (dictionaries['metrics'] ?? []).flatMap((source) => {
    const file = parseYaml(source, metricsSchema)
    return file.value.metrics.flatMap(({ id, names, standing }, index) => {
      const { line } = file.locate(['metrics', index])
      const meaning = sha256(canonicalJson([id, standing]))
      return names.map((name): Unit => ({
        id: `metrics/${id}/${name}`,
        file: file.path,
        line,
        meaning,
        // Only those of a changed name are asked for.
        get literals() {
          return metricLiterals([name], metric, rules, 'end')
        },
        frame: 'body',
      }))
    })
  })
  return units.sort((a, b) => (a.id < b.id ? -1 : 1))
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
    return units.map((unit) => ({
      ...unit,
      get literals() {
        return literalsOf(unit, metric, rules)
      },
    }))
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
