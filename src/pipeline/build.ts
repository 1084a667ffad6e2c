import { ConfigError, type ConfigProblem } from '../core/errors.js'
import { canonicalJson, sha256 } from '../core/fingerprint.js'
import { posix } from 'node:path'
import type { LayerName } from '../core/layers.js'
import type { SourceFile } from '../core/source-file.js'
import type { PipelineNames, Services, Stage, StageSetup } from '../core/stage.js'
import type { YamlFile, YamlPath } from '../dictionary/yaml.js'
import type { PipelineDefinition, StageDefinition } from './definition.js'
import { LOSSES_VERSION } from './find-losses.js'
import type {
  CorpusSetup,
  Pipeline,
  PipelineFile,
  PlannedStage,
  PreparedStage,
} from './pipeline.js'
import { prepareStage } from './prepare-stage.js'
import { STAGES } from './registry.js'

/**
 * Gives the text of a file that the pipeline names; asked twice for one, the same object, so that
 * stages can share what they read from it.
 */
export type ReadFile = (path: string) => SourceFile

/**
 * Checks a definition and prepares its stages.
 * @throws {ConfigError} for unknown stages, a wrong order, wrong options, rules or dictionaries
 */
export function buildPipeline(
  file: YamlFile<PipelineDefinition>,
  read: ReadFile,
  services: Services,
): Pipeline {
  const pipeline = assemblePipeline(file, read, services)
  pipeline.prepare()
  return pipeline
}

/**
 * Checks a definition; rules and dictionaries are read when `prepare` is called, or a stage is first
 * run. Stages that are what they were in `former` are taken from there, compiled as they are.
 * @throws {ConfigError} for unknown stages, a wrong order, wrong options, files that are missing
 */
export function assemblePipeline(
  file: YamlFile<PipelineDefinition>,
  readFile: ReadFile,
  services: Services,
  former: Pipeline | null = null,
): Pipeline {
  const names = new Map<SourceFile, string>([[file.source, PIPELINE_FILE]])
  const read: ReadFile = (path) => {
    const found = readFile(path)
    names.set(found, posix.normalize(path))
    return found
  }
  const plan = planStages(file, read, services)
  const problems: ConfigProblem[] = []
  const stages: PreparedStage[] = []
  const onRequest: PreparedStage[] = []
  for (const planned of plan) {
    const fresh = prepareStage(planned, services)
    const isSame = ({ fingerprint }: PreparedStage): boolean => fingerprint === fresh.fingerprint
    ;(planned.onRequest ? onRequest : stages).push(former?.stages.find(isSame) ?? fresh)
  }
  const corpus = corpusOf(file, read, services, problems)
  if (problems.length > 0) throw new ConfigError(problems)
  return {
    name: file.value.name,
    names: namesOf(file.value),
    symmetricRelations: new Set(
      file.value.relations.flatMap(({ name, symmetric }) => (symmetric ? [name] : [])),
    ),
    stages,
    onRequest,
    plan,
    services,
    fingerprint: sha256(
      canonicalJson([...stages.map((stage) => stage.fingerprint), `losses ${LOSSES_VERSION}`]),
    ),
    corpus,
    files: [
      file.source,
      ...filesOf([...plan.map(({ setup }) => setup), { rules: [], ...corpus }]),
    ].map((source): PipelineFile => ({ ...source, name: names.get(source) ?? source.path })),
    prepare(proven) {
      prepareAll(
        proven === undefined
          ? [...stages, ...onRequest]
          : stages.filter(({ fingerprint: stage }) => !proven.has(stage)),
      )
    },
  }
}

/** The name of the pipeline's own file among its files. */
export const PIPELINE_FILE = '.'

/** @throws {ConfigError} with the problems of all stages */
function prepareAll(stages: readonly PreparedStage[]): void {
  const problems: ConfigProblem[] = []
  for (const stage of stages)
    try {
      stage.prepare()
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      problems.push(...error.problems)
    }
  if (problems.length > 0) throw new ConfigError(problems)
}

function corpusOf(
  file: YamlFile<PipelineDefinition>,
  read: ReadFile,
  services: Services,
  problems: ConfigProblem[],
): CorpusSetup {
  const { options, dictionaries } = file.value.corpus
  const problem: CorpusSetup['problem'] = (path, code, message) =>
    file.problem(['corpus', ...path], code, message)
  const opened: Record<string, readonly SourceFile[]> = {}
  for (const [name, paths] of Object.entries(dictionaries))
    opened[name] = paths.map((path) =>
      openFile(path, read, problems, (message) =>
        problem(['dictionaries', name], 'config-file-missing', message),
      ),
    )
  return { options, dictionaries: opened, segmenter: services.segmenter, problem }
}

