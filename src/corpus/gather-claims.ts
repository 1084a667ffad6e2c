import { QUANTITY_MODS } from '../core/quantity.js'
import type { ClaimRecord, FactRecord } from '../pipeline/records.js'
import { type ClaimedValue, disagree } from './disagreement.js'
import type { ConflictOptions } from './options.js'

/** A fact that supports a claim. */
export interface Support {
  readonly fact: FactRecord
  /** What its article goes back to: the article that it and its reprints repeat. */
  readonly origin: number
}

/** A claim and the others of its topic. */
export interface TopicClaim {
  readonly id: string
  readonly value: ClaimedValue
}

/** A claim by the facts that support it, at least one, in whatever order; without its conflicts. */
export function gatherClaim(id: string, supports: readonly Support[]): ClaimRecord {
  const ordered = [...supports].sort(byPlainness)
  const { fact } = ordered[0]!
  const { kind, subject, metric, relation, event, quantity, object, time, modality } = fact
  const nameOf = ({ kind: of, id: entry, name }: FactRecord['subject']) => ({
    kind: of,
    id: entry,
    name,
  })
  return {
    record: 'claim',
    id,
    kind,
    subject: nameOf(subject),
    ...(metric === undefined ? {} : { metric }),
    ...(relation === undefined ? {} : { relation }),
    ...(event === undefined ? {} : { event }),
    ...(quantity === undefined ? {} : { quantity }),
    ...(object === undefined ? {} : { object: nameOf(object) }),
    time,
    modality,
    facts: [...new Set(supports.map((support) => support.fact.id))].sort(),
    articles: new Set(supports.map((support) => support.fact.article)).size,
    independent: new Set(supports.map(({ origin }) => origin)).size,
    conflicts: [],
  }
}

/** The claims of `others` that `claim` cannot hold beside, by id; `others` may hold the claim itself. */
export function conflictsOf(
  claim: TopicClaim,
  others: readonly TopicClaim[],
  options: ConflictOptions,
): readonly string[] {
  return others
    .filter(({ id, value }) => id !== claim.id && disagree(claim.value, value, options))
    .map(({ id }) => id)
    .sort()
}

/** Exact statements speak for the claim before approximate ones, then in order of articles and places. */
function byPlainness({ fact: a }: Support, { fact: b }: Support): number {
  return (
    plainnessOf(a) - plainnessOf(b) ||
    compare(a.article, b.article) ||
    (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) ||
    compare(a.id, b.id)
  )
}

function plainnessOf({ quantity }: FactRecord): number {
  return QUANTITY_MODS.findIndex((mod) => mod === quantity?.mod)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
