import type { Span } from '../core/span.js'
import {
  CHANGE_KINDS,
  type ChangeKind,
  type ComparedRecord,
  type RecordChange,
} from '../diff/changes.js'
import { type CauseGroup, type ChangeCounts, type DiffTotals, sumOf } from '../diff/totals.js'
import type { RunRow } from '../store/runs.js'
import { formatFact, formatMention } from './fact-line.js'
import { fitLine, formatColumns, formatNumber, indent } from './layout.js'
import type { Colors } from './terminal.js'

/** What differs between two runs, for a person: totals, then by cause, with the words highlighted. */
export function formatDiff(
  { facts, mentions, articles, causes }: DiffTotals,
  { before, after }: { readonly before: RunRow; readonly after: RunRow },
  colors: Colors,
): string {
  const head = `${colors.bold(`Run ${before.id} → run ${after.id}`)} · ${statesOf(before, after)}`
  if (sumOf(facts) + sumOf(mentions) === 0) return `${head}\nNo fact or mention differs.`
  const rows = [
    ['', ...CHANGE_KINDS.map((kind) => TITLES[kind])],
    ['facts', ...CHANGE_KINDS.map((kind) => facts[kind])],
    ['mentions', ...CHANGE_KINDS.map((kind) => mentions[kind])],
  ]
  const total = `${formatColumns(rows)}\nin ${count(articles, 'article')}, by what caused it:`
  return [head, total, ...causes.map((group) => formatGroup(group, colors))].join('\n\n')
}

const TITLES: Readonly<Record<ChangeKind, string>> = {
  new: 'new',
  gone: 'gone',
  value: 'other value',
  span: 'other words',
  rule: 'other rule',
}

function statesOf(before: RunRow, after: RunRow): string {
  const [former, latter] = [before.fingerprint.slice(0, 8), after.fingerprint.slice(0, 8)]
  return former === latter ? `both with rules ${former}` : `rules ${former} → ${latter}`
}

function formatGroup(
  { cause, facts, mentions, articles, samples }: CauseGroup,
  colors: Colors,
): string {
  const counts = [
    sumOf(facts) === 0 ? '' : `${count(sumOf(facts), 'fact')} (${countsOf(facts)})`,
    sumOf(mentions) === 0 ? '' : `${count(sumOf(mentions), 'mention')} (${countsOf(mentions)})`,
  ].filter((part) => part !== '')
  const name = cause.kind === 'document' ? `${cause.name} documents` : cause.name
  const head = `${colors.bold(name)} → ${counts.join(', ')} in ${count(articles, 'article')}`
  return [head, ...samples.map((change) => indent(formatChange(change, colors)))].join('\n')
}

function countsOf(counts: ChangeCounts): string {
  return CHANGE_KINDS.filter((kind) => counts[kind] > 0)
    .map((kind) => `${TITLES[kind]} ${formatNumber(counts[kind])}`)
    .join(', ')
}

function formatChange(change: RecordChange, colors: Colors): string {
  const { before, after, article } = change
  const lines = [
    ...(before === null || change.change === 'rule' ? [] : [colors.red(`− ${saidOf(before)}`)]),
    ...(after === null || change.change === 'rule' ? [] : [colors.green(`+ ${saidOf(after)}`)]),
    ...(change.change === 'rule' && before !== null && after !== null
      ? [`= ${saidOf(after)} ${colors.dim(`${originOf(before)} → ${originOf(after)}`)}`]
      : []),
    `  ${highlight(change, colors)}`,
    `  ${colors.dim(`${(after ?? before)?.id ?? ''} · ${fitLine(article.path, 60)}`)}`,
  ]
  return lines.join('\n')
}

function saidOf(record: ComparedRecord): string {
  return record.record === 'fact'
    ? `${record.kind} ${record.subject.name} · ${formatFact(record)}`
    : `${record.kind} ${record.text} = ${formatMention(record)}`
}

function originOf(record: ComparedRecord): string {
  return record.record === 'mention' ? (record.entry ?? record.rule ?? 'no rule') : record.rule
}

/** The sentence from a little before the record's words on, these underlined. */
function highlight({ sentence, marked }: RecordChange, colors: Colors): string {
  const from = Math.max(0, (marked[0]?.start ?? 0) - BEFORE)
  const shown = fitLine(sentence.slice(from), COLUMNS)
  const until = from + shown.length
  let at = from
  let text = from > 0 ? '…' : ''
  for (const { start, end } of marked.filter((span: Span) => span.start < until)) {
    text += shown.slice(at - from, start - from)
    text += colors.underline(shown.slice(start - from, end - from))
    at = Math.max(at, end)
  }
  return text + shown.slice(at - from)
}

function count(number: number, what: string): string {
  return `${formatNumber(number)} ${what}${number === 1 ? '' : 's'}`
}

const BEFORE = 16
const COLUMNS = 90
