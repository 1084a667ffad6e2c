import type { z } from 'zod'
import type { ConfigProblem } from './errors.js'
import type { LayerName, Layers } from './layers.js'
import type { Segmenter } from './segmenter.js'
import type { SourceFile } from './source-file.js'
import type { StageUnits } from './unit.js'

/** What a pipeline hands a stage once, before any document: its options and the text of its files. */
export interface StageSetup<Options> {
  readonly options: Options
  readonly rules: readonly SourceFile[]
  /** Dictionary files by the name the stage knows them under. */
  readonly dictionaries: Readonly<Record<string, readonly SourceFile[]>>
  readonly pipeline: PipelineNames
  readonly services: Services
}

/** What of a setup is rules and words: without the options. */
export type StageFiles = Omit<StageSetup<unknown>, 'options'>

/** The names a pipeline declares for its domain. */
export interface PipelineNames {
  readonly entities: readonly string[]
  readonly relations: readonly string[]
  readonly events: readonly string[]
}

/** What several stages need and none owns; pure from their side. */
export interface Services {
  readonly segmenter: Segmenter
}

/**
 * One step of a document's way: takes the layers it requires, gives the one it provides, and sees
 * nothing else. `prepare` compiles options, rules and dictionaries once and returns a pure function.
 */
export interface Stage<
  R extends LayerName = LayerName,
  P extends LayerName = LayerName,
  O = unknown,
> {
  readonly name: string
  /** Raised when the code may answer differently for the same input. */
  readonly version: number
  readonly requires: readonly R[]
  readonly provides: P
  readonly options: z.ZodType<O>
  /** Names and versions of libraries whose data decides answers. */
  readonly libraries?: readonly string[]
  /** The services whose answers decide its own. */
  readonly services?: readonly (keyof Services)[]
  /** The dictionaries it can be given; others in a pipeline are an error. */
  readonly dictionaries?: readonly string[]
  /** @throws {ConfigError} for rules or dictionaries that are wrong, all problems at once */
  prepare(setup: StageSetup<O>): StageRun<R, P>
  /** Runs the rules' own examples, where they can be judged without the rest of the pipeline. */
  check?(setup: StageSetup<O>): StageCheck
  /**
   * The rules and dictionaries part by part, so that a change need not touch every document; without
   * it, any change does. The files have been through `prepare`, or did so in an earlier run.
   * @throws {ConfigError} for files that this version cannot read
   */
  units?(files: StageFiles): StageUnits
}

/** What a stage's own check found. */
export interface StageCheck {
  readonly problems: readonly ConfigProblem[]
  readonly rules: number
  readonly examples: number
}

export type StageRun<R extends LayerName, P extends LayerName> = (
  input: Pick<Layers, R>,
) => Layers[P]

/** Declares a stage; the type of its layers and options follows from what it says of itself. */
export function defineStage<const R extends LayerName, const P extends LayerName, O>(
  stage: Stage<R, P, O>,
): Stage<R, P, O> {
  return stage
}
