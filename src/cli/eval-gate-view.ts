import type { EvaluationChange } from '../evaluate/compare-evaluations.js'
import type { Shortfall } from '../evaluate/floors.js'
import type { Miss } from '../evaluate/report.js'
import { fitLine, formatColumns, indent } from './layout.js'
import type { Colors } from './terminal.js'

/** What was gained and lost since a past run's rules. */
export interface Baseline extends EvaluationChange {
  readonly run: number
  /** False where the code has changed since, so that its rules answer otherwise now. */
  readonly isSameCode: boolean
}

/** What a baseline shows, for a person: gold items gained and lost, false hits gone and new. */
export function formatBaseline(baseline: Baseline, colors: Colors): string {
  const { run, isSameCode, gained, lost, hitsGone, hitsNew } = baseline
  const note = isSameCode ? '' : `\n${colors.dim('Its rules are read by the code of today.')}`
  const groups: readonly (readonly [string, readonly Miss[]])[] = [
    [colors.green(`Gold items gained: ${gained.length}`), gained],
    [colors.red(`Gold items lost: ${lost.length}`), lost],
    [colors.green(`False hits gone: ${hitsGone.length}`), hitsGone],
    [colors.red(`New false hits: ${hitsNew.length}`), hitsNew],
  ]
  const shown = groups
    .filter(([, misses]) => misses.length > 0)
    .map(([title, misses]) => `${title}\n${indent(formatColumns(misses.map(rowOf)))}`)
  const head = `${colors.bold(`Since the rules of run ${run}`)}${note}`
  return shown.length === 0 ? `${head}\nNothing was gained or lost.` : [head, ...shown].join('\n\n')
}

function rowOf({ document, kind, expected, found }: Miss): string[] {
  const said = expected ?? found ?? ''
  const instead = expected !== null && found !== null ? `  found: ${found}` : ''
  return [document, kind, fitLine(`${said}${instead}`, COLUMNS)]
}

const COLUMNS = 100

/** The figures below their floors; that all hold where none is. */
export function formatShortfalls(
  shortfalls: readonly Shortfall[],
  file: string,
  colors: Colors,
): string {
  if (shortfalls.length === 0) return colors.green(`Every figure holds its floor in ${file}.`)
  const rows = shortfalls.map(({ measure, share, floor, present }) => [
    measure,
    share,
    present === null ? 'not scored' : present.toFixed(3),
    `floor ${floor.toFixed(3)}`,
  ])
  return `${colors.red(`Below the floors of ${file}:`)}\n${indent(formatColumns(rows))}`
}
