import type { Layers } from '../../src/core/layers.js'
import type { Pipeline } from '../../src/pipeline/pipeline.js'
import { runStages } from '../../src/pipeline/run-stages.js'
import type { Reading } from './reading.js'

/** What the pipeline reads off a page, with all its layers; null where it fails. */
export function readWithPipeline(pipeline: Pipeline, bytes: Uint8Array): Layers | null {
  const run = runStages(pipeline, { bytes })
  return run.ok ? run.layers : null
}

export function readingOf({ article, body }: Layers): Reading {
  return {
    body: body.text.text,
    title: article.title?.value ?? null,
    published: article.published?.value ?? null,
    author: article.author?.value ?? null,
    publisher: article.publisher?.value ?? null,
  }
}

/** The stages from the bytes to the cleaned text: those that peers' work compares with. */
export function cleaningStages(pipeline: Pipeline): Pipeline {
  const last = pipeline.stages.findIndex(({ provides }) => provides === 'body')
  return { ...pipeline, stages: pipeline.stages.slice(0, last + 1) }
}
