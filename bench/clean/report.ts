import Table from 'cli-table3'
import type { ComparedPage, Comparison, PageScore } from './compare.js'
import type { Judgement, MetadataScore } from './score-metadata.js'

/** Prints the table of both readers, the pages where the peer is better, and mentions in junk. */
export function printComparison(
  { pages, ourCpu, peerCpu }: Comparison,
  { eachPage }: { readonly eachPage: boolean },
): void {
  const bytes = pages.reduce((sum, { page }) => sum + page.bytes.length, 0)
  console.log(`${pages.length} pages, ${Math.round(bytes / 1000 / pages.length)} kB on average`)
  const table = new Table({ head: HEAD, style: PLAIN })
  table.push(
    rowOf(
      'yuanju',
      pages.map(({ ours }) => ours),
      ourCpu,
    ),
  )
  const peers = pages.flatMap(({ peer }) => peer ?? [])
  if (peerCpu !== null) table.push(rowOf('readability', peers, peerCpu))
  console.log(table.toString())
  printBehind(pages)
  printJunk(pages)
  if (eachPage) printPages(pages)
}

const FIELDS = ['title', 'day', 'minute', 'author', 'publisher'] as const
const HEAD = ['reader', 'P', 'R', 'F1', '≥ .99', ...FIELDS, 'wrong authors', 'CPU ms/page']

function rowOf(reader: string, scores: readonly PageScore[], cpu: number): string[] {
  const mean = (of: (score: PageScore) => number): string =>
    (scores.reduce((sum, score) => sum + of(score), 0) / scores.length).toFixed(3)
  const judged = (field: keyof MetadataScore): readonly Judgement[] =>
    scores.map(({ metadata }) => metadata[field])
  return [
    reader,
    mean(({ body }) => body.precision),
    mean(({ body }) => body.recall),
    mean(({ body }) => body.f1),
    String(scores.filter(({ body }) => body.f1 >= 0.99).length),
    ...FIELDS.map((field) => shareRight(judged(field))),
    String(judged('author').filter((judgement) => judgement === 'wrong').length),
    cpu.toFixed(2),
  ]
}

/** Of the pages that have a field; one that has none counts where something was found all the same. */
function shareRight(judgements: readonly Judgement[]): string {
  const counted = judgements.filter((judgement) => judgement !== null)
  return `${counted.filter((judgement) => judgement === 'right').length}/${counted.length}`
}

function printBehind(pages: readonly ComparedPage[]): void {
  const behind = pages.filter(
    ({ ours, peer }) => peer !== null && peer.body.f1 - ours.body.f1 > WORTH_TELLING,
  )
  console.log(`Pages on which the peer is better by more than ${WORTH_TELLING}: ${behind.length}`)
  for (const { page, ours, peer } of behind)
    console.log(`  ${page.name}: ${ours.body.f1.toFixed(3)}, peer ${peer?.body.f1.toFixed(3)}`)
}

function printJunk(pages: readonly ComparedPage[]): void {
  const total = pages.reduce((sum, { junkMentions }) => sum + junkMentions.length, 0)
  console.log(`Mentions outside of the reference text: ${total}`)
  for (const { page, junkMentions } of pages)
    if (junkMentions.length > 0)
      console.log(`  ${page.name}: ${junkMentions.slice(0, MENTIONS_SHOWN).join(' · ')}`)
}

function printPages(pages: readonly ComparedPage[]): void {
  const table = new Table({ head: ['page', 'P', 'R', 'F1', 'peer F1', 'not right'], style: PLAIN })
  for (const { page, ours, peer } of pages) {
    const { precision, recall, f1 } = ours.body
    const figures = [precision, recall, f1].map((figure) => figure.toFixed(3))
    const misses = FIELDS.filter((field) => isMissed(ours.metadata[field])).map(
      (field) => `${field}: ${foundOf(ours, field) ?? '–'} ≠ ${expectedOf(page, field) ?? '–'}`,
    )
    table.push([page.name, ...figures, peer?.body.f1.toFixed(3) ?? '–', misses.join('\n')])
  }
  console.log(table.toString())
}

function isMissed(judgement: Judgement): boolean {
  return judgement !== null && judgement !== 'right'
}

function foundOf({ reading }: PageScore, field: (typeof FIELDS)[number]): string | null {
  return field === 'day' || field === 'minute' ? reading.published : reading[field]
}

function expectedOf(
  { reference }: ComparedPage['page'],
  field: (typeof FIELDS)[number],
): string | null | undefined {
  if (field === 'publisher') return reference.source
  return field === 'day' || field === 'minute' ? reference.published : reference[field]
}

const PLAIN = { head: [], border: [] }
const WORTH_TELLING = 0.02
const MENTIONS_SHOWN = 8
