import { bisect } from './bisect.js'
import type { Dropped, NetEdit, NetEffect } from './net-effect.js'
import { mergeSpans, type Span } from './span.js'

/** A stretch of the source and what it became: kept as it is, changed, or dropped. */
export interface NetPiece {
  readonly source: Span
  /** Empty for what was dropped. */
  readonly body: Span
  /** True where it corresponds character for character; false where it stands as a unit. */
  readonly linear: boolean
  readonly edit: NetEdit | null
  readonly dropped: Dropped | null
}

/**
 * An article's alignment read back from its record: what a reader of records can know without running
 * anything. All of source and body in order.
 */
export class NetAlignment {
  readonly pieces: readonly NetPiece[]
  private readonly kept: readonly NetPiece[]

  constructor({ edits, dropped }: Pick<NetEffect, 'edits' | 'dropped'>, sourceLength: number) {
    this.pieces = [...readPieces(edits, dropped, sourceLength)]
    this.kept = this.pieces.filter((piece) => piece.dropped === null)
  }

  /** What a range of the source became; what was dropped inside it leaves no trace. */
  toBody(span: Span): Span[] {
    return this.map(span, 'source', 'body')
  }

  /** The ranges of the source that a range of the body stands for. */
  toSource(span: Span): Span[] {
    return this.map(span, 'body', 'source')
  }

  private map(span: Span, from: 'source' | 'body', to: 'source' | 'body'): Span[] {
    const { kept } = this
    const found: Span[] = []
    let at = bisect(kept.length, (index) => kept[index]![from].end <= span.start)
    for (; at < kept.length && kept[at]![from].start < span.end; at++) {
      const piece = kept[at]!
      if (!piece.linear) {
        found.push(piece[to])
        continue
      }
      const shift = piece[to].start - piece[from].start
      const start = Math.max(span.start, piece[from].start)
      const end = Math.min(span.end, piece[from].end)
      if (start < end) found.push({ start: start + shift, end: end + shift })
    }
    return mergeSpans(found.filter(({ start, end }) => start < end))
  }
}

/** An insertion stands before what is dropped at the same place. */
function* readPieces(
  edits: readonly NetEdit[],
  dropped: readonly Dropped[],
  sourceLength: number,
): Generator<NetPiece> {
  let source = 0
  let body = 0
  const copy = (end: number): NetPiece[] => {
    if (source >= end) return []
    const length = end - source
    const piece = {
      source: { start: source, end },
      body: { start: body, end: body + length },
      linear: true,
      edit: null,
      dropped: null,
    }
    source = end
    body += length
    return [piece]
  }
  let nextEdit = 0
  let nextDrop = 0
  for (;;) {
    const edit = edits[nextEdit]
    const drop = dropped[nextDrop]
    if (edit !== undefined && (drop === undefined || edit.start <= drop.start)) {
      yield* copy(edit.start)
      const { start, end, text } = edit
      const linear = start < end && text.length === end - start
      const into = { start: body, end: body + text.length }
      yield { source: { start, end }, body: into, linear, edit, dropped: null }
      source = end
      body += text.length
      nextEdit++
    } else if (drop !== undefined) {
      yield* copy(drop.start)
      const { start, end } = drop
      yield {
        source: { start, end },
        body: { start: body, end: body },
        linear: false,
        edit: null,
        dropped: drop,
      }
      source = end
      nextDrop++
    } else {
      yield* copy(sourceLength)
      return
    }
  }
}
