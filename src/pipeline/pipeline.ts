import type { LayerName, Layers } from '../core/layers.js'
import type { PipelineNames } from '../core/stage.js'
import type { SourceFile } from '../core/source-file.js'

/** A stage with its options, rules and dictionaries compiled, ready for documents. */
export interface PreparedStage {
  readonly name: string
  readonly version: number
  readonly requires: readonly LayerName[]
  readonly provides: LayerName
  /** Names what can change its answers: name, version, libraries, options, rules, dictionaries. */
  readonly fingerprint: string
  run(input: Partial<Layers>): unknown
}

/** A checked pipeline: every stage finds the layers it requires before it. */
export interface Pipeline {
  readonly name: string
  readonly names: PipelineNames
  readonly stages: readonly PreparedStage[]
  /** Hash of the stages' fingerprints: equal fingerprints give equal records for equal bytes. */
  readonly fingerprint: string
  /** Every file it was built from: the pipeline, its rules and dictionaries. */
  readonly files: readonly SourceFile[]
}
