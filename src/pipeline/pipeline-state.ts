import { posix } from 'node:path'
import { sha256 } from '../core/fingerprint.js'
import type { SourceFile } from '../core/source-file.js'
import type { StageUnits } from '../core/unit.js'
import { planStages } from './build.js'
import { PIPELINE_FILE } from './build.js'
import { parsePipeline } from './definition.js'
import { LOSSES_VERSION } from './find-losses.js'
import type { Pipeline, PipelineFile } from './pipeline.js'
import { stageUnits } from './prepare-stage.js'

/** What of a stage is kept with a run, to tell later what has changed. */
export interface StageMark {
  readonly name: string
  /** Of code, options and names. */
  readonly identity: string
  /** Of those and of rules and dictionaries as they are written. */
  readonly fingerprint: string
}

/** A pipeline as a finished run used it: its stages, and its files as they were. */
export interface PipelineState {
  readonly stages: readonly StageMark[]
  readonly files: readonly KeptFile[]
}

/** A file of a former state; its text is read when it is asked for. */
export interface KeptFile extends PipelineFile {
  /** Of its text. */
  readonly sha256: string
}

/** What is to be kept of a pipeline's stages; what else decides records goes as one of them. */
export function marksOf({ stages }: Pick<Pipeline, 'stages'>): readonly StageMark[] {
  const losses = String(LOSSES_VERSION)
  return [
    ...stages.map(({ name, identity, fingerprint }) => ({ name, identity, fingerprint })),
    { name: 'losses', identity: losses, fingerprint: losses },
  ]
}

/**
 * The rules and dictionaries of a former state, stage by stage, read by the present code. Files that
 * are what they were are those of `pipeline`, so that what was read from them is not read again.
 * @throws {ConfigError} if this code cannot read the pipeline's own file
 */
export function formerUnits(
  { files }: PipelineState,
  { plan, services }: Pick<Pipeline, 'plan' | 'services'>,
): (stage: string) => StageUnits | null {
  const byName = new Map(files.map((file) => [file.name, file]))
  const present = new Map(
    plan
      .flatMap(({ setup }) => [...setup.rules, ...Object.values(setup.dictionaries).flat()])
      .map((file) => [file.path, file]),
  )
  const read = (path: string): SourceFile => {
    const file = byName.get(posix.normalize(path))
    if (file === undefined) throw new RangeError(`${path} was not kept.`)
    const same = present.get(file.path)
    return same !== undefined && sha256(same.text) === file.sha256 ? same : file
  }
  const definition = parsePipeline(read(PIPELINE_FILE))
  const planned = planStages(definition, read, services)
  return (name) => {
    const plan = planned.find(({ stage, onRequest }) => stage.name === name && !onRequest)
    return plan === undefined ? null : stageUnits(plan)
  }
}
