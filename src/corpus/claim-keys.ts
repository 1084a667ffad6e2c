import { contentId } from '../core/fingerprint.js'
import type { ArticleRecord, FactRecord } from '../pipeline/records.js'

/** Under which keys a fact is gathered with others. */
export interface ClaimKeys {
  /** The id of the claim: facts that say the same have the same, `c_…`. */
  readonly claim: string
  /** What the claim gives a value of: claims of one topic cannot all hold. Null where nothing can disagree. */
  readonly topic: string | null
}

/** Raised when the keys of the same fact may come out differently. */
export const CLAIM_VERSION = 1

/**
 * The keys of a fact. Pure, and the same whatever other facts there are. `symmetric` are relations
 * that say the same read from either side.
 */
export function claimKeysOf(
  fact: FactRecord,
  article: Pick<ArticleRecord, 'id' | 'published'>,
  symmetric: ReadonlySet<string>,
): ClaimKeys {
  const about = [fact.kind, fact.modality, ...partiesOf(fact, symmetric), whatOf(fact)]
  const time = timeOf(fact, article)
  return {
    claim: contentId('c_', JSON.stringify([...about, amountOf(fact), time])),
    topic: isComparable(fact)
      ? contentId('t_', JSON.stringify([...about, fact.quantity?.unit, time]))
      : null,
  }
}

type Party = FactRecord['subject']

function partiesOf({ subject, object, relation }: FactRecord, symmetric: ReadonlySet<string>) {
  const own = identityOf(subject)
  if (object === undefined) return [own]
  const both = [own, identityOf(object)]
  return relation !== undefined && symmetric.has(relation) ? both.sort() : both
}

function identityOf({ kind, id, name }: Party): string {
  return JSON.stringify(id === null ? [kind, null, name] : [kind, id])
}

function whatOf({ metric, relation, event }: FactRecord): string | null {
  return metric === undefined ? (relation ?? event ?? null) : (metric.id ?? metric.text)
}

/** 近2000例 and 2000余例 speak of one amount; 第5 and 5 do not. */
function amountOf({ quantity }: FactRecord): unknown {
  if (quantity === undefined) return null
  const { value, low, high, unit, mod } = quantity
  return [value, low, high, unit, mod === 'rank']
}

/**
 * A time that the text leaves open means the same only within one article; 目前 is the month in
 * which the article came out.
 */
function timeOf({ time }: FactRecord, { id, published }: Pick<ArticleRecord, 'id' | 'published'>) {
  if (time === null) return null
  const { value, mod } = time
  if (value.includes('X')) return [value, mod, id]
  if (value.endsWith('_REF')) return [value, mod, published?.slice(0, MONTH.length) ?? id]
  return [value, mod]
}

const MONTH = '2024-02'

/** Only a plain value of a known metric, said to be so, of one exact period can be disagreed with. */
function isComparable({ kind, modality, metric, quantity, time }: FactRecord): boolean {
  if (kind !== 'measure' || modality !== 'actual' || metric?.id == null) return false
  if (quantity?.value == null || time === null) return false
  return time.start !== null && time.end !== null
}
