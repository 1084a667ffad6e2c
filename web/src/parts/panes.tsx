import type { JSX } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ArticleChunk, ArticleInfo, Side } from '../../../src/audit/article-api.js'
import { useTexts } from '../language/use-texts.js'
import { Chunk } from './chunk.js'
import { hoveredAt, paintHover } from './hover.js'
import { otherSide, Sides, SIDES } from './sides.js'

/** A place to go to, in source offsets and, where it is known, in those of the body. */
export interface Target {
  readonly source: number
  readonly body: number | null
}

interface PanesProps {
  readonly info: ArticleInfo
  /** The record the page was opened for; empty for none. */
  readonly record: string
  /** Where to go; a new object goes there again. */
  readonly target: Target | null
}

/** Source and body side by side, scrolling together; hovering a word shows its counterpart. */
export function Panes({ info, record, target }: PanesProps): JSX.Element {
  const texts = useTexts()
  const sides = useMemo(() => new Sides(info), [info])
  const [note, setNote] = useState('')
  /** The side that a person moves; the other follows. */
  const leader = useRef<Side>('source')
  /** Places that are still to be reached: parts above them may not be there yet. */
  const goals = useRef<Partial<Record<Side, number>>>({})
  const settle = (side: Side): void => {
    const goal = goals.current[side]
    const pane = sides.pane(side)
    const height = goal === undefined ? null : sides.heightOf(side, goal)
    if (pane === null || height === null) return
    pane.scrollTop += height - anchorOf(pane)
  }
  const follow = (): void => {
    const side = leader.current
    const other = otherSide(side)
    const [own, followed] = [sides.pane(side), sides.pane(other)]
    if (own === null || followed === null || goals.current[other] !== undefined) return
    const offset = sides.offsetAt(side, anchorOf(own))
    const height = offset === null ? null : sides.heightOf(other, sides.nearest(side, offset))
    if (height !== null) followed.scrollTop += height - anchorOf(followed)
  }
  useEffect(() => {
    if (target === null) return
    leader.current = 'source'
    goals.current = {
      source: target.source,
      ...(target.body === null ? {} : { body: target.body }),
    }
    for (const side of SIDES) settle(side)
  }, [target, sides])
  useEffect(
    () => () => {
      paintHover(sides, null)
    },
    [sides],
  )
  const lead = (side: Side): void => {
    leader.current = side
    goals.current = {}
  }
  const loaded = (chunk: ArticleChunk): void => {
    sides.addChunk(chunk)
    settle(chunk.side)
    if (chunk.side !== leader.current) follow()
  }
  return (
    <div class="panes">
      {SIDES.map((side) => (
        <div class="pane-frame">
          <h2>{texts.article[side]}</h2>
          <div
            class={`pane ${side}`}
            role="region"
            aria-label={texts.article[side]}
            tabIndex={0}
            ref={(pane) => {
              sides.setPane(side, pane)
            }}
            onWheel={() => {
              lead(side)
            }}
            onTouchStart={() => {
              lead(side)
            }}
            onKeyDown={() => {
              lead(side)
            }}
            onPointerDown={() => {
              lead(side)
            }}
            onScroll={() => {
              if (leader.current === side) follow()
            }}
            onPointerMove={(event) => {
              const hovered = hoveredAt(side, event.clientX, event.clientY)
              paintHover(sides, hovered)
              setNote(hovered?.segment.title.replaceAll('\n', ' ／ ') ?? '')
            }}
            onPointerLeave={() => {
              paintHover(sides, null)
              setNote('')
            }}
          >
            {sides.starts(side).map(([start], index, all) => (
              <Chunk
                key={`${info.id} ${index}`}
                article={info.id}
                side={side}
                index={index}
                characters={(all[index + 1]?.[0] ?? sides.length(side)) - start}
                target={record}
                onLoaded={loaded}
              />
            ))}
          </div>
        </div>
      ))}
      <output class="inspector" aria-live="off">
        {note}
      </output>
    </div>
  )
}

/** The height of the window that panes are aligned at: a third from their tops. */
function anchorOf(pane: HTMLElement): number {
  const { top, height } = pane.getBoundingClientRect()
  return top + height / 3
}
