import { lazily } from '../core/lazily.js'
import { alignedBody } from '../store/aligned-body.js'
import { spansWithin } from '../store/body-places.js'
import type { RecordReader, StoredSource } from '../store/record-reader.js'
import type { ResultPair } from '../store/result-pairs.js'
import type { ComparedRecord, RecordChange, RecordPair } from './changes.js'
import { findCauses } from './find-causes.js'
import { matchRecords } from './match-records.js'

/** Two states of a store's records, and what else a diff needs of the store. */
export interface DiffSides {
  readonly before: RecordReader
  readonly after: RecordReader
  readonly pairs: Iterable<ResultPair>
  /** The stored bytes of a document. */
  bytes(document: number): Uint8Array
}

/** A change whose sentence is read when it is asked for: most are only counted. */
export interface FoundChange extends Omit<RecordChange, 'sentence' | 'marked'> {
  /** The change with its sentence. */
  complete(): RecordChange
}

/** All changes of mentions and facts between two runs: documents by path, each in text order. */
export function* diffRuns(sides: DiffSides): Generator<FoundChange> {
  for (const pair of sides.pairs) yield* changesOf(pair, sides)
}

function* changesOf(pair: ResultPair, sides: DiffSides): Generator<FoundChange> {
  const before = openState(sides.before, pair.before, pair)
  const after = openState(sides.after, pair.after, pair)
  const shown = after ?? before
  if (shown === null) return
  const mentions = matchRecords(before?.mentions ?? [], after?.mentions ?? [])
  const facts = matchRecords(before?.facts ?? [], after?.facts ?? [])
  if (mentions.length === 0 && facts.length === 0) return
  const causes = findCauses(mentions, facts, { before, after })
  const { id, title } = shown.article()
  const article = { id, title, path: shown.source.source.path }
  const all = [
    ...mentions.map((change, index) => ({ ...change, cause: causes.mentions[index]! })),
    ...facts.map((change, index) => ({ ...change, cause: causes.facts[index]! })),
  ]
  for (const change of all.sort(byPlace)) {
    const state = change.after === null ? before : after
    const record = change.after ?? change.before
    yield {
      ...change,
      article,
      complete: () => ({
        ...change,
        article,
        ...(state === null || record === null
          ? { sentence: '', marked: [] }
          : sentenceOf(record, state, sides)),
      }),
    }
  }
}

/** What one run left of a document; the article is read where it is asked for. */
interface DocumentState {
  readonly reader: RecordReader
  readonly source: StoredSource
  readonly article: () => ReturnType<RecordReader['article']>
  /** Left out where both runs have the same. */
  readonly mentions: readonly ComparedRecord[]
  readonly facts: readonly ComparedRecord[]
}

/** Null for a document that was not there, or has no article. */
function openState(
  reader: RecordReader,
  result: number | null,
  { differInFacts }: ResultPair,
): DocumentState | null {
  const source = result === null ? null : reader.source(result)
  if (result === null || source?.source.encoding == null) return null
  return {
    reader,
    source,
    article: lazily(() => reader.article(source)),
    mentions: differInFacts ? [] : reader.mentions(result),
    facts: reader.facts(result),
  }
}

function sentenceOf(
  record: ComparedRecord,
  { reader, source }: DocumentState,
  sides: DiffSides,
): Pick<RecordChange, 'sentence' | 'marked'> {
  const sentence = reader.sentences(source.result).find(({ id }) => id === record.sentence)
  if (sentence === undefined) return { sentence: '', marked: [] }
  const body = alignedBody(reader, source, sides.bytes(source.document))
  return { sentence: sentence.text, marked: spansWithin(body, record.spans, sentence.spans) }
}

function byPlace(a: RecordPair, b: RecordPair): number {
  return placeOf(a) - placeOf(b)
}

function placeOf({ before, after }: RecordPair): number {
  return (after ?? before)?.spans[0]?.start ?? 0
}
