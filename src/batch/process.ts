import type { LayerName } from '../core/layers.js'
import type { CorpusLayer } from '../corpus/corpus-layer.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import {
  completeDocument,
  type DocumentFailure,
  readFactsAnew,
  startDocument,
} from '../pipeline/process-document.js'
import type { RunSession } from '../store/run-session.js'
import type { StageRange } from '../store/touched-documents.js'

/** Processes a document and gives its result to the session; gives why it failed, null if it did not. */
export type Processor = (
  document: number,
  bytes: Uint8Array,
  touched: StageRange | null,
) => DocumentFailure | null

/**
 * Prepares processing only what a change touches: where that is the facts, they are read from stored
 * mentions; where it is the page, and the article comes out as it was, nothing is read from it again.
 */
export function documentProcessor(
  pipeline: Pipeline,
  session: RunSession,
  corpus: CorpusLayer,
): Processor {
  const placeOf = (layer: LayerName): number =>
    pipeline.stages.findIndex(({ provides }) => provides === layer)
  const facts = placeOf('facts')
  const body = placeOf('body')
  return (document, bytes, touched) => {
    if (touched !== null && touched.first >= facts) {
      const layers = session.layers.read(document, bytes)
      const found = layers === null ? null : readFactsAnew(pipeline, bytes, layers)
      if (found !== null) {
        session.addFacts(document, found)
        return null
      }
    }
    const started = startDocument(pipeline, bytes)
    if (!started.ok) {
      session.addResult(document, started)
      return started.failure
    }
    if (
      touched !== null &&
      touched.last <= body &&
      session.hasSameArticle(document, started.head)
    ) {
      session.confirm(document)
      return null
    }
    const result = completeDocument(pipeline, started)
    const key = session.addResult(document, result)
    if (!result.ok) return result.failure
    session.addSketch(key, corpus.sketch(result.records.article.text))
    return null
  }
}
