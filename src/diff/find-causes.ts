import { hullOf, spansOverlap } from '../core/span.js'
import type { ArticleRecord, FactRecord } from '../pipeline/records.js'
import type { Cause, ComparedRecord, RecordPair } from './changes.js'

/** What is needed of both states of an article; null where the document had none. */
export interface ArticlePair {
  readonly before: ArticleState | null
  readonly after: ArticleState | null
}

/** Read where it is asked for: few changes come of cleaning. */
interface ArticleState {
  readonly article: () => Pick<ArticleRecord, 'dropped'>
}

/**
 * Puts changes of one document's mentions and facts down to what made them: a document that came or
 * went; a cleaning rule that drops the words, or did; the change of a mention that the fact stands
 * on; else the record's own entry or rule. Gives a cause for each pair, in their order.
 */
export function findCauses(
  mentions: readonly RecordPair[],
  facts: readonly RecordPair[],
  articles: ArticlePair,
): { readonly mentions: readonly Cause[]; readonly facts: readonly Cause[] } {
  const ofMentions = mentions.map((pair) => outerCause(pair, articles) ?? ownCause(pair))
  const byMention = new Map<string, Cause>()
  for (const [index, { before, after }] of mentions.entries())
    for (const record of [before, after])
      if (record !== null) byMention.set(record.id, ofMentions[index]!)
  const ofFacts = facts.map((pair) => {
    const outer = outerCause(pair, articles)
    return outer ?? causeOfRole(pair, byMention) ?? ownCause(pair)
  })
  return { mentions: ofMentions, facts: ofFacts }
}

function outerCause({ before, after }: RecordPair, articles: ArticlePair): Cause | null {
  if (articles.before === null) return { kind: 'document', name: 'new' }
  if (articles.after === null) return { kind: 'document', name: 'gone' }
  if (after === null && before !== null) return droppedBy(before, articles.after.article())
  if (before === null && after !== null) return droppedBy(after, articles.before.article())
  return null
}

/** The rule that drops the words of a record in the other state of its article. */
function droppedBy(
  { spans }: ComparedRecord,
  { dropped }: Pick<ArticleRecord, 'dropped'>,
): Cause | null {
  const place = hullOf(spans)
  const drop = dropped.find(({ kind, ...span }) => !LAYOUT.has(kind) && spansOverlap(span, place))
  return drop === undefined ? null : { kind: 'cleaning', name: drop.rule }
}

function causeOfRole(
  { before, after }: RecordPair,
  byMention: ReadonlyMap<string, Cause>,
): Cause | null {
  for (const record of [after, before])
    if (record?.record === 'fact')
      for (const id of roleMentions(record)) {
        const cause = byMention.get(id)
        if (cause !== undefined) return cause
      }
  return null
}

function roleMentions({ roles }: FactRecord): string[] {
  return Object.values(roles).flatMap(({ mention }) => mention ?? [])
}

/** The entry or rule that makes the record now; that made it, where it is gone. */
function ownCause({ before, after }: RecordPair): Cause {
  const record = after ?? before
  if (record?.record === 'mention') {
    const former = before?.record === 'mention' ? before.entry : null
    const entry = record.entry ?? former
    if (entry !== null) return { kind: 'entry', name: entry }
  }
  return { kind: 'rule', name: record?.rule ?? 'none' }
}

/** What every page drops: it says nothing of a rule. */
const LAYOUT: ReadonlySet<string> = new Set(['markup', 'space'])
