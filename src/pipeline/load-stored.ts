import { dirname, normalize } from 'node:path/posix'
import { ConfigError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import type { PipelineNames } from '../core/stage.js'
import type { YamlFile } from '../dictionary/yaml.js'
import { createJieba } from '../stages/segment/jieba.js'
import { buildPipeline } from './build.js'
import { parsePipeline, type PipelineDefinition } from './definition.js'
import type { Pipeline } from './pipeline.js'

/**
 * Builds a pipeline from its files as a run has kept them, wherever those on disk are by now. Its
 * code is that of today: the fingerprint tells whether it answers as it did then.
 * @throws {ConfigError} if they hold no pipeline, or one that this code cannot read
 */
export function buildStoredPipeline(files: readonly SourceFile[]): Pipeline {
  const file = findDefinition(files)
  const folder = dirname(slashed(file.source.path))
  const byPath = new Map(files.map((one) => [normalize(slashed(one.path)), one]))
  const read = (name: string): SourceFile => {
    const found = byPath.get(normalize(`${folder}/${name}`)) ?? endingIn(files, name)
    if (found === undefined) throw new Error(`the run has kept no file ${name}.`)
    return found
  }
  return buildPipeline(file, read, { segmenter: createJieba() })
}

/** The names that a run's pipeline declares. @throws {ConfigError} if its files hold no pipeline */
export function readStoredNames(files: readonly SourceFile[]): PipelineNames {
  const { entities, relations, events } = findDefinition(files).value
  return { entities, relations: relations.map(({ name }) => name), events }
}

/** The file among them that names stages. */
function findDefinition(files: readonly SourceFile[]): YamlFile<PipelineDefinition> {
  const problems = []
  for (const file of files) {
    if (!file.path.endsWith('.yaml') || !/^stages:/m.test(file.text)) continue
    try {
      return parsePipeline(file)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      problems.push(...error.problems)
    }
  }
  const message = 'the run has kept no pipeline file.'
  const missing = { code: 'pipeline-missing', file: '', line: null, column: null, message }
  throw new ConfigError(problems.length > 0 ? problems : [missing])
}

/** Files outside the folder of the run are kept under absolute paths: what follows `../` tells them. */
function endingIn(files: readonly SourceFile[], name: string): SourceFile | undefined {
  const end = `/${name.replace(/^(\.\.?\/)+/, '')}`
  const found = files.filter(({ path }) => `/${slashed(path)}`.endsWith(end))
  return found.length === 1 ? found[0] : undefined
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}
