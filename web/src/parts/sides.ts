import type { Span } from '../../../src/audit/api.js'
import type {
  ArticleChunk,
  ArticleInfo,
  ChunkStart,
  Correspondence,
  Side,
} from '../../../src/audit/article-api.js'

export const SIDES = ['source', 'body'] as const

export function otherSide(side: Side): Side {
  return side === 'source' ? 'body' : 'source'
}

/**
 * The two panes of an article on the screen: which parts are there, where an offset stands, and what
 * corresponds to it on the other side. Everything is read off the elements, so nothing can go stale.
 */
export class Sides {
  private readonly chunks: Readonly<Record<Side, Map<number, ArticleChunk>>> = {
    source: new Map(),
    body: new Map(),
  }
  private readonly panes: Partial<Record<Side, HTMLElement>> = {}

  constructor(private readonly info: ArticleInfo) {}

  setPane(side: Side, pane: HTMLElement | null): void {
    if (pane === null) Reflect.deleteProperty(this.panes, side)
    else this.panes[side] = pane
  }

  pane(side: Side): HTMLElement | null {
    return this.panes[side] ?? null
  }

  addChunk(chunk: ArticleChunk): void {
    this.chunks[chunk.side].set(chunk.index, chunk)
  }

  starts(side: Side): readonly ChunkStart[] {
    return side === 'source' ? this.info.sourceChunks : this.info.bodyChunks
  }

  length(side: Side): number {
    return side === 'source' ? this.info.sourceLength : this.info.bodyLength
  }

  /** The ranges on the other side that a range corresponds to; as far as its chunk is there. */
  counterparts(side: Side, { start, end }: Span): Span[] {
    const chunk = this.chunks[side].get(this.chunkAt(side, start))
    const found: Span[] = []
    for (const { own, other, linear } of (chunk?.runs ?? []).map(
      side === 'source' ? asSource : asBody,
    )) {
      if (own.start >= end || own.end <= start) continue
      if (!linear) found.push(other)
      else
        found.push({
          start: other.start + Math.max(0, start - own.start),
          end: other.start + Math.min(end, own.end) - own.start,
        })
    }
    return found.filter((span) => span.start < span.end)
  }

  /** The place on the other side nearest to an offset, for scrolling. */
  nearest(side: Side, offset: number): number {
    const index = this.chunkAt(side, offset)
    const chunk = this.chunks[side].get(index)
    const toOwn = side === 'source' ? asSource : asBody
    const before = chunk?.runs.map(toOwn).findLast(({ own }) => own.start <= offset)
    if (before === undefined) return this.starts(side)[index]?.[1] ?? 0
    const { own, other, linear } = before
    return other.start + (linear ? Math.min(offset, own.end) - own.start : 0)
  }

  chunkAt(side: Side, offset: number): number {
    const starts = this.starts(side)
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((starts[middle]?.[0] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return Math.max(0, low - 1)
  }

  /** The offset at a height of the window; null where nothing stands. */
  offsetAt(side: Side, y: number): number | null {
    const pane = this.panes[side]
    if (pane === undefined) return null
    const sections = [...pane.children].filter((child) => child instanceof HTMLElement)
    const section = lastAbove(sections, y)
    if (section === null) return null
    const index = Number(section.dataset['chunk'])
    const [start = 0] = this.starts(side)[index] ?? []
    const end = this.starts(side)[index + 1]?.[0] ?? this.length(side)
    const segment = lastAbove([...section.children], y)
    if (segment instanceof HTMLElement) {
      const length = segment.textContent.length
      return Number(segment.dataset['start']) + Math.floor(shareAbove(segment, y) * length)
    }
    return start + Math.floor(shareAbove(section, y) * (end - start))
  }

  /** The height of the window at which an offset stands. */
  heightOf(side: Side, offset: number): number | null {
    const pane = this.panes[side]
    const index = this.chunkAt(side, offset)
    const section = pane?.querySelector<HTMLElement>(`[data-chunk="${index}"]`)
    if (section == null) return null
    const segment = segmentAt(section, offset)
    if (segment !== null) {
      const rect = segment.getBoundingClientRect()
      const inside = (offset - Number(segment.dataset['start'])) / segment.textContent.length
      return rect.top + rect.height * inside
    }
    const [start = 0] = this.starts(side)[index] ?? []
    const end = this.starts(side)[index + 1]?.[0] ?? this.length(side)
    const rect = section.getBoundingClientRect()
    return rect.top + (rect.height * (offset - start)) / Math.max(1, end - start)
  }

  /** Ranges of the document for a range of offsets, as far as it is on the screen. */
  ranges(side: Side, { start, end }: Span): Range[] {
    const pane = this.panes[side]
    const ranges: Range[] = []
    for (let index = this.chunkAt(side, start); index <= this.chunkAt(side, end - 1); index++) {
      const section = pane?.querySelector<HTMLElement>(`[data-chunk="${index}"]`)
      for (const segment of section?.children ?? []) {
        if (!(segment instanceof HTMLElement) || segment.firstChild === null) continue
        const from = Number(segment.dataset['start'])
        const to = from + segment.textContent.length
        if (from >= end || to <= start) continue
        const range = new Range()
        range.setStart(segment.firstChild, Math.max(0, start - from))
        range.setEnd(segment.firstChild, Math.min(to, end) - from)
        ranges.push(range)
      }
    }
    return ranges
  }
}

/** A correspondence as one side sees it. */
interface Run {
  readonly own: Span
  readonly other: Span
  readonly linear: boolean
}

function asSource([sourceStart, sourceEnd, bodyStart, bodyEnd, linear]: Correspondence): Run {
  const [own, other] = [
    { start: sourceStart, end: sourceEnd },
    { start: bodyStart, end: bodyEnd },
  ]
  return { own, other, linear: linear === 1 }
}

function asBody(run: Correspondence): Run {
  const { own, other, linear } = asSource(run)
  return { own: other, other: own, linear }
}

/** Lines follow each other, so elements in order never go up. */
function lastAbove<T extends Element>(elements: readonly T[], y: number): T | null {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((elements[middle]?.getBoundingClientRect().top ?? 0) <= y) low = middle + 1
    else high = middle
  }
  return elements[low - 1] ?? elements[0] ?? null
}

function shareAbove(element: Element, y: number): number {
  const { top, height } = element.getBoundingClientRect()
  return height === 0 ? 0 : Math.min(1, Math.max(0, (y - top) / height))
}

function segmentAt(section: HTMLElement, offset: number): HTMLElement | null {
  let found: HTMLElement | null = null
  for (const segment of section.children) {
    if (!(segment instanceof HTMLElement) || Number(segment.dataset['start']) > offset) break
    found = segment
  }
  return found
}
