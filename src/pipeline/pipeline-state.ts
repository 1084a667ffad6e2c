import { posix } from 'node:path'
import type { SourceFile } from '../core/source-file.js'
import type { Services } from '../core/stage.js'
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
  readonly files: readonly PipelineFile[]
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
 * The rules and dictionaries of a former state, stage by stage, read by the present code.
 * @throws {ConfigError} if this code cannot read the pipeline's own file
 */
export function formerUnits(
  { files }: PipelineState,
  services: Services,
): (stage: string) => StageUnits | null {
  const byName = new Map(files.map((file) => [file.name, file]))
  const read = (path: string): SourceFile => {
    const file = byName.get(posix.normalize(path))
    if (file === undefined) throw new RangeError(`${path} was not kept.`)
    return file
  }
  const definition = parsePipeline(read(PIPELINE_FILE))
  const planned = planStages(definition, read, services)
  return (name) => {
    const plan = planned.find(({ stage, onRequest }) => stage.name === name && !onRequest)
    return plan === undefined ? null : stageUnits(plan)
  }
}