/** A file that cannot be read is reported, where it is named or where it is wrong, and is empty. */
function openFile(
  path: string,
  read: ReadFile,
  problems: ConfigProblem[],
  missing: (message: string) => ConfigProblem,
): SourceFile {
  try {
    return read(path)
  } catch (error) {
    if (error instanceof ConfigError) problems.push(...error.problems)
    else {
      const reason = error instanceof Error ? error.message : String(error)
      problems.push(missing(`cannot read ${path}: ${reason}`))
    }
    return { path, text: '' }
  }
}

/** The stages with their options read and their files' text, in order and checked for order. */
export function planStages(
  file: YamlFile<PipelineDefinition>,
  read: ReadFile,
  services: Services,
): PlannedStage[] {
  const problems: ConfigProblem[] = []
  const planned: PlannedStage[] = []
  const provided = new Set<LayerName>(['bytes'])
  // The order cannot be judged around a stage that is not known.
  const hasUnknown = file.value.stages.some(
    ({ stage }) => !STAGES.some(({ name }) => name === stage),
  )
  for (const { definition, at, onRequest } of stagesOf(file.value)) {
    const stage = STAGES.find(({ name }) => name === definition.stage)
    if (stage === undefined) {
      const known = STAGES.map(({ name }) => name).join(', ')
      const message = `unknown stage "${definition.stage}"; known are: ${known}.`
      problems.push(file.problem(at, 'pipeline-unknown-stage', message))
      continue
    }
    for (const layer of stage.requires)
      if (!provided.has(layer) && !hasUnknown) {
        const maker = STAGES.find(({ provides }) => provides === layer)?.name ?? 'none'
        const message = `stage "${stage.name}" needs ${layer}; put stage "${maker}" before it.`
        problems.push(file.problem(at, 'pipeline-order', message))
      }
    provided.add(stage.provides)
    const setup = setupOf(stage, definition, at, { file, read, services, problems })
    if (setup !== null) planned.push({ stage, setup, onRequest })
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return planned
}

interface PlacedDefinition {
  readonly definition: StageDefinition
  readonly at: YamlPath
  readonly onRequest: boolean
}

function stagesOf({ stages, onRequest }: PipelineDefinition): PlacedDefinition[] {
  const placed = (section: string, list: readonly StageDefinition[]): PlacedDefinition[] =>
    list.map((definition, index) => ({
      definition,
      at: [section, index],
      onRequest: section === 'onRequest',
    }))
  return [...placed('stages', stages), ...placed('onRequest', onRequest)]
}

interface SetupContext {
  readonly file: YamlFile<PipelineDefinition>
  readonly read: ReadFile
  readonly services: Services
  readonly problems: ConfigProblem[]
}

function setupOf(
  stage: Stage,
  definition: StageDefinition,
  place: YamlPath,
  { file, read, services, problems }: SetupContext,
): StageSetup<unknown> | null {
  const before = problems.length
  const open = (path: string, at: readonly (string | number)[]): SourceFile =>
    openFile(path, read, problems, (message) =>
      file.problem([...place, ...at], 'config-file-missing', message),
    )
  const options = stage.options.safeParse(definition.options)
  for (const issue of options.error?.issues ?? []) {
    const path = issue.path.filter((key) => typeof key !== 'symbol')
    const option = path.length === 0 ? 'options' : `option ${path.join('.')}`
    const message = `stage "${stage.name}", ${option}: ${issue.message}`
    problems.push(file.problem([...place, 'options', ...path], 'pipeline-option', message))
  }
  const rules = definition.rules.map((path, rule) => open(path, ['rules', rule]))
  const dictionaries: Record<string, SourceFile[]> = {}
  const known = stage.dictionaries ?? []
  for (const [name, paths] of Object.entries(definition.dictionaries)) {
    if (!known.includes(name)) {
      const message = `stage "${stage.name}" knows no dictionary "${name}"; it knows: ${known.join(', ') || 'none'}.`
      problems.push(file.problem([...place, 'dictionaries', name], 'pipeline-dictionary', message))
    }
    dictionaries[name] = paths.map((path) => open(path, ['dictionaries', name]))
  }
  if (problems.length > before) return null
  const pipeline = namesOf(file.value)
  return { options: options.data, rules, dictionaries, pipeline, services }
}

/** What a pipeline's rules can speak of. */
export function namesOf({ entities, relations, events }: PipelineDefinition): PipelineNames {
  return { entities, relations: relations.map(({ name }) => name), events }
}

function filesOf(
  setups: readonly Pick<StageSetup<unknown>, 'rules' | 'dictionaries'>[],
): SourceFile[] {
  const files = new Map<string, SourceFile>()
  for (const { rules, dictionaries } of setups)
    for (const file of [...rules, ...Object.values(dictionaries).flat()]) files.set(file.path, file)
  return [...files.values()]
}
