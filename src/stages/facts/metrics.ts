import { z } from 'zod'
import { ConfigError, type ConfigProblem } from '../../core/errors.js'
import type { SourceFile } from '../../core/source-file.js'
import { parseYaml } from '../../dictionary/yaml.js'

const metricsSchema = z.strictObject({
  metrics: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9-]+$/, 'expected an id such as outpatient-visits'),
      names: z.array(z.string().min(1)).min(1),
    }),
  ),
})

/** Gives the id of the metric that a noun phrase names; null for one the dictionary does not hold. */
export type MetricIds = (text: string) => string | null

/**
 * Reads metric dictionaries. A phrase names a metric if it is one of its names, or ends in one
 * (门诊患者 of 全年接诊门诊患者); the longest name wins.
 * @throws {ConfigError} with every problem of the files
 */
export function loadMetrics(files: readonly SourceFile[]): MetricIds {
  const ids = new Map<string, string>()
  const problems: ConfigProblem[] = []
  let longest = 0
  for (const source of files) {
    const file = parseYaml(source, metricsSchema)
    for (const [index, { id, names }] of file.value.metrics.entries())
      for (const [part, name] of names.entries()) {
        const other = ids.get(name)
        if (other !== undefined) {
          const message = `"${name}" already names ${other}; a name can belong to one metric only.`
          const path = ['metrics', index, 'names', part]
          problems.push(file.problem(path, 'dictionary-ambiguous', message, id))
        }
        ids.set(name, id)
        longest = Math.max(longest, name.length)
      }
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return (text) => {
    for (let length = Math.min(longest, text.length); length > 0; length--) {
      const id = ids.get(text.slice(text.length - length))
      if (id !== undefined) return id
    }
    return null
  }
}
