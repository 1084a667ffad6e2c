import type { RecordReader } from '../store/record-reader.js'
import type { Sample } from './suggestion.js'

/** The kinds of mention, and `fact`, that stand in the words of a sample, the rarer kinds first. */
export function heldKinds(records: RecordReader, result: number, { text }: Sample): string[] {
  const sentences = records.sentences(result).filter((sentence) => text.includes(sentence.text))
  const ids = new Set(sentences.map(({ id }) => id))
  const mentions = records.mentions(result).filter(({ sentence }) => ids.has(sentence))
  const facts = records.facts(result).some(({ sentence }) => ids.has(sentence))
  const kinds = new Set(mentions.map(({ kind }) => kind))
  const rare = [...kinds].filter((kind) => !FREQUENT.includes(kind)).sort()
  return [...(facts ? ['fact'] : []), ...rare, ...FREQUENT.filter((kind) => kinds.has(kind))]
}

const FREQUENT = ['quantity', 'date']
