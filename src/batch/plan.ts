import type { RunSession } from '../store/run-session.js'
import type { StageRange } from '../store/touched-documents.js'

/**
 * What a run has to do with a document, and why:
 * - `new`: not among what readers see, so it is processed
 * - `changed`: the change of the pipeline can touch it, so it is processed again
 * - `continued`: this state of the pipeline has done it, in a run that was killed or long ago
 * - `unchanged`: what readers see is what this state of the pipeline makes of it
 */
export type Standing = 'new' | 'changed' | 'continued' | 'unchanged'

export interface Plan {
  readonly standing: Standing
  /** The stages that can answer otherwise than before; null where there is no before. */
  readonly touched: StageRange | null
  /** The result that is taken as it is; null if there is none. */
  readonly result: number | null
  /** Why it is in quarantine, where the result that is taken is a failure. */
  readonly failure: { readonly code: string; readonly message: string } | null
}

/** `isAnew`: nothing that was made before counts. */
export function planDocument(session: RunSession, document: number, isAnew: boolean): Plan {
  const touched = session.touched.of(document)
  const current = session.currentResult(document)
  if (current !== null && touched === null)
    return { standing: 'unchanged', touched, result: current.result, failure: current.failure }
  const made = session.findResult(document)
  if (made !== null && !(isAnew && made.current)) {
    const { result, failure } = made
    return { standing: 'continued', touched, result, failure }
  }
  return { standing: current === null ? 'new' : 'changed', touched, result: null, failure: null }
}
