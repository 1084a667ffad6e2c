import { claimKeysOf } from '../corpus/claim-keys.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import type { RecordReader, StoredSource } from '../store/record-reader.js'
import type { Failure, ProvableArticle } from './prove-alignment.js'

/** Proves that an article's facts are gathered under the keys that follow from them, each under one. */
export function* proveClaims(
  reader: RecordReader,
  { result }: StoredSource,
  { article, facts }: ProvableArticle,
  { symmetricRelations }: Pick<Pipeline, 'symmetricRelations'>,
): Generator<Failure> {
  const stored = reader.claimKeys(result)
  if (stored === null) return
  for (const [index, fact] of facts.entries()) {
    const { claim, topic } = claimKeysOf(fact, article, symmetricRelations)
    const kept = stored[index]
    if (kept?.claim !== claim || kept.topic !== topic) {
      const problem = `it supports ${claim}, but the store has it for ${kept?.claim ?? 'no claim'}`
      yield { record: 'fact', id: fact.id, problem }
    }
  }
  if (stored.length > facts.length) {
    const problem = `the store gathers ${stored.length} facts of it, it has ${facts.length}`
    yield { record: 'article', id: article.id, problem }
  }
}
