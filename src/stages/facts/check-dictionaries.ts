import type { ConfigProblem } from '../../core/errors.js'
import type { StageCheck, StageSetup } from '../../core/stage.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml, type YamlFile } from '../../dictionary/yaml.js'
import { type Cues, cuesSchema, loadCues } from './cues.js'
import { type Metrics, loadMetrics, metricsSchema } from './metrics.js'

/**
 * Warns of cue words and metric names that are there to no effect.
 * @throws {ConfigError} where the dictionaries themselves are wrong
 */
export function checkDictionaries({
  dictionaries,
}: Pick<StageSetup<unknown>, 'dictionaries'>): StageCheck {
  const cueFiles = dictionaries['cues'] ?? []
  const metricFiles = dictionaries['metrics'] ?? []
  const cues = loadCues(cueFiles)
  const metrics = loadMetrics(metricFiles, cues.metric)
  const problems = [
    ...cueFiles.flatMap((file) => deadCues(parseYaml(file, cuesSchema), cues)),
    ...metricFiles.flatMap((file) => deadNames(file, metrics)),
  ]
  return { problems, rules: 0, examples: 0 }
}

type WithPlace = readonly [path: readonly string[], words: readonly string[]]

/** Words that a list has twice, and modality words that are exceptions as well. */
function deadCues(file: YamlFile<Cues>, { modality }: Cues): readonly ConfigProblem[] {
  const lists = Object.entries(file.value).flatMap(([section, words]) =>
    Object.entries(words).flatMap(([name, list]): WithPlace[] =>
      Array.isArray(list) ? [[[section, name], list as readonly string[]]] : [],
    ),
  )
  return lists.flatMap(([path, words]) => {
    const [section, name] = path
    const warn = (word: string, message: string): ConfigProblem => ({
      ...file.problem(path, 'dictionary-dead', `“${word}” ${message}`),
      severity: 'warning',
    })
    return words.flatMap((word, index) => {
      if (words.indexOf(word) < index) return [warn(word, 'stands twice in the list.')]
      if (section !== 'modality' || name === 'except' || !modality.except.includes(word)) return []
      return [warn(word, 'never counts: it stands among the exceptions, too.')]
    })
  })
}

/** Metric names that, as phrases, are read as another metric or as none. */
function deadNames(source: SourceFile, metrics: Metrics): readonly ConfigProblem[] {
  const file = parseYaml(source, metricsSchema)
  return file.value.metrics.flatMap(({ id, names }, index) =>
    names.flatMap((name, part): ConfigProblem[] => {
      const metric = metrics.read(name, 'region')
      if (metric?.id === id) return []
      const found = metric === null ? 'no metric' : (metric.id ?? `“${metric.text}”`)
      const message = `“${name}” is read as ${found}, once cue words have fallen away.`
      const problem = file.problem(
        ['metrics', index, 'names', part],
        'dictionary-dead',
        message,
        id,
      )
      return [{ ...problem, severity: 'warning' }]
    }),
  )
}
