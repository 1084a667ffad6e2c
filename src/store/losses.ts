import type { DropKind } from '../core/edit.js'
import type { Span } from '../core/span.js'
import type { Loss } from '../pipeline/find-losses.js'
import type { Connection } from './database.js'
import { fromJson } from './json.js'

/** A dropped sentence that says something, once for all articles that dropped it. */
export interface LostSentence {
  readonly sentence: string
  readonly kind: DropKind
  readonly rule: string
  /** Kinds of mention in it, the most telling first. */
  readonly holds: readonly string[]
  /** How many articles dropped it: a sentence of many is what sites print, not a loss. */
  readonly articles: number
  /** The first of them by path, and where the sentence stands in its source. */
  readonly article: string
  readonly path: string
  readonly spans: readonly Span[]
}

export interface LossReport {
  /** How many different sentences there are. */
  readonly total: number
  /** The likeliest losses first: those of few articles, then those that say most. */
  readonly sentences: readonly LostSentence[]
}

export const LOSS_COLUMNS = 'result position kind rule sentence spans holds weight'.split(' ')

/** A row of `losses`, in the order of its columns but the first. */
export function lossRow(position: number, loss: Loss): (string | number)[] {
  const { kind, rule, sentence, spans, holds, weight } = loss
  return [position, kind, rule, sentence, JSON.stringify(spans), JSON.stringify(holds), weight]
}

/** Reads the losses of the current results, at most `most`; `ofInputs`: of the present session's. */
export function readLosses(
  connection: Connection,
  most: number,
  { ofInputs }: { ofInputs: boolean },
): LossReport {
  const from = `FROM losses l JOIN validity v ON v.result = l.result AND v.to_run IS NULL
    ${ofInputs ? 'WHERE v.document IN (SELECT document FROM temp.inputs)' : ''}`
  const total = connection
    .prepare<[], { n: number }>(`SELECT count(DISTINCT l.sentence) AS n ${from}`)
    .get()
  const groups = connection.prepare<[number], LossGroup>(
    `SELECT l.sentence, count(DISTINCT l.result) AS articles, max(l.weight) AS weight,
       min((SELECT min(path) FROM locations WHERE document = v.document)) AS path ${from}
     GROUP BY l.sentence
     ORDER BY articles >= ${RECURS}, weight DESC, articles, path, l.sentence LIMIT ?`,
  )
  const one = connection.prepare<[string, string], LossPlace>(
    `SELECT l.kind, l.rule, l.spans, l.holds, a.id AS article ${from.replace('WHERE', 'AND')}
     JOIN articles a ON a.result = l.result
     WHERE l.sentence = ? AND (SELECT min(path) FROM locations WHERE document = v.document) = ?
     ORDER BY l.result, l.position LIMIT 1`,
  )
  return {
    total: total?.n ?? 0,
    sentences: groups.all(most).flatMap(({ sentence, articles, path }): LostSentence[] => {
      const place = one.get(sentence, path)
      if (place === undefined) return []
      const { kind, rule, spans, holds, article } = place
      const told = { sentence, kind, rule, articles, article, path }
      return [{ ...told, holds: fromJson(holds), spans: fromJson(spans) }]
    }),
  }
}

interface LossGroup {
  readonly sentence: string
  readonly articles: number
  readonly path: string
}

interface LossPlace {
  readonly kind: DropKind
  readonly rule: string
  readonly spans: string
  readonly holds: string
  readonly article: string
}

/** From so many articles on a sentence is rather a site's. */
const RECURS = 4
