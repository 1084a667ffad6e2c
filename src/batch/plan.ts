import type { RunSession } from '../store/run-session.js'
import type { ReadDocument } from './read-inputs.js'

/**
 * What a run has to do with a document, and why:
 * - `new`: never processed
 * - `changed`: processed by another state of the pipeline, so it is processed again
 * - `continued`: this state of the pipeline has done it, in a run that was killed
 * - `unchanged`: what readers see is what this state of the pipeline makes of it
 */
export type Standing = 'new' | 'changed' | 'continued' | 'unchanged'

export interface Plan {
  readonly standing: Standing
  /** The document's key in the store; null if its bytes are not there yet. */
  readonly document: number | null
  /** Why it is in quarantine, where it was processed before and failed. */
  readonly failure: { readonly code: string; readonly message: string } | null
}

/** Decides from bytes and pipeline alone: a result belongs to a document and a fingerprint. */
export function planDocument(session: RunSession, { sha256 }: ReadDocument): Plan {
  const document = session.findDocument(sha256)
  if (document === null) return { standing: 'new', document, failure: null }
  const result = session.findResult(document)
  if (result !== null)
    return {
      standing: result.current ? 'unchanged' : 'continued',
      document,
      failure: result.failure,
    }
  const standing = session.hasCurrent(document) ? 'changed' : 'new'
  return { standing, document, failure: null }
}
