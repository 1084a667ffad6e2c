import type { RunSummary } from '../batch/summary.js'
import { DEFAULT_STORE } from './command.js'
import { formatFact } from './fact-line.js'
import { formatColumns, formatCounts, formatNumber, indent } from './layout.js'
import { formatLosses } from './losses-view.js'
import type { Colors } from './terminal.js'

/** A run's summary for the person who started it. */
export function formatSummary(summary: RunSummary, colors: Colors): string {
  const parts = [
    headOf(summary, colors),
    formatLosses(summary.losses, colors),
    indent(formatColumns(rowsOf(summary, colors))),
    subjectsOf(summary, colors),
    quarantineOf(summary, colors),
    nextOf(summary, colors),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function headOf(
  { run, finished, pipeline, store, seconds, bytes, documents }: RunSummary,
  colors: Colors,
): string {
  const done = Object.values(documents).reduce((sum, count) => sum + count, 0)
  const rate = `${perSecond(done, seconds)} articles and ${perSecond(bytes / 1024, seconds)} KB a second`
  const state = finished
    ? colors.green('finished')
    : colors.yellow('stopped: run again to continue')
  return `${colors.bold(`Run ${run}`)} ${state} · ${pipeline.name} → ${store} · ${seconds.toFixed(1)} s, ${rate}`
}

/** With one decimal where that says something. */
function perSecond(count: number, seconds: number): string {
  const rate = seconds > 0 ? count / seconds : 0
  return formatNumber(rate < 10 ? Math.round(rate * 10) / 10 : Math.round(rate))
}

function rowsOf(summary: RunSummary, colors: Colors): (readonly (string | number)[])[] {
  const { articles, documents, copies, skipped, sentences, mentions, facts, claims, dropped } =
    summary
  const row = (name: string, count: number, detail = ''): readonly (string | number)[] => [
    name,
    count,
    colors.dim(detail),
  ]
  return [
    row(
      'documents',
      Object.values(documents).reduce((a, b) => a + b, 0),
      formatCounts({ ...documents, copies }),
    ),
    row('articles', articles, reprintsOf(summary)),
    ...(total(summary.quarantined) === 0
      ? []
      : [row('quarantined', total(summary.quarantined), formatCounts(summary.quarantined))]),
    ...(total(skipped) === 0 ? [] : [row('files skipped', total(skipped), formatCounts(skipped))]),
    row('sentences', sentences),
    row('mentions', total(mentions), formatCounts(mentions)),
    row('facts', total(facts), formatCounts(facts)),
    ...(claims.claims === 0 ? [] : [row('claims', claims.claims, claimsOf(summary))]),
    row('characters dropped', total(dropped), formatCounts(dropped)),
  ]
}

/** `reprints 12 of 4 articles · spun 2` */
function reprintsOf({ reprints: { reprints, originals, spun } }: RunSummary): string {
  const linked = `reprints ${formatNumber(reprints)} of ${formatNumber(originals)} articles`
  return [reprints > 0 ? linked : '', formatCounts({ spun })]
    .filter((part) => part !== '')
    .join(' · ')
}

/** `of the whole store · by several facts 12 · disputed 2` */
function claimsOf({ claims: { shared, disputed } }: RunSummary): string {
  const counts = formatCounts({ 'by several facts': shared, disputed })
  return ['of the whole store', counts].filter((part) => part !== '').join(' · ')
}

function subjectsOf({ subjects }: RunSummary, colors: Colors): string {
  if (subjects.length === 0) return ''
  const rows = subjects.map(({ name, facts, example }) => [name, facts, formatFact(example)])
  return `${colors.bold('Most facts')}\n${indent(formatColumns(rows))}`
}

function quarantineOf({ quarantined, quarantineExamples }: RunSummary, colors: Colors): string {
  if (quarantineExamples.length === 0) return ''
  const more = total(quarantined) - quarantineExamples.length
  const rows = quarantineExamples.map(({ path, code, message }) => [path, code, message])
  const rest = more > 0 ? `\n  … and ${formatNumber(more)} more` : ''
  return `${colors.bold('In quarantine')}\n${indent(formatColumns(rows))}${rest}`
}

function nextOf({ store, subjects, finished }: RunSummary, colors: Colors): string {
  if (!finished) return ''
  const at = store === DEFAULT_STORE ? '' : ` --store ${store}`
  const [first] = subjects
  const rows = [
    [`yuanju export --records fact${at}`, 'the facts as JSON lines'],
    ...(first === undefined
      ? []
      : [
          [`yuanju why ${first.example.id}${at}`, `how ${first.name} came by its first fact above`],
        ]),
    [`yuanju verify${at}`, 'prove every record from the stored bytes'],
  ]
  return `${colors.bold('Next')}\n${indent(formatColumns(rows))}`
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
