import type { FactRecord } from '../pipeline/records.js'
import { type ClaimTotals, countClaims, type CountedRun } from './claim-totals.js'
import type { Connection } from './database.js'
import { fromJson } from './json.js'
import { toFact, type FactRow } from './record-rows.js'
import { addCount, type ArticleTally, type Counts } from './tally.js'

/** Totals over the documents a run was given, new and unchanged alike. */
export interface Statistics {
  readonly articles: number
  readonly sentences: number
  /** Mentions and facts by kind, the most frequent kind first. */
  readonly mentions: Counts
  readonly facts: Counts
  /** Characters of source that no body holds, by kind, the largest first. */
  readonly dropped: Counts
  /** Articles that reprint others, how many others, and articles whose words were swapped. */
  readonly reprints: ReprintTotals
  /** What the facts of the whole store, taken together, say. */
  readonly claims: ClaimTotals
  /** The institutions with most facts, at most `TOP_SUBJECTS`. */
  readonly subjects: readonly SubjectTotal[]
}

export interface ReprintTotals {
  readonly reprints: number
  readonly originals: number
  readonly spun: number
}

export interface SubjectTotal {
  readonly name: string
  readonly facts: number
  /** One of its facts, a measure with a time where there is one. */
  readonly example: FactRecord
}

/** Reads the totals over the inputs that the session of `run` noted; `former` as for claims. */
export function readStatistics(
  connection: Connection,
  run: number,
  former: CountedRun | null,
): Statistics {
  const rows = connection.prepare<[], { result: number; id: string; tally: string }>(
    `SELECT a.result, a.id, a.tally FROM validity v INDEXED BY validity_current
     JOIN articles a INDEXED BY articles_by_tally ON a.result = v.result
     WHERE v.to_run IS NULL AND v.document IN (SELECT document FROM temp.inputs)`,
  )
  const totals = { mentions: {}, facts: {}, dropped: {} }
  const subjects = new Map<string, SubjectCount>()
  let articles = 0
  let sentences = 0
  for (const { result, id, tally } of rows.iterate()) {
    const article = fromJson<ArticleTally>(tally)
    articles++
    sentences += article.sentences
    addCounts(totals.mentions, article.mentions)
    addCounts(totals.facts, article.facts)
    addCounts(totals.dropped, article.dropped)
    addSubjects(subjects, article.subjects, { result, id })
  }
  return {
    articles,
    sentences,
    mentions: largestFirst(totals.mentions),
    facts: largestFirst(totals.facts),
    dropped: largestFirst(totals.dropped),
    reprints: countReprints(connection),
    claims: countClaims(connection, run, former),
    subjects: topSubjects(connection, subjects),
  }
}

function countReprints(connection: Connection): ReprintTotals {
  const counts = connection.prepare<[], ReprintTotals>(
    `SELECT count(root) AS reprints, count(DISTINCT root) AS originals,
       ifnull(sum(spun), 0) AS spun
     FROM reprints WHERE to_run IS NULL AND document IN (SELECT document FROM temp.inputs)`,
  )
  return counts.get() ?? { reprints: 0, originals: 0, spun: 0 }
}

const TOP_SUBJECTS = 5

interface Article {
  readonly result: number
  readonly id: string
}

/** An institution's facts, and the article that holds most of them, of several the first by id. */
interface SubjectCount {
  facts: number
  richest: { readonly article: Article; readonly facts: number }
}

function addCounts(totals: Record<string, number>, counts: Counts): void {
  for (const [name, count] of Object.entries(counts)) addCount(totals, name, count)
}

function addSubjects(subjects: Map<string, SubjectCount>, counts: Counts, article: Article): void {
  for (const [name, facts] of Object.entries(counts)) {
    const known = subjects.get(name)
    if (known === undefined) subjects.set(name, { facts, richest: { article, facts } })
    else {
      known.facts += facts
      const { richest } = known
      const isRicher =
        facts > richest.facts || (facts === richest.facts && article.id < richest.article.id)
      if (isRicher) known.richest = { article, facts }
    }
  }
}

function largestFirst(counts: Counts): Counts {
  return Object.fromEntries(
    Object.entries(counts).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  )
}

function topSubjects(
  connection: Connection,
  subjects: ReadonlyMap<string, SubjectCount>,
): SubjectTotal[] {
  const example = connection.prepare<[number, string], FactRow & { article: string }>(
    `SELECT f.*, a.id AS article FROM facts f JOIN articles a ON a.result = f.result
     WHERE f.result = ? AND f.subject ->> 'name' = ?
     ORDER BY f.kind <> 'measure', f.time IS NULL, f.position LIMIT 1`,
  )
  return [...subjects]
    .sort(([a, x], [b, y]) => y.facts - x.facts || (a < b ? -1 : 1))
    .slice(0, TOP_SUBJECTS)
    .flatMap(([name, { facts, richest }]) => {
      const row = example.get(richest.article.result, name)
      return row === undefined ? [] : [{ name, facts, example: toFact(row, row.article) }]
    })
}
