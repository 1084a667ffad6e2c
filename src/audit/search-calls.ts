import type { ExplainedPart, MatchedSentence } from '../pipeline/explain-match.js'
import type { AuditStore } from '../store/audit-store.js'
import type { FactSearch } from '../store/fact-query.js'
import { fromJson } from '../store/json.js'
import type { Summaries } from '../store/summaries.js'

/** What the thread that searches answers. */
export interface SearchedStore extends Pick<AuditStore, 'facts' | 'summaries'> {
  /** Which part of a rule, as it was in a run, matched which words. */
  readonly explainMatch: ExplainMatch
}

export type ExplainMatch = (
  run: number,
  sentence: MatchedSentence,
) => Promise<readonly ExplainedPart[]>

/** What is asked of the thread that searches, as JSON, so that both sides agree on what it holds. */
export interface SearchCall {
  readonly id: number
  readonly method: keyof FactSearch | keyof Summaries | 'explainMatch'
  readonly args: string
}

/** Its answer: JSON, or what went wrong. */
export interface SearchReply {
  readonly id: number
  readonly answer: string | null
  readonly error: string | null
}

/** Answers a call from a store. */
export async function answerCall(
  store: SearchedStore,
  { id, method, args }: SearchCall,
): Promise<SearchReply> {
  const answer = await answerOf(store, method, args)
  return { id, answer: JSON.stringify(answer), error: null }
}

function answerOf(
  { facts, summaries, explainMatch }: SearchedStore,
  method: SearchCall['method'],
  args: string,
): Promise<unknown> {
  switch (method) {
    case 'find':
      return facts.find(...fromJson<Parameters<FactSearch['find']>>(args))
    case 'count':
      return facts.count(...fromJson<Parameters<FactSearch['count']>>(args))
    case 'draw':
      return facts.draw(...fromJson<Parameters<FactSearch['draw']>>(args))
    case 'values':
      return facts.values(...fromJson<Parameters<FactSearch['values']>>(args))
    case 'tally':
      return facts.tally(...fromJson<Parameters<FactSearch['tally']>>(args))
    case 'months':
      return facts.months(...fromJson<Parameters<FactSearch['months']>>(args))
    case 'ties':
      return facts.ties(...fromJson<Parameters<FactSearch['ties']>>(args))
    case 'explainMatch':
      return explainMatch(...fromJson<Parameters<ExplainMatch>>(args))
    case 'rules':
      return summaries.rules()
    case 'drops':
      return summaries.drops()
  }
}
