import { derivationOf } from '../audit/derivation.js'
import type { RuleInfo } from '../audit/api.js'
import { findRule } from '../audit/find-rule.js'
import { explainRecord, type Explanation } from '../export/explain.js'
import type { FactState } from '../store/audit-store.js'
import type { RecordReader } from '../store/record-reader.js'
import type { RunRow } from '../store/runs.js'
import type { Store } from '../store/store.js'

/** An explanation with what the page of a fact shows besides. */
export interface ExplainedRecord extends Explanation {
  /** How the value of each mention in it follows from its words, step by step, by the mention's id. */
  readonly derivations: Readonly<Record<string, readonly string[]>>
  /** Its rule as the run's files have it; null for one that no file holds. */
  readonly rule: Omit<RuleInfo, 'yaml'> | null
  /** What a fact was over the runs, oldest first; empty for a mention. */
  readonly history: readonly FactState[]
  /** A citation that can be checked without this program. */
  readonly citation: string
}

/**
 * Explains a mention or fact of `run` by its id.
 * @throws {UsageError} if no current record has it
 */
export async function explainWhole(
  store: Store,
  run: RunRow,
  id: string,
): Promise<ExplainedRecord> {
  const reader = store.read(run)
  const explanation = explainRecord(store, reader, id)
  const { record } = explanation
  const mentions = reader.mentions(reader.findRecord(record.record, id) ?? 0)
  const own =
    record.record === 'mention'
      ? [record]
      : explanation.roles.flatMap(({ mention }) => mention ?? [])
  const found = record.rule === null ? null : findRule(store.runs.files(run.id), record.rule)
  return {
    ...explanation,
    derivations: Object.fromEntries(
      own.map((mention) => [mention.id, derivationOf(mention, mentions)]),
    ),
    rule: found === null ? null : withoutYaml(found),
    history: record.record === 'fact' ? await historyOf(store, id) : [],
    citation: citationOf(explanation, reader),
  }
}

function withoutYaml({ yaml: _yaml, ...rule }: RuleInfo): Omit<RuleInfo, 'yaml'> {
  return rule
}

async function historyOf(store: Store, fact: string): Promise<readonly FactState[]> {
  const audited = store.audit(() => () => null)
  try {
    return await audited.history(fact)
  } finally {
    audited.close()
  }
}

/** The quote, the article, and the place in bytes that their hash tells. */
function citationOf({ article, place }: Explanation, reader: RecordReader): string {
  const { title, publisher, published, source } = article
  const document = reader.findArticle(article.id)
  const result = document === null ? null : reader.resultOf(document)
  const stored = result === null ? null : reader.source(result)
  const url = stored === null ? null : reader.article(stored).url
  const spans = place.spans.map(({ start, end }) => `${start}–${end}`).join(', ')
  const named = title === null ? null : `《${title}》`
  const about = [publisher, named, published?.slice(0, 10)].filter((part) => part != null)
  return [
    `“${place.quote.trim().replaceAll('\n', '⏎')}”`,
    about.join(', '),
    url,
    `sha256:${source.sha256}, UTF-16 ${spans}`,
  ]
    .filter((part) => part !== null && part !== '')
    .join('\n')
}
