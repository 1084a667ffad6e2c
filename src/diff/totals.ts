import { CHANGE_KINDS, type Cause, type ChangeKind, type RecordChange } from './changes.js'
import type { FoundChange } from './diff-runs.js'

/** How many changes there are, by record and kind. */
export type ChangeCounts = Readonly<Record<ChangeKind, number>>

/** The changes put down to one cause, with the first of them. */
export interface CauseGroup {
  readonly cause: Cause
  readonly facts: ChangeCounts
  readonly mentions: ChangeCounts
  readonly articles: number
  readonly samples: readonly RecordChange[]
}

export interface DiffTotals {
  readonly facts: ChangeCounts
  readonly mentions: ChangeCounts
  /** How many articles differ. */
  readonly articles: number
  /** The causes of most changes first. */
  readonly causes: readonly CauseGroup[]
}

/**
 * Counts changes, and keeps at most `samples` of a cause, facts before mentions. Memory grows with
 * the causes, not with the changes.
 */
export function countChanges(changes: Iterable<FoundChange>, samples: number): DiffTotals {
  const counter = changeCounter(samples)
  for (const change of changes) counter.add(change)
  return counter.totals()
}

/** The same for changes that come bit by bit. */
export interface ChangeCounter {
  add(change: FoundChange): void
  /** Of what came so far. */
  totals(): DiffTotals
}

export function changeCounter(samples: number): ChangeCounter {
  const all = newGroup({ kind: 'rule', name: '' })
  const groups = new Map<string, Group>()
  return {
    add(change) {
      const key = `${change.cause.kind} ${change.cause.name}`
      let group = groups.get(key)
      if (group === undefined) groups.set(key, (group = newGroup(change.cause)))
      for (const counted of [all, group]) count(counted, change)
      keepSample(group, change, samples)
    },
    totals() {
      const causes = [...groups.values()]
        .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.cause.name < b.cause.name ? -1 : 1))
        .map(({ cause, facts, mentions, articles, kept }) => ({
          cause,
          facts: { ...facts },
          mentions: { ...mentions },
          articles,
          samples: kept.map((change) => change.complete()),
        }))
      const { facts, mentions, articles } = all
      return { facts: { ...facts }, mentions: { ...mentions }, articles, causes }
    },
  }
}

/** The sum of all kinds of change. */
export function sumOf(counts: ChangeCounts): number {
  return CHANGE_KINDS.reduce((sum, kind) => sum + counts[kind], 0)
}

interface Group {
  readonly cause: Cause
  readonly facts: Record<ChangeKind, number>
  readonly mentions: Record<ChangeKind, number>
  articles: number
  /** Changes come article by article. */
  lastArticle: string
  readonly kept: FoundChange[]
}

function newGroup(cause: Cause): Group {
  const none = { new: 0, gone: 0, value: 0, span: 0, rule: 0 }
  return { cause, facts: { ...none }, mentions: none, articles: 0, lastArticle: '', kept: [] }
}

function count(group: Group, change: FoundChange): void {
  const isFact = (change.after ?? change.before)?.record === 'fact'
  group[isFact ? 'facts' : 'mentions'][change.change]++
  if (group.lastArticle === change.article.id) return
  group.lastArticle = change.article.id
  group.articles++
}

/** A fact takes the place of a mention kept before. */
function keepSample({ kept }: Group, change: FoundChange, most: number): void {
  if (kept.length < most) {
    kept.push(change)
    return
  }
  if ((change.after ?? change.before)?.record !== 'fact') return
  const weaker = kept.findIndex((other) => (other.after ?? other.before)?.record === 'mention')
  if (weaker >= 0) kept[weaker] = change
}

function sizeOf({ facts, mentions }: Group): number {
  return sumOf(facts) + sumOf(mentions)
}
