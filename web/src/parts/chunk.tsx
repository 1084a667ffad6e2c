import type { JSX } from 'preact'
import { memo } from 'preact/compat'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ArticleChunk, Segment, Side } from '../../../src/audit/article-api.js'
import { nameOf, useTexts } from '../language/use-texts.js'
import { readJson } from '../server.js'
import { markClass, writeMark } from './values.js'

interface ChunkProps {
  readonly article: string
  readonly side: Side
  readonly index: number
  readonly characters: number
  /** The record the page was opened for; its words stand out. */
  readonly target: string
  readonly onLoaded: (chunk: ArticleChunk) => void
}

/** Part of one side, read when it comes near the window; before that a place as high as it may be. */
export const Chunk = memo(function Chunk(props: ChunkProps): JSX.Element {
  const { article, side, index, characters, target, onLoaded } = props
  const section = useRef<HTMLElement>(null)
  const [chunk, setChunk] = useState<ArticleChunk | null>(null)
  useEffect(() => {
    const element = section.current
    if (element === null || chunk !== null) return undefined
    const controller = new AbortController()
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        observer.disconnect()
        const path = `/articles/${article}/${side}/${index}`
        readJson<ArticleChunk>(path, { signal: controller.signal }).then(setChunk, () => undefined)
      },
      { root: element.parentElement, rootMargin: NEAR },
    )
    observer.observe(element)
    return () => {
      observer.disconnect()
      controller.abort()
    }
  }, [article, side, index])
  useEffect(() => {
    if (chunk !== null) onLoaded(chunk)
  }, [chunk])
  const style = chunk === null ? { height: `${estimate(characters)}px` } : {}
  return (
    <section ref={section} data-chunk={index} style={style} lang="zh">
      {chunk?.segments.map((segment) => (
        <Piece segment={segment} chunk={chunk} target={target} />
      ))}
    </section>
  )
})

/** How far outside the window a chunk is read already. */
const NEAR = '400px 0px'
const CHARACTERS_A_LINE = 34
const LINE_PX = 28

function estimate(characters: number): number {
  return Math.ceil(characters / CHARACTERS_A_LINE) * LINE_PX
}

interface PieceProps {
  readonly segment: Segment
  readonly chunk: ArticleChunk
  readonly target: string
}

function Piece({ segment, chunk, target }: PieceProps): JSX.Element {
  const texts = useTexts()
  const { start, text } = segment
  const drop = segment.drop === undefined ? undefined : chunk.drops[segment.drop]
  const edit = segment.edit === undefined ? undefined : chunk.edits[segment.edit]
  const marks = (segment.marks ?? []).flatMap((number) => chunk.marks[number] ?? [])
  const shared = {
    'data-start': start,
    ...(marks.length === 0 ? {} : { 'data-marks': marks.map(({ id }) => id).join(' ') }),
  }
  if (drop !== undefined) {
    const note = `${texts.article.dropped}: ${nameOf(texts, drop.kind)} · ${drop.rule}`
    return (
      <del class={`drop ${drop.kind}`} title={note} {...shared}>
        {text}
      </del>
    )
  }
  const notes = marks.map((mark) => writeMark(texts, mark))
  if (edit !== undefined) {
    const verb = chunk.side === 'source' ? texts.article.became : texts.article.was
    notes.push(`${verb} “${edit.other}” · ${edit.rules.join(', ')}`)
  }
  const classes = [
    ...new Set(marks.map(({ kind }) => markClass(kind))),
    ...(marks.some(({ id }) => id === target) ? ['target'] : []),
    ...(edit === undefined ? [] : ['edited']),
  ]
  if (marks.length === 0 && edit === undefined) return <span {...shared}>{text}</span>
  return (
    <mark class={classes.join(' ')} title={notes.join('\n')} {...shared}>
      {text}
    </mark>
  )
}
