import { readFileSync } from 'node:fs'
import type { Timex } from '../../../src/core/timex.js'
import { compileDateLexicon } from '../../../src/stages/dates/lexicon.js'
import { loadDateRules } from '../../../src/stages/dates/rules.js'
import { scanDates } from '../../../src/stages/dates/scan.js'
import { Timeline } from '../../../src/stages/dates/timeline.js'

const PATH = 'pipelines/hospital-news/rules/dates.yaml'

export const lexicon = compileDateLexicon(
  loadDateRules([{ path: PATH, text: readFileSync(PATH, 'utf8') }]),
)

/** The expressions of one sentence with their values, as the words they stand in. */
export function readDates(
  text: string,
  published: string | null,
): readonly (Timex & { readonly quote: string })[] {
  const timeline = new Timeline(published ?? '')
  return scanDates(lexicon, text, [], { republic: false }).map((found) => ({
    quote: text.slice(found.start, found.end),
    ...timeline.resolve(found, 0, 0),
  }))
}
