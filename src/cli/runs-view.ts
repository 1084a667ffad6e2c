import type { FileChange } from '../diff/compare-files.js'
import type { RunRow } from '../store/runs.js'
import { formatColumns, formatCounts, formatNumber, indent } from './layout.js'
import type { Colors } from './terminal.js'

/** A run with what it was run under, beside the last finished one before it. */
export interface RunDetails extends RunRow {
  readonly before: RunRow | null
  readonly files: readonly FileChange[]
}

/** All runs as a table: what each was given, whether its rules were others, and what that changed. */
export function formatRuns(runs: readonly RunRow[], forgotten: number, colors: Colors): string {
  if (runs.length === 0) return 'No run yet: "yuanju run INPUT".'
  const head = ['run', 'started (UTC)', 'took', 'documents', 'rules', 'facts', 'change']
  let former: RunRow | null = null
  const rows = runs.map((run) => {
    const row = rowOf(run, former, colors)
    if (run.status === 'finished') former = run
    return row
  })
  const notes = [
    runs.some(({ cleared }) => cleared !== null)
      ? 'Records of runs in brackets were given up by "yuanju gc".'
      : '',
    forgotten > 0
      ? `${formatNumber(forgotten)} source${forgotten === 1 ? ' was' : 's were'} forgotten on request: yuanju forgotten`
      : '',
  ].filter((note) => note !== '')
  return [formatColumns([head.map(colors.bold), ...rows]), ...notes.map(colors.dim)].join('\n')
}

/** One run in full. */
export function formatRun(details: RunDetails, colors: Colors): string {
  const { before, files, ...run } = details
  const former = before === null ? 'the first that finished' : `the one before: run ${before.id}`
  const rows = [
    ['started', run.started],
    ['finished', run.finished ?? ''],
    ['took', durationOf(run)],
    ['pipeline', `${run.pipeline} ${run.fingerprint.slice(0, 8)}${sameAs(run, before)}`],
    ['git', repositoryOf(run)],
    [
      'yuanju',
      `${run.code}${before !== null && before.code !== run.code ? `, before ${before.code}` : ''}`,
    ],
    ['node', run.node],
    ['documents', documentsOf(run)],
    ['facts', factsOf(run)],
    ['change', changeOf(run)],
  ].filter(([, value]) => value !== '')
  const cleared =
    run.cleared === null ? '' : `Its records were given up on ${run.cleared.slice(0, 10)}.`
  return [
    `${colors.bold(`Run ${run.id}`)} ${run.status} · ${former}`,
    indent(formatColumns(rows)),
    cleared,
    filesOf(files, colors),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function rowOf(run: RunRow, former: RunRow | null, colors: Colors): string[] {
  return [
    run.cleared === null ? String(run.id) : `(${run.id})`,
    run.started.slice(0, 16).replace('T', ' '),
    run.status === 'finished' ? durationOf(run) : colors.yellow(run.status),
    documentsOf(run),
    rulesOf(run, former),
    factsOf(run),
    changeOf(run),
  ]
}

/** `as before`, or the first digits of the state's fingerprint, with its commit. */
function rulesOf(run: RunRow, former: RunRow | null): string {
  if (former?.fingerprint === run.fingerprint) return 'as before'
  const { repository } = run
  const commit = repository === null ? '' : ` ${repositoryOf(run)}`
  return `${run.fingerprint.slice(0, 8)}${commit}`
}

function sameAs(run: RunRow, before: RunRow | null): string {
  if (before === null) return ''
  return before.fingerprint === run.fingerprint
    ? ', as before'
    : `, before ${before.fingerprint.slice(0, 8)}`
}

/** `6108017+` where files differ from the commit. */
function repositoryOf({ repository }: RunRow): string {
  return repository === null
    ? ''
    : `${repository.commit.slice(0, 7)}${repository.isDirty ? '+' : ''}`
}

const DOCUMENT_COUNTS = ['new', 'changed', 'continued', 'unchanged', 'copies', 'quarantined']

function documentsOf({ counts }: RunRow): string {
  const named = DOCUMENT_COUNTS.flatMap((name) => {
    const count = counts[name]
    return count === undefined ? [] : [[name, count] as const]
  })
  return formatCounts(Object.fromEntries(named))
}

function factsOf({ counts }: RunRow): string {
  const { facts } = counts
  return facts === undefined ? '' : formatNumber(facts)
}

/** `+12 −3 ~4`: facts gained, lost, and saying something else. */
function changeOf({ counts }: RunRow): string {
  const { factsGained = 0, factsLost = 0, factsChanged = 0 } = counts
  return [
    factsGained > 0 ? `+${formatNumber(factsGained)}` : '',
    factsLost > 0 ? `−${formatNumber(factsLost)}` : '',
    factsChanged > 0 ? `~${formatNumber(factsChanged)}` : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function durationOf({ started, finished }: RunRow): string {
  if (finished === null) return ''
  const seconds = (Date.parse(finished) - Date.parse(started)) / 1000
  if (seconds < 100) return `${seconds.toFixed(1)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 100 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`
}

function filesOf(files: readonly FileChange[], colors: Colors): string {
  if (files.length === 0) return ''
  const rows = files.map(({ path, change, linesAdded, linesRemoved }) => [
    path,
    change === 'same' ? '' : change,
    change === 'same' ? '' : `+${linesAdded} −${linesRemoved} lines`,
  ])
  return `${colors.bold('Files')}\n${indent(formatColumns(rows))}`
}
