import type { AppliedEdit } from '../core/edit.js'
import type { Span } from '../core/span.js'
import type { Explanation } from '../export/explain.js'
import type { ClaimSentence } from '../export/explain-claim.js'
import { formatFact, formatMention } from './fact-line.js'
import { formatColumns, indent } from './layout.js'
import type { Colors } from './terminal.js'

/** An explanation for a person: from the record through its sentence down to the bytes as crawled. */
export function formatExplanation(explanation: Explanation, colors: Colors): string {
  const sections: readonly (readonly [string, string])[] = [
    ['', headOf(explanation, colors)],
    ['Sentence', sentenceOf(explanation, colors)],
    ['Roles', rolesOf(explanation)],
    ['Said by', speakerOf(explanation)],
    ['Source', sourceOf(explanation, colors)],
    ['By', byOf(explanation)],
    ['Said elsewhere', othersOf(explanation)],
    ['Against it', conflictsOf(explanation)],
    ['On the way, oldest first', editsOf(explanation.edits)],
  ]
  return sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) => (title === '' ? text : `${colors.bold(title)}\n${indent(text)}`))
    .join('\n\n')
}

function headOf({ record }: Explanation, colors: Colors): string {
  const said =
    record.record === 'fact'
      ? `${record.subject.name} · ${formatFact(record)}`
      : `${record.text} = ${formatMention(record)}`
  return `${colors.dim(`${record.id} · ${record.kind}`)}\n${colors.bold(said)}`
}

function sentenceOf({ sentence, marked, article, printings }: Explanation, colors: Colors): string {
  const { title, publisher, published } = article
  const where = [title, publisher, published].filter((part) => part !== null).join(' · ')
  const text = markWords(sentence.text, marked, colors)
  const printed =
    printings > 1
      ? `\n${colors.dim(`printed by ${printings} pages: yuanju why ${article.id}`)}`
      : ''
  return `${text}\n${colors.dim(`sentence ${sentence.index + 1} of ${article.id}${where === '' ? '' : ` · ${where}`}`)}${printed}`
}

function rolesOf({ roles, record }: Explanation): string {
  const rows = roles.map(({ name, basis, mention }) => {
    const party = name === 'subject' && record.record === 'fact' ? record.subject.name : ''
    return mention === null
      ? [name, party, basis, '', '']
      : [name, mention.text, basis, formatMention(mention), mention.id]
  })
  return formatColumns(rows)
}

/** In whose words a fact is told, and the rule that says so. */
function speakerOf({ record }: Explanation): string {
  const attribution = record.record === 'fact' ? record.attribution : null
  if (attribution === null) return ''
  const { speaker, role, organization, rule } = attribution
  const who = [speaker ?? 'no name told', role, organization].filter((part) => part !== null)
  return formatColumns([[who.join(' · '), rule]])
}

function sourceOf({ place }: Explanation, colors: Colors): string {
  const { path, line, column, spans, before, quote, after } = place
  const ranges = spans.map(({ start, end }) => `[${start}, ${end})`).join(' ')
  const marked = markWords(`${before}${quote}${after}`, [span(before.length, quote.length)], colors)
  return `${path}:${line}:${column} ${ranges}\n${showSpaces(marked)}`
}

function byOf({ record, roles }: Explanation): string {
  const rows = [['rule', record.rule ?? 'none: found by its dictionary entry']]
  if (record.record === 'mention' && record.entry !== null) rows.push(['entry', record.entry])
  for (const { name, mention } of roles)
    if (mention !== null)
      rows.push([name, [mention.rule, mention.entry].filter((by) => by !== null).join(', ')])
  return formatColumns(rows)
}

/** Other sentences of the same claim, and how many of its articles are no reprints. */
function othersOf({ claim }: Explanation): string {
  if (claim === null || claim.others.length === 0) return ''
  const { id, facts, articles, independent } = claim.claim
  const rows = claim.others.map((said) => [said.fact.id, said.sentence, placeOf(said)])
  return `${formatColumns(rows)}\n${id}: ${facts.length} facts in ${articles} articles, ${independent} of them independent`
}

function conflictsOf({ claim }: Explanation): string {
  const rows = (claim?.conflicts ?? []).map(({ claim: { id, independent }, said }) => [
    said === null ? id : `${said.fact.id} · ${formatFact(said.fact)}`,
    said?.sentence ?? '',
    `${said === null ? '' : `${placeOf(said)} · `}independent ${independent}`,
  ])
  return formatColumns(rows)
}

function placeOf({ publisher, published }: ClaimSentence): string {
  return [publisher, published].filter((part) => part !== null).join(' · ')
}

function editsOf(edits: readonly AppliedEdit[]): string {
  if (edits.length === 0) return 'nothing: the words stand in the source as they are'
  return formatColumns(
    edits.map(({ origin, kind, before, after, source }) => [
      origin.stage,
      origin.rule ?? origin.entry ?? '',
      kind === null ? `${shown(before)} → ${shown(after)}` : `dropped ${shown(before)} (${kind})`,
      source.map(({ start, end }) => `[${start}, ${end})`).join(' '),
    ]),
  )
}

/** The words between 【】 without colours, underlined with them. */
function markWords(text: string, spans: readonly Span[], colors: Colors): string {
  let marked = ''
  let position = 0
  for (const { start, end } of spans) {
    const words = text.slice(start, end)
    const shownWords = colors.isColorSupported
      ? colors.underline(colors.yellow(words))
      : `【${words}】`
    marked += text.slice(position, start) + shownWords
    position = end
  }
  return marked + text.slice(position)
}

function span(start: number, length: number): Span {
  return { start, end: start + length }
}

function showSpaces(text: string): string {
  return text.replaceAll('\r', '').replaceAll('\n', '⏎').replaceAll('\t', ' ')
}

/** Long pieces (a dropped list of links) are cut in the middle. */
function shown(text: string): string {
  const line = showSpaces(text)
  return line.length <= 60 ? `“${line}”` : `“${line.slice(0, 30)} … ${line.slice(-20)}”`
}
