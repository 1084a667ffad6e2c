import type { AppliedEdit } from '../core/edit.js'
import type { Span } from '../core/span.js'
import type { ClaimSentence } from '../export/explain-claim.js'
import type { ExplainedRole } from '../export/explain.js'
import type { ExplainedRecord } from './explained-record.js'
import { formatFact, formatMention } from './fact-line.js'
import { indent } from './layout.js'
import type { Colors } from './terminal.js'
import { countOf, formatHanging, PAGE_WIDTH, wrapText } from './wrap.js'

/**
 * An explanation for a person, in lines of at most 80 columns: from the record through its sentence
 * down to the bytes as crawled, and what is said elsewhere.
 */
export function formatExplanation(explained: ExplainedRecord, colors: Colors): string {
  const sections: readonly (readonly [string, string])[] = [
    ['Sentence', sentenceOf(explained, colors)],
    ['Values', valuesOf(explained, colors)],
    ['Said by', speakerOf(explained)],
    ['Source', sourceOf(explained, colors)],
    ['Rule', ruleOf(explained, colors)],
    ['Said elsewhere', othersOf(explained, colors)],
    ['Against it', conflictsOf(explained, colors)],
    ['On the way, oldest first', editsOf(explained.edits)],
    ['Over the runs', historyOf(explained)],
    ['To cite', citationOf(explained)],
  ]
  const shown = sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) => `${colors.bold(colors.cyan(title))}\n${indent(text)}`)
  return [headOf(explained, colors), ...shown].join('\n\n')
}

/** What is left beside the indent of a section. */
const WIDTH = PAGE_WIDTH - 2

function headOf({ record }: ExplainedRecord, colors: Colors): string {
  const said =
    record.record === 'fact'
      ? `${record.subject.name} · ${formatFact(record)}`
      : `${record.text} = ${formatMention(record)}`
  return `${colors.dim(`${record.id} · ${record.kind}`)}\n${wrapText(colors.bold(said), PAGE_WIDTH)}`
}

function sentenceOf(
  { sentence, marked, article, printings }: ExplainedRecord,
  colors: Colors,
): string {
  const { title, publisher, published } = article
  const where = [`sentence ${sentence.index + 1} of ${article.id}`, title, publisher, published]
  const lines = [
    markWords(sentence.text, marked, colors),
    colors.dim(where.filter((part) => part !== null).join(' · ')),
    ...(printings > 1
      ? [colors.dim(`printed by ${countOf(printings, 'page')}: yuanju why ${article.id}`)]
      : []),
  ]
  return wrapLines(lines)
}

/** Each part with its words, how its value follows from them, and what found it. */
function valuesOf(explained: ExplainedRecord, colors: Colors): string {
  const { record, roles } = explained
  if (record.record === 'mention')
    return formatHanging([[record.kind, stepsOf(explained, record.id)]], WIDTH)
  const rows = roles.map((role): readonly [string, string] => {
    const { name, mention } = role
    const steps = mention === null ? partyStep(explained, role) : stepsOf(explained, mention.id)
    const by = [mention?.rule, mention?.entry].filter((part) => part != null)
    const found = mention === null ? [] : [...by, mention.id]
    return [
      name,
      [
        `${mention?.text ?? wordsOf(explained, role)} ${colors.dim(`· ${role.basis}`)}`,
        ...(steps === '' ? [] : [steps]),
        ...(found.length === 0 ? [] : [colors.dim(found.join(' · '))]),
      ].join('\n'),
    ]
  })
  return formatHanging(rows, WIDTH)
}

function stepsOf({ derivations }: ExplainedRecord, mention: string): string {
  return (derivations[mention] ?? []).join('\n')
}

/** A place or body that is no mention. */
function partyOf({ record }: ExplainedRecord, { name }: ExplainedRole) {
  if (record.record !== 'fact') return undefined
  return name === 'subject' ? record.subject : name === 'object' ? record.object : undefined
}

function wordsOf(explained: ExplainedRecord, role: ExplainedRole): string {
  return partyOf(explained, role)?.text ?? ''
}

function partyStep(explained: ExplainedRecord, role: ExplainedRole): string {
  const party = partyOf(explained, role)
  return party === undefined || party.name === party.text ? '' : `${party.text} = ${party.name}`
}

/** In whose words a fact is told, and the rule that says so. */
function speakerOf({ record }: ExplainedRecord): string {
  const attribution = record.record === 'fact' ? record.attribution : null
  if (attribution === null) return ''
  const { speaker, role, organization, rule } = attribution
  const who = [speaker ?? 'no name told', role, organization].filter((part) => part !== null)
  return wrapLines([who.join(' · '), rule])
}

