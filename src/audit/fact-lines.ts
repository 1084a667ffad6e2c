import type { FactRecord, MentionRecord } from '../pipeline/records.js'
import { evidenceKey } from '../store/evidence.js'
import type { FactContext, PlacedMention } from '../store/fact-contexts.js'
import type { Review } from '../store/review.js'
import type { FactLine, FactSummary, MarkInfo, PlacedMark, ReviewInfo } from './api.js'

/** What reviewers said, by the evidence they saw. */
export type ReviewsByEvidence = ReadonlyMap<string, readonly ReviewInfo[]>

export function reviewsByEvidence(reviews: readonly Review[]): ReviewsByEvidence {
  const found = new Map<string, ReviewInfo[]>()
  for (const { evidence, verdict, reason, reviewer, reviewed } of reviews) {
    const known = found.get(evidence) ?? []
    known.push({ verdict, reason, reviewer, reviewed })
    found.set(evidence, known)
  }
  return found
}

export function toFactLine(context: FactContext, reviews: ReviewsByEvidence): FactLine {
  const { fact, sentence, matched, mentions, title, publisher, published, url } = context
  const { id, article, kind, subject, time, modality, rule, attribution } = fact
  const evidence = evidenceKey(fact)
  return {
    id,
    article,
    kind,
    subject: { kind: subject.kind, id: subject.id, name: subject.name },
    said: saidBy(fact),
    quantity: fact.quantity ?? null,
    object: fact.object?.name ?? null,
    time,
    modality,
    attribution,
    rule,
    sentence,
    matched,
    marks: mentions.map((mention) => toPlacedMark(mention, fact)),
    title,
    publisher,
    published,
    url,
    flags: context.flags,
    madeBy: context.madeBy,
    evidence,
    reviews: reviews.get(evidence) ?? [],
  }
}

export function toSummary(fact: FactRecord): FactSummary {
  const { id, article, subject, time } = fact
  return {
    id,
    article,
    subject: subject.name,
    said: saidBy(fact).text,
    quantity: fact.quantity ?? null,
    object: fact.object?.name ?? null,
    time,
  }
}

export function toMark(mention: MentionRecord): MarkInfo {
  const { id, kind, rule, entry, entity, quantity, date } = mention
  return {
    id,
    kind,
    rule,
    entry,
    ...(entity === undefined ? {} : { entity }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(date === undefined ? {} : { date }),
  }
}

/** What a fact says of its subject: a metric by its id and words, a relation or event by its name. */
export function saidBy({ metric, relation, event }: FactRecord): FactLine['said'] {
  if (metric !== undefined) return metric
  const name = relation ?? event ?? ''
  return { id: name, text: name }
}

function toPlacedMark({ mention, spans }: PlacedMention, { roles }: FactRecord): PlacedMark {
  const role = Object.entries(roles).find(([, played]) => played.mention === mention.id)
  return { ...toMark(mention), spans, role: role?.[0] ?? null }
}
