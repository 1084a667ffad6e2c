import type { JSX } from 'preact'
import type { Span } from '../../../src/audit/api.js'

interface MarkedTextProps {
  readonly text: string
  /** In order; pieces of one stretch where something stands between them. */
  readonly marked: readonly Span[]
}

/** A sentence with one thing in it marked. */
export function MarkedText({ text, marked }: MarkedTextProps): JSX.Element {
  return (
    <span class="sentence" lang="zh-Hans">
      {marked.map(({ start, end }, index) => (
        <>
          {text.slice(marked[index - 1]?.end ?? 0, start)}
          <mark class="fact">{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(marked.at(-1)?.end ?? 0)}
    </span>
  )
}
