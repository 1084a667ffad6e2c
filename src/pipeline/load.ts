import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { ConfigError } from '../core/errors.js'
import type { SourceFile } from '../core/source-file.js'
import type { Services } from '../core/stage.js'
import type { YamlFile } from '../dictionary/yaml.js'
import { createJieba } from '../stages/segment/jieba.js'
import { assemblePipeline, planStages, type ReadFile } from './build.js'
import { decodeFile } from './decode-file.js'
import { parsePipeline, type PipelineDefinition } from './definition.js'
import { PACKAGE_FOLDER } from './package-folder.js'
import type { Pipeline, PlannedStage } from './pipeline.js'

export const DEFAULT_PIPELINE = 'hospital-news'

/** The names of the pipelines that come with the package, sorted. */
export function listPipelines(): readonly string[] {
  return readdirSync(SHIPPED)
    .filter((name) => existsSync(join(SHIPPED, name, 'pipeline.yaml')))
    .sort()
}

const SHIPPED = join(PACKAGE_FOLDER, 'pipelines')

/** What pipelines that are loaded together share: each file is read once, words are cut by one segmenter. */
export interface PipelineSource {
  /** @throws {ConfigError} for a file that is not UTF-8 */
  readonly read: (path: string) => SourceFile
  /** The file as it was read; undefined if it was not. */
  readonly known: (path: string) => SourceFile | undefined
  readonly services: Services
}

/** `former`: files that are what they were there are taken from it, with what was read from them. */
export function createSource(former: PipelineSource | null = null): PipelineSource {
  const files = new Map<string, SourceFile>()
  const open = (path: string): SourceFile => {
    const file = decodeFile(shownPath(path), readFileSync(path))
    const before = former?.known(path)
    return before?.text === file.text ? before : file
  }
  return {
    read: (path) => {
      let file = files.get(path)
      if (file === undefined) files.set(path, (file = open(path)))
      return file
    },
    known: (path) => files.get(path),
    services: former?.services ?? { segmenter: createJieba() },
  }
}

/**
 * Loads a pipeline by name (one that comes with the package) or by the path of its file or folder.
 * @throws {ConfigError} with every problem of the pipeline, its rules and dictionaries
 */
export function loadPipeline(
  nameOrFile: string = DEFAULT_PIPELINE,
  source: PipelineSource = createSource(),
): Pipeline {
  const pipeline = planPipeline(nameOrFile, source)
  pipeline.prepare()
  return pipeline
}

/**
 * The same with rules and dictionaries read only when something is to be processed, since a run often
 * has nothing to do; what is unchanged since `former` was loaded is taken from there.
 * @throws {ConfigError} with every problem of the pipeline's own file
 */
export function planPipeline(
  nameOrFile: string = DEFAULT_PIPELINE,
  source: PipelineSource = createSource(),
  former: Pipeline | null = null,
): Pipeline {
  const { file, read, services } = openPipeline(nameOrFile, source)
  return assemblePipeline(file, read, services, former)
}

/** The stages of a pipeline with their setup, not yet prepared. */
export function loadPlan(nameOrFile: string = DEFAULT_PIPELINE): readonly PlannedStage[] {
  const { file, read, services } = openPipeline(nameOrFile, createSource())
  return planStages(file, read, services)
}

interface OpenPipeline {
  readonly file: YamlFile<PipelineDefinition>
  readonly read: ReadFile
  readonly services: Services
}

function openPipeline(nameOrFile: string, { read, services }: PipelineSource): OpenPipeline {
  const path = findPipeline(nameOrFile)
  const folder = dirname(path)
  return { file: parsePipeline(read(path)), read: (name) => read(resolve(folder, name)), services }
}

function findPipeline(nameOrFile: string): string {
  const candidates = [
    nameOrFile,
    join(nameOrFile, 'pipeline.yaml'),
    join(SHIPPED, nameOrFile, 'pipeline.yaml'),
  ]
  const path = candidates.find((candidate) => candidate.endsWith('.yaml') && existsSync(candidate))
  if (path !== undefined) return resolve(path)
  throw new ConfigError([
    {
      code: 'pipeline-missing',
      file: nameOrFile,
      line: null,
      column: null,
      message: `there is no pipeline of this name and no such file. Looked at ${candidates.slice(1).join(' and ')}.`,
    },
  ])
}

/** Relative to the working folder where it lies inside, so that messages are short and clickable. */
function shownPath(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('..') ? path : short
}
