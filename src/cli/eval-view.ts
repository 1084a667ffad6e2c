import { measuresOf } from '../evaluate/floors.js'
import type { Evaluation, Miss } from '../evaluate/report.js'
import { f1Of, precisionOf, recallOf, type Score } from '../evaluate/score.js'
import { formatColumns, indent } from './layout.js'
import type { Colors } from './terminal.js'

/** The scores as a table, then every miss (−), false hit (+) and wrong value (≠) by its sentence. */
export function formatEvaluation(evaluation: Evaluation, colors: Colors): string {
  const { documents } = evaluation
  const head = ['', 'precision', 'recall', 'F1', 'right', 'found', 'expected'].map(colors.bold)
  const table = formatColumns([
    head,
    ...Object.entries(measuresOf(evaluation)).map(([name, score]) => rowOf(name, score)),
  ])
  const lists = documents.map(({ document, misses }) => formatMisses(document, misses, colors))
  return [table, ...lists].join('\n\n')
}

function rowOf(name: string, score: Score): string[] {
  const { right, found, expected } = score
  const shares = [precisionOf(score), recallOf(score), f1Of(score)].map(formatShare)
  return [name, ...shares, String(right), String(found), String(expected)]
}

function formatShare(share: number | null): string {
  return share === null ? '–' : share.toFixed(3)
}

function formatMisses(document: string, misses: readonly Miss[], colors: Colors): string {
  const bySentence = new Map<string, Miss[]>()
  for (const miss of misses) {
    const group = bySentence.get(miss.sentence)
    if (group === undefined) bySentence.set(miss.sentence, [miss])
    else group.push(miss)
  }
  const groups = [...bySentence].map(([sentence, group]) => {
    const rows = formatColumns(group.map((miss) => missRow(miss, colors)))
    return sentence === '' ? indent(rows) : `  ${colors.dim(sentence)}\n${indent(rows, 4)}`
  })
  const head = `${colors.bold(document)}: ${misses.length} misses and false hits`
  return [head, ...groups].join('\n')
}

function missRow({ kind, expected, found, junk }: Miss, colors: Colors): string[] {
  const inJunk = junk === null ? '' : ` (in ${junk})`
  if (found === null) return [colors.yellow('−'), kind, expected ?? 'none']
  if (expected === null) return [colors.red('+'), kind, `${found}${inJunk}`]
  return [colors.red('≠'), kind, `${expected}  found: ${found}`]
}