function sourceOf({ place, article }: ExplainedRecord, colors: Colors): string {
  const { path, line, column, spans, before, quote, after } = place
  const marked = markWords(
    `${before}${quote}${after}`,
    [spanOf(before.length, quote.length)],
    colors,
  )
  return wrapLines([
    `${path}:${line}:${column} ${rangesOf(spans)}`,
    showSpaces(marked),
    colors.dim(`sha256 ${article.source.sha256}`),
  ])
}

function ruleOf({ record, rule, history }: ExplainedRecord, colors: Colors): string {
  const entry = record.record === 'mention' ? record.entry : null
  const run = history.at(-1)?.fromRun
  const lines = [
    record.rule ?? 'none: found by its dictionary entry',
    ...(entry === null ? [] : [`entry ${entry}`]),
    ...(rule?.why == null ? [] : [rule.why]),
    ...(rule === null ? [] : [colors.dim(`${rule.file}:${rule.line ?? 1}`)]),
    ...(run === undefined ? [] : [colors.dim(`as run ${run} found it`)]),
  ]
  return wrapLines(lines)
}

/** Other sentences of the same claim, and how many of its articles are no reprints. */
function othersOf({ claim }: ExplainedRecord, colors: Colors): string {
  if (claim === null || claim.others.length === 0) return ''
  const { id, facts, articles, independent } = claim.claim
  const own = articles === 1 ? '' : `, ${independent} of them independent`
  return wrapLines([
    ...claim.others.flatMap((said) => saidIn(said, said.fact.id, colors)),
    `${id}: ${countOf(facts.length, 'fact')} in ${countOf(articles, 'article')}${own}`,
  ])
}

function conflictsOf({ claim }: ExplainedRecord, colors: Colors): string {
  const lines = (claim?.conflicts ?? []).flatMap(({ claim: { id, independent }, said }) => [
    ...(said === null ? [id] : saidIn(said, `${said.fact.id} · ${formatFact(said.fact)}`, colors)),
    colors.dim(countOf(independent, 'independent article')),
  ])
  return wrapLines(lines)
}

function saidIn(said: ClaimSentence, head: string, colors: Colors): string[] {
  const { sentence, title, publisher, published } = said
  const where = [publisher, published, title].filter((part) => part !== null).join(' · ')
  return [head, sentence, ...(where === '' ? [] : [colors.dim(where)])]
}

function editsOf(edits: readonly AppliedEdit[]): string {
  if (edits.length === 0) return wrapLines(['nothing: the words stand in the source as they are'])
  return formatHanging(
    edits.map(({ origin, kind, before, after, source }) => [
      origin.rule ?? origin.entry ?? origin.stage,
      `${kind === null ? `${shown(before)} → ${shown(after)}` : `dropped ${shown(before)} (${kind})`} ${rangesOf(source)}`,
    ]),
    WIDTH,
  )
}

/** What it said in each run that left it in another state. */
function historyOf({ history }: ExplainedRecord): string {
  return formatHanging(
    history.map(({ fromRun, toRun, rule, fact }) => [
      toRun === null
        ? `run ${fromRun} to now`
        : toRun === fromRun + 1
          ? `run ${fromRun}`
          : `runs ${fromRun} to ${toRun - 1}`,
      `${fact.subject.name} · ${formatFact(fact)} · ${rule}`,
    ]),
    WIDTH,
  )
}

function citationOf({ citation }: ExplainedRecord): string {
  return wrapLines(citation.split('\n').map(showSpaces))
}

function wrapLines(lines: readonly string[]): string {
  return lines.map((line) => wrapText(line, WIDTH)).join('\n')
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

function spanOf(start: number, length: number): Span {
  return { start, end: start + length }
}

function rangesOf(spans: readonly Span[]): string {
  return spans.map(({ start, end }) => `[${start}, ${end})`).join(' ')
}

/** On one line, with what is seen by nobody told by its number: ⟨U+200B⟩. */
function showSpaces(text: string): string {
  const line = text.replaceAll('\r', '').replaceAll('\n', '⏎').replaceAll('\t', ' ')
  return line.replace(/\p{Cf}/gu, (character) => {
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
    return `⟨U+${number.padStart(4, '0')}⟩`
  })
}

/** Long pieces (a dropped list of links) are cut in the middle. */
function shown(text: string): string {
  const line = showSpaces(text)
  return line.length <= 60 ? `“${line}”` : `“${line.slice(0, 30)} … ${line.slice(-20)}”`
}
