import { toCsvLine } from '../export/csv.js'
import { factRow, HEADERS } from '../export/csv-tables.js'
import type { AuditContext } from './context.js'
import { toSelection } from './audited-facts.js'
import type { FactView } from './fact-view.js'

/** All facts of a view, in its order, as `yuanju export` writes them; some at a time. */
export function exportFacts(
  { store, provinceOf }: AuditContext,
  view: FactView,
  format: 'csv' | 'jsonl',
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let offset = 0
  return new ReadableStream({
    start(controller) {
      if (format === 'csv') controller.enqueue(encoder.encode(toCsvLine(HEADERS.fact)))
    },
    async pull(controller) {
      const { rows, order, descending } = view
      const selection = await toSelection(store, view, await store.reviews.all())
      const part = { rows, order, descending, offset, limit: FACTS_AT_ONCE }
      const { places } = await store.facts.find({ ...selection, ...part })
      const contexts = await store.contexts.at(places)
      const provinces = await provinceOf()
      const lines = await Promise.all(
        contexts.map(async ({ fact, sentence }) => {
          if (format === 'jsonl') return `${JSON.stringify(fact)}\n`
          const article = await store.articleRecord(fact.article)
          if (article === null) return ''
          return toCsvLine(
            factRow(fact, { article, sentence: () => sentence, provinceOf: provinces }),
          )
        }),
      )
      controller.enqueue(encoder.encode(lines.join('')))
      offset += places.length
      if (places.length < FACTS_AT_ONCE) controller.close()
    },
  })
}

const FACTS_AT_ONCE = 500
