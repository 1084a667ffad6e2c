import { readFileSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { ConfigError } from '../../src/core/errors.js'
import type { SourceFile } from '../../src/core/source-file.js'
import { assemblePipeline } from '../../src/pipeline/build.js'
import { parsePipeline } from '../../src/pipeline/definition.js'
import type { Pipeline } from '../../src/pipeline/pipeline.js'
import { createJieba } from '../../src/stages/segment/jieba.js'

/** The files of a pipeline as texts, by the name the pipeline calls them. */
export type PipelineTexts = ReadonlyMap<string, string>

const FOLDER = resolve(import.meta.dirname, '../../pipelines/hospital-news')
const segmenter = createJieba()

/** The pipeline that comes with the package, as texts to be edited. */
export function packageTexts(): PipelineTexts {
  const texts = new Map([['.', readFileSync(resolve(FOLDER, 'pipeline.yaml'), 'utf8')]])
  buildTexts(
    (name) => {
      const text = readFileSync(resolve(FOLDER, name), 'utf8')
      texts.set(posix.normalize(name), text)
      return text
    },
    texts.get('.') ?? '',
    null,
  )
  return texts
}

/** Builds the pipeline; null where the edited files are refused. */
export function buildEdited(texts: PipelineTexts, former: Pipeline | null): Pipeline | null {
  try {
    const read = (name: string): string => texts.get(posix.normalize(name)) ?? ''
    const pipeline = buildTexts(read, texts.get('.') ?? '', former)
    pipeline.prepare()
    return pipeline
  } catch (error) {
    if (error instanceof ConfigError) return null
    throw error
  }
}

function buildTexts(
  read: (name: string) => string,
  definition: string,
  former: Pipeline | null,
): Pipeline {
  const file = parsePipeline({ path: 'pipeline.yaml', text: definition })
  const files = new Map<string, SourceFile>()
  const readFile = (name: string): SourceFile => {
    const path = posix.normalize(name)
    const known = files.get(path) ?? { path, text: read(name) }
    files.set(path, known)
    return known
  }
  return assemblePipeline(file, readFile, { segmenter }, former)
}
