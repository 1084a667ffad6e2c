import type { ConfigProblem } from '../core/errors.js'
import type { LayerName, Layers } from '../core/layers.js'
import type { Segmenter } from '../core/segmenter.js'
import type { PipelineNames, Services, Stage, StageSetup } from '../core/stage.js'
import type { SourceFile } from '../core/source-file.js'
import type { StageUnits } from '../core/unit.js'

/** A stage with what the pipeline gives it, before it is prepared. */
export interface PlannedStage {
  readonly stage: Stage
  readonly setup: StageSetup<unknown>
  readonly onRequest: boolean
}

/** A stage with its options, rules and dictionaries compiled, ready for documents. */
export interface PreparedStage {
  readonly name: string
  readonly version: number
  readonly requires: readonly LayerName[]
  readonly provides: LayerName
  /** Names what can change its answers: name, version, libraries, options, rules, dictionaries. */
  readonly fingerprint: string
  /** The same without rules and dictionaries. */
  readonly identity: string
  /** Compiles rules and dictionaries, once. @throws {ConfigError} where they are wrong */
  prepare(): void
  /** Rules and dictionaries part by part. @throws {ConfigError} where they cannot be read */
  units(): StageUnits
  run(input: Partial<Layers>): unknown
}

/**
 * What a pipeline hands the corpus layer, which is computed over all documents together: its options,
 * not yet read, and the text of its files. No part of a document's fingerprint.
 */
export interface CorpusSetup {
  readonly options: Readonly<Record<string, unknown>>
  readonly dictionaries: Readonly<Record<string, readonly SourceFile[]>>
  readonly segmenter: Segmenter
  /** A problem at a place in the pipeline's corpus section. */
  readonly problem: (
    path: readonly (string | number)[],
    code: string,
    message: string,
  ) => ConfigProblem
}

/** A checked pipeline: every stage finds the layers it requires before it. */
export interface Pipeline {
  readonly name: string
  readonly names: PipelineNames
  /** Relations that say the same read from either side: 甲与乙合作. */
  readonly symmetricRelations: ReadonlySet<string>
  readonly stages: readonly PreparedStage[]
  /** Stages that run, after the others, only where their product is asked for. */
  readonly onRequest: readonly PreparedStage[]
  /** What all of them were prepared from, in order. */
  readonly plan: readonly PlannedStage[]
  readonly services: Services
  /** Hash of the stages' fingerprints: equal fingerprints give equal records for equal bytes. */
  readonly fingerprint: string
  readonly corpus: CorpusSetup
  /** Every file it was built from: the pipeline, its rules and dictionaries. */
  readonly files: readonly PipelineFile[]
  /**
   * Compiles all stages; with `proven` only those that a document goes through and whose fingerprints
   * are not among these. @throws {ConfigError} with every problem of their rules and dictionaries
   */
  prepare(proven?: ReadonlySet<string>): void
}

/** A file of a pipeline; `name` is what the pipeline calls it, relative to its folder. */
export interface PipelineFile extends SourceFile {
  readonly name: string
}
