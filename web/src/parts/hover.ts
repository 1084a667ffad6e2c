import type { Span } from '../../../src/audit/api.js'
import type { Side } from '../../../src/audit/article-api.js'
import { otherSide, type Sides, SIDES } from './sides.js'

/** What the pointer is on: a word, or a mark with all its pieces. */
export interface Hovered {
  readonly side: Side
  readonly segment: HTMLElement
  readonly span: Span
}

/** The word or mark at a point of the window; null where there is none. */
export function hoveredAt(side: Side, x: number, y: number): Hovered | null {
  const caret = document.caretPositionFromPoint(x, y)
  const node = caret?.offsetNode
  const segment = node?.parentElement
  if (caret === null || !(node instanceof Text) || segment?.dataset['start'] === undefined)
    return null
  // The caret may be set at the end of a line that the pointer is far behind.
  const isOn = [...segment.getClientRects()].some(
    (rect) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom,
  )
  if (!isOn) return null
  const start = Number(segment.dataset['start'])
  const word = wordAt(node.data, caret.offset)
  return { side, segment, span: { start: start + word.start, end: start + word.end } }
}

/** Paints what is hovered and its counterpart: of a mark every piece on both sides. */
export function paintHover(sides: Sides, hovered: Hovered | null): void {
  const registry = CSS.highlights
  registry.delete(OWN)
  registry.delete(COUNTERPART)
  if (hovered === null) return
  const { side, segment, span } = hovered
  const mark = (segment.dataset['marks'] ?? '').split(' ').at(-1) ?? ''
  const paint = (name: string, ranges: readonly Range[]): void => {
    if (ranges.length > 0) registry.set(name, new Highlight(...ranges))
  }
  if (mark !== '') {
    for (const each of SIDES)
      paint(each === side ? OWN : COUNTERPART, rangesOfMark(sides.pane(each), mark))
    return
  }
  paint(OWN, sides.ranges(side, span))
  const other = otherSide(side)
  const spans = sides.counterparts(side, span)
  paint(
    COUNTERPART,
    spans.flatMap((each) => sides.ranges(other, each)),
  )
}

/** Highlights by name, as the style sheet has them. */
const OWN = 'hovered'
const COUNTERPART = 'counterpart'

function rangesOfMark(pane: HTMLElement | null, mark: string): Range[] {
  const pieces = pane?.querySelectorAll(`[data-marks~="${CSS.escape(mark)}"]`) ?? []
  return [...pieces].map((piece) => {
    const range = new Range()
    range.selectNodeContents(piece)
    return range
  })
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Characters around the pointer that are cut into words: a page may be one line. */
const AROUND = 24

function wordAt(text: string, offset: number): Span {
  const from = Math.max(0, offset - AROUND)
  const part = text.slice(from, offset + AROUND)
  const word = segmenter.segment(part).containing(Math.min(offset - from, part.length - 1))
  if (word === undefined) return { start: offset, end: offset + 1 }
  return { start: from + word.index, end: from + word.index + word.segment.length }
}
