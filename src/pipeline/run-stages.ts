import { DocumentError } from '../core/errors.js'
import type { Layers } from '../core/layers.js'
import type { Pipeline } from './pipeline.js'

/** Why a document could not be processed, and the stage that could not. */
export interface DocumentFailure {
  readonly stage: string
  readonly code: string
  readonly message: string
}

export type StagesRun =
  | { readonly ok: true; readonly layers: Layers }
  | { readonly ok: false; readonly failure: DocumentFailure }

/** Runs every stage whose layer is not among those given, in the pipeline's order. */
export function runStages(pipeline: Pipeline, given: Partial<Layers>): StagesRun {
  let layers = given
  for (const stage of pipeline.stages) {
    if (layers[stage.provides] !== undefined) continue
    try {
      layers = { ...layers, [stage.provides]: stage.run(layers) }
    } catch (error) {
      return { ok: false, failure: failureOf(stage.name, error) }
    }
  }
  return { ok: true, layers: layers as Layers }
}

function failureOf(stage: string, error: unknown): DocumentFailure {
  if (error instanceof DocumentError) return { stage, code: error.code, message: error.message }
  const message = error instanceof Error ? error.message : String(error)
  return {
    stage,
    code: 'stage-failed',
    message: `Stage "${stage}" failed on this document: ${message}. This is a bug in yuanju; please report it with the document.`,
  }
}
