import { hullOf, type Span, spansOverlap } from '../core/span.js'
import { readGazetteers } from '../pipeline/gazetteers.js'
import type { Pipeline } from '../pipeline/pipeline.js'
import { type DocumentRecords, processDocument } from '../pipeline/process-document.js'
import type { GoldDocument } from './gold-files.js'
import { sameNames, type SameName } from './names.js'
import type { DocumentEvaluation, Evaluation, Miss, Scores } from './report.js'
import { addScores, NO_SCORE, type Score } from './score.js'
import { scoreBody, scoreMetadata } from './score-article.js'
import { scoreFacts } from './score-facts.js'
import { scoreMentions } from './score-mentions.js'

/** Runs the pipeline over annotated documents, in memory, and scores what it finds. */
export function evaluate(pipeline: Pipeline, documents: readonly GoldDocument[]): Evaluation {
  const sameName = sameNames(readGazetteers(pipeline.files))
  const evaluations = documents.map((document) => evaluateDocument(pipeline, document, sameName))
  return {
    ...sumOf(evaluations.map(({ scores }) => scores)),
    documents: evaluations,
  }
}

function evaluateDocument(
  pipeline: Pipeline,
  { name, bytes, gold }: GoldDocument,
  sameName: SameName,
): DocumentEvaluation {
  const result = processDocument(pipeline, bytes)
  const records = result.ok ? result.records : null
  const source = new TextDecoder(records?.encoding ?? 'utf-8').decode(bytes)
  const sentences = records?.sentences ?? []
  const context = {
    document: name,
    gold,
    sameName,
    entityKinds: pipeline.names.entities,
    symmetricRelations: pipeline.symmetricRelations,
    sentences,
    sentenceAt: sentenceFinder(records, source),
  }
  const mentions = scoreMentions(records?.mentions ?? [], context)
  const facts = scoreFacts(records?.facts ?? [], context)
  const nothing = { title: null, published: null, publisher: null, author: null }
  const metadata = scoreMetadata(records?.article ?? nothing, gold, name)
  const failed: Miss[] = result.ok ? [] : [failureOf(name, result.failure.message)]
  return {
    document: name,
    scores: {
      mentions: mentions.scores,
      facts: facts.scores,
      body: scoreBody(source, records?.article.spans ?? [], gold),
      metadata: metadata.scores,
    },
    misses: [...failed, ...metadata.misses, ...mentions.misses, ...facts.misses],
  }
}

function failureOf(document: string, message: string): Miss {
  const expected = 'a document that can be processed'
  return { document, kind: 'document', sentence: '', expected, found: message, junk: null }
}

/** The sentence around a place, or, where the body has none there, a slice of the source. */
function sentenceFinder(records: DocumentRecords | null, source: string): (place: Span) => string {
  const hulls = (records?.sentences ?? []).map(({ text, spans }) => ({ text, hull: hullOf(spans) }))
  return (place) =>
    hulls.find(({ hull }) => spansOverlap(hull, place))?.text ??
    `(not in the body) ${source.slice(Math.max(0, place.start - AROUND), place.end + AROUND)}`
}

const AROUND = 20

function sumOf(all: readonly Scores[]): Scores {
  return {
    mentions: sumRecords(all.map(({ mentions }) => mentions)),
    facts: sumRecords(all.map(({ facts }) => facts)),
    body: all.map(({ body }) => body).reduce(addScores, NO_SCORE),
    metadata: sumRecords(all.map(({ metadata }) => metadata)),
  }
}

function sumRecords(all: readonly Readonly<Record<string, Score>>[]): Record<string, Score> {
  const sum: Record<string, Score> = {}
  for (const scores of all)
    for (const [name, score] of Object.entries(scores))
      sum[name] = addScores(sum[name] ?? NO_SCORE, score)
  return sum
}
