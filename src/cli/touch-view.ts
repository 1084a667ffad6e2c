import { TOGETHER } from '../core/unit.js'
import type { TouchCause, TouchReport } from '../store/touched-documents.js'
import { formatColumns, formatNumber, indent } from './layout.js'
import type { Colors } from './terminal.js'

/** Which documents a change of the pipeline can touch, and by which words, for a person. */
export function formatTouched({ documents, touched, causes }: TouchReport, colors: Colors): string {
  const share = documents === 0 ? 0 : (100 * touched) / documents
  const head =
    causes.length === 0 && touched === 0
      ? 'No rule, entry or option means anything else than in the last run.'
      : `${formatNumber(touched)} of ${formatNumber(documents)} documents (${share.toFixed(1)} %) can come out otherwise.`
  const rows = mergeStages(causes).map(({ cause, stages }) => [
    nameOf(cause),
    cause.reason ?? cause.unit?.change ?? '',
    `${formatNumber(cause.documents)} documents`,
    colors.dim(`${literalsOf(cause)} (${stages.join(', ')})`),
  ])
  const shown = rows.slice(0, MOST_ROWS)
  const more = rows.length - shown.length
  return [
    colors.bold(head),
    ...(shown.length === 0 ? [] : [indent(formatColumns(shown))]),
    ...(more > 0 ? [`  … and ${formatNumber(more)} more`] : []),
  ].join('\n')
}

const MOST_ROWS = 40
const MOST_LITERALS = 4

interface StagedCause {
  readonly cause: TouchCause
  readonly stages: string[]
}

/** A rule that several stages read is told once, with the most documents it touches in one. */
function mergeStages(causes: readonly TouchCause[]): readonly StagedCause[] {
  const merged = new Map<string, StagedCause>()
  for (const cause of causes) {
    const key = cause.unit?.id ?? `${cause.stage} ${cause.reason ?? ''}`
    const known = merged.get(key)
    const stages = [...(known?.stages ?? []), cause.stage]
    const larger = known !== undefined && known.cause.documents >= cause.documents
    merged.set(key, { cause: larger ? known.cause : cause, stages })
  }
  return [...merged.values()].sort((a, b) => b.cause.documents - a.cause.documents)
}

function nameOf({ unit, stage }: TouchCause): string {
  if (unit === null) return `stage ${stage}`
  return unit.line === null ? unit.id : `${unit.id} (${unit.file}:${unit.line})`
}

function literalsOf({ unit, reason, literals }: TouchCause): string {
  if (reason !== null) return 'every text'
  if (unit?.literals === null)
    return unit.frame === 'traditional' ? 'every traditional text' : 'every text'
  const shown = literals.slice(0, MOST_LITERALS)
  const more = literals.length - shown.length
  const words = shown.map(
    ({ literal, documents }) => `${literal.replaceAll(TOGETHER, '…')} ${formatNumber(documents)}`,
  )
  if (words.length === 0) return 'no text holds its words'
  return words.join(' · ') + (more > 0 ? ` · … ${formatNumber(more)} more words` : '')
}
