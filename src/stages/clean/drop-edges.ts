import type { Span } from '../../core/span.js'
import type { FixedLines } from '../../rule/fixed-lines.js'
import type { LineMatcher } from '../../rule/line-rules.js'
import type { NoticeFinder } from '../../rule/notices.js'
import type { Drop } from './drop.js'
import { segmentsOf } from './edge-segments.js'
import type { CleanOptions } from './options.js'

/** What knows a sentence for one that is not the article's. */
export interface KnownLines {
  readonly rules: LineMatcher
  readonly notices: NoticeFinder
  readonly fixed: FixedLines
}

/** Sentences of the first and last lines that are notices, promotion or metadata. */
export function dropEdges(
  text: string,
  lines: readonly Span[],
  known: KnownLines,
  { edgeLines, shortestFixed }: CleanOptions,
): Drop[] {
  const edge = lines.filter((_, index) => index < edgeLines || index >= lines.length - edgeLines)
  const segments = edge.flatMap((line) => segmentsOf(text, line))
  const rules = known.rules.match(text, segments)
  const notices = known.notices.find(text, segments)
  const fixed = known.fixed.match(text, segments)
  return segments.flatMap((segment, index): Drop[] => {
    const rule = rules[index]
    if (rule !== null && rule !== undefined)
      return [{ ...segment, kind: rule.kind, rule: rule.id, entry: null }]
    const notice = notices[index]
    if (notice !== null && notice !== undefined)
      return [{ ...segment, kind: 'disclaimer', rule: 'clean/notice', entry: notice }]
    const line = fixed[index]
    if (line === null || line === undefined) return []
    if (segment.end - segment.start < shortestFixed) return []
    return [{ ...segment, kind: line.kind, rule: 'clean/fixed-line', entry: line.id }]
  })
}
