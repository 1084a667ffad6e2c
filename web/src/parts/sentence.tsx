import type { JSX } from 'preact'
import type { PlacedMark, Span } from '../../../src/audit/api.js'
import { useTexts } from '../language/use-texts.js'
import { markClass, writeMark } from './values.js'

interface SentenceProps {
  readonly text: string
  readonly marks: readonly PlacedMark[]
  readonly matched: readonly Span[]
}

/** A sentence with its mentions coloured, those that play a part in the fact strongest. */
export function Sentence({ text, marks, matched }: SentenceProps): JSX.Element {
  const texts = useTexts()
  return (
    <span class="sentence" lang="zh-Hans">
      {cut(text, marks, matched).map(({ start, end, mark, isMatched }) => {
        const words = text.slice(start, end)
        const matchedClass = isMatched ? 'matched' : undefined
        if (mark === null) return <span class={matchedClass}>{words}</span>
        const role = mark.role === null ? '' : ' role'
        return (
          <mark
            class={`${markClass(mark.kind)}${role}${isMatched ? ' matched' : ''}`}
            title={writeMark(texts, mark)}
          >
            {words}
          </mark>
        )
      })}
    </span>
  )
}

interface Piece extends Span {
  readonly mark: PlacedMark | null
  readonly isMatched: boolean
}

/** Pieces that look the same all along. Of marks over each other the inner one is shown. */
function cut(text: string, marks: readonly PlacedMark[], matched: readonly Span[]): Piece[] {
  const edges = new Set([0, text.length])
  for (const span of [...matched, ...marks.flatMap(({ spans }) => spans)])
    edges.add(span.start).add(span.end)
  const places = [...edges].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? text.length
    const covers = (span: Span): boolean => span.start <= start && span.end >= end
    const mark = marks.findLast(({ spans }) => spans.some(covers)) ?? null
    return { start, end, mark, isMatched: matched.some(covers) }
  })
}
