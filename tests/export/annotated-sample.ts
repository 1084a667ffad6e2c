import { sha256 } from '../../src/core/fingerprint.js'
import type { AnnotatedArticle } from '../../src/export/annotated-article.js'
import type { Pipeline } from '../../src/pipeline/pipeline.js'
import { runStages } from '../../src/pipeline/run-stages.js'
import { toArticleRecord, toRecords } from '../../src/pipeline/to-records.js'
import type { RunRow } from '../../src/store/runs.js'

export const RUN: RunRow = {
  id: 3,
  pipeline: 'hospital-news',
  fingerprint: sha256('a state'),
  code: '0.1.0',
  node: 'v20.0.0',
  started: '2025-01-01T00:00:00.000Z',
  finished: '2025-01-01T00:01:00.000Z',
  status: 'finished',
  counts: {},
  corpus: null,
  repository: null,
  cleared: null,
}

/** What a pipeline finds on a page, as annotations are written from it. */
export function annotatedPage(pipeline: Pipeline, text: string, name = 'page'): AnnotatedArticle {
  const bytes = Buffer.from(text)
  const result = runStages(pipeline, { bytes })
  if (!result.ok) throw new Error(result.failure.message)
  const { layers } = result
  const page = `${name}.txt`
  const source = {
    path: page,
    item: null,
    sha256: sha256(bytes),
    encoding: 'utf-8',
    bytes: bytes.length,
    locations: [{ path: page, item: null }],
  }
  return {
    name,
    page,
    bytes,
    encoding: 'utf-8',
    body: layers.body.text,
    article: { ...toArticleRecord('a_1', layers), source },
    ...toRecords('a_1', layers),
    run: RUN,
  }
}
