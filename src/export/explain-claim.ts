import type { ClaimRecord, FactRecord } from '../pipeline/records.js'
import type { RecordReader } from '../store/record-reader.js'

/** What a fact says together with others, and what speaks against it. */
export interface ExplainedClaim {
  readonly claim: ClaimRecord
  /** The other facts that say the same, the first few. */
  readonly others: readonly ClaimSentence[]
  /** Claims that give another value, each with a sentence that says so. */
  readonly conflicts: readonly {
    readonly claim: ClaimRecord
    readonly said: ClaimSentence | null
  }[]
}

export interface ClaimSentence {
  readonly fact: FactRecord
  readonly sentence: string
  readonly title: string | null
  readonly publisher: string | null
  readonly published: string | null
}

/** Null where no run has gathered claims yet. */
export function explainClaim(
  reader: RecordReader,
  result: number,
  fact: string,
): ExplainedClaim | null {
  const index = reader.facts(result).findIndex(({ id }) => id === fact)
  const key = reader.claimKeys(result)?.[index]
  const claim = key === undefined ? null : reader.claim(key.claim)
  if (claim === null) return null
  const others = claim.facts.filter((id) => id !== fact).slice(0, MOST_SHOWN)
  return {
    claim,
    others: others.flatMap((id) => sentenceOf(reader, id) ?? []),
    conflicts: claim.conflicts.slice(0, MOST_SHOWN).flatMap((id) => {
      const other = reader.claim(id)
      if (other === null) return []
      const [first] = other.facts
      return [{ claim: other, said: first === undefined ? null : sentenceOf(reader, first) }]
    }),
  }
}

const MOST_SHOWN = 5

function sentenceOf(reader: RecordReader, id: string): ClaimSentence | null {
  const result = reader.findRecord('fact', id)
  const source = result === null ? null : reader.source(result)
  if (result === null || source === null) return null
  const fact = reader.facts(result).find((candidate) => candidate.id === id)
  if (fact === undefined) return null
  const sentence = reader.sentences(result).find((candidate) => candidate.id === fact.sentence)
  const { title, publisher, published } = reader.article(source)
  return { fact, sentence: sentence?.text ?? '', title, publisher, published }
}
