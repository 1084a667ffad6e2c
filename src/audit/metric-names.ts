import { ConfigError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import { parseYaml } from '../dictionary/yaml.js'
import { metricsSchema } from '../stages/facts/metrics.js'

/** What a run's metrics are called, by id: the first of the names that its dictionaries give. */
export function metricNames(files: readonly SourceFile[]): Readonly<Record<string, string>> {
  const metrics = files
    .filter(({ path, text }) => path.endsWith('.yaml') && /^metrics:/m.test(text))
    .flatMap(readMetrics)
  return Object.fromEntries(metrics.map(({ id, names }) => [id, names[0] ?? id]))
}

/** A file of an older form names none. */
function readMetrics(file: SourceFile): readonly { id: string; names: readonly string[] }[] {
  try {
    return parseYaml(file, metricsSchema).value.metrics
  } catch (error) {
    if (error instanceof ConfigError) return []
    throw error
  }
}
