import { UsageError } from '../core/errors.js'
import { writeReviewedFolder } from '../export/annotation-files.js'
import { judgementsOf, reviewedPages, reviewRecords } from '../export/reviewed-gold.js'
import { openFileSink, openStandardOutput } from '../export/text-sink.js'
import type { RunRow } from '../store/runs.js'
import type { Store } from '../store/store.js'
import type { Terminal } from './terminal.js'

/** The records that lie beside the store: what reviewers said. Asked for by name, and alone. */
export const REVIEWS = 'review'

interface ReviewOptions {
  readonly format: string
  readonly out?: string | undefined
}

/**
 * Writes reviews as JSON lines, or as a folder of gold for `eval`.
 * @throws {UsageError} for other formats, and for gold that is to go to standard output
 */
export async function exportReviews(
  store: Store,
  run: RunRow,
  { format, out, terminal }: ReviewOptions & { readonly terminal: Terminal },
): Promise<void> {
  if (format === 'jsonl') {
    const sink = out === undefined ? openStandardOutput() : openFileSink(out)
    for (const review of await reviewRecords(store))
      if (!(await sink.write(`${JSON.stringify(review)}\n`))) break
    await sink.close()
    return
  }
  if (format !== 'gold' || out === undefined)
    throw new UsageError(
      'export-reviews',
      'Reviews are written as --format jsonl, or as --format gold with a folder: --out FOLDER.',
    )
  const { facts, disputed, lost } = await judgementsOf(store)
  const pages = reviewedPages(store, run, facts)
  const count = writeReviewedFolder(pages, out)
  const leftOut = [
    ...(disputed === 0 ? [] : [`${disputed} disputed`]),
    ...(lost === 0 ? [] : [`${lost} whose evidence no run has kept`]),
  ]
  terminal.note(
    `${count} ${count === 1 ? 'page' : 'pages'} with judged facts written to ${out}` +
      (leftOut.length === 0 ? '' : `; left out: ${leftOut.join(', ')}`),
  )
}
