import { ConfigError } from '../core/errors.js'
import { type MatchExplainer, matchExplainer } from '../pipeline/explain-match.js'
import { createJieba } from '../stages/segment/jieba.js'
import type { AuditStore } from '../store/audit-store.js'
import type { ExplainMatch } from './search-calls.js'

/** Explains matches by the rules of runs, those of the run asked for last kept at hand. */
export function openMatchExplainer({ files }: Pick<AuditStore, 'files'>): ExplainMatch {
  const segmenter = createJieba()
  let known: { readonly run: number; readonly explain: MatchExplainer } | null = null
  return async (run, sentence) => {
    try {
      if (known?.run !== run) known = { run, explain: matchExplainer(await files(run), segmenter) }
      return known.explain(sentence)
    } catch (error) {
      // Rules of an older form say nothing to this code.
      if (error instanceof ConfigError) return []
      throw error
    }
  }
}
