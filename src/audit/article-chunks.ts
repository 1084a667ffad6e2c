import { bisect } from '../core/bisect.js'
import { NetAlignment, type NetPiece } from '../core/net-alignment.js'
import type { Span } from '../core/span.js'
import type { AuditedArticle } from '../store/audit-store.js'
import type { MarkInfo } from './api.js'
import type {
  ArticleChunk,
  ChunkStart,
  Correspondence,
  DropInfo,
  EditInfo,
  Segment,
  Side,
} from './article-api.js'
import { saidBy, toMark } from './fact-lines.js'

/** Both sides of an article, cut into chunks that are made when they are asked for. */
export class ArticleSides {
  readonly starts: Readonly<Record<Side, readonly ChunkStart[]>>
  private readonly alignment: NetAlignment
  private readonly marks: Readonly<Record<Side, readonly PlacedInfo[]>>
  private readonly texts: Readonly<Record<Side, string>>

  constructor({ article, source, mentions, facts }: AuditedArticle) {
    this.alignment = new NetAlignment(article, source.length)
    this.texts = { source, body: article.text }
    const infos = [
      ...facts.map((fact) => {
        const said = saidBy(fact)
        const label = `${fact.subject.name} · ${said.text}`
        const { id, rule, quantity, spans } = fact
        const own = quantity === undefined ? {} : { quantity }
        return { info: { id, kind: 'fact', label, rule, entry: null, ...own }, spans }
      }),
      ...mentions.map((mention) => ({ info: toMark(mention), spans: mention.spans })),
    ]
    this.marks = {
      source: sortPlaced(infos.flatMap(({ info, spans }) => spans.map((span) => ({ info, span })))),
      body: sortPlaced(
        infos.flatMap(({ info, spans }) => {
          const inBody = spans.flatMap((span) => this.alignment.toBody(span))
          return inBody.map((span) => ({ info, span }))
        }),
      ),
    }
    this.starts = {
      source: this.cut('source').map((start) => [start, this.onOtherSide('source', start)]),
      body: this.cut('body').map((start) => [start, this.onOtherSide('body', start)]),
    }
  }

  /** Null where there is no such chunk. */
  chunk(side: Side, index: number): ArticleChunk | null {
    const starts = this.starts[side]
    const first = starts[index]
    if (first === undefined) return null
    const span = { start: first[0], end: starts[index + 1]?.[0] ?? this.texts[side].length }
    return new ChunkWriter(side, index, this.texts).write(
      span,
      this.piecesIn(side, span),
      this.marks[side],
    )
  }

  /** Where a mention or fact begins on each side; null for one that is not in the article. */
  placeOf(id: string): Readonly<Record<Side, number>> | null {
    const [source, body] = [this.marks.source, this.marks.body].map((marks) =>
      marks.find(({ info }) => info.id === id),
    )
    if (source === undefined) return null
    return { source: source.span.start, body: body?.span.start ?? 0 }
  }

  /** Places to cut a side at: behind a line break where one comes soon enough. */
  private cut(side: Side): number[] {
    const text = this.texts[side]
    const starts = [0]
    for (let at = CHUNK; at < text.length;) {
      const line = text.lastIndexOf('\n', at) + 1
      const last = starts.at(-1)!
      let start = line > last + CHUNK / 2 ? line : at
      if (isLowSurrogate(text, start)) start--
      starts.push(start)
      at = start + CHUNK
    }
    return starts
  }

  /** The place on the other side that a place corresponds to; where it was dropped, the next kept one. */
  private onOtherSide(side: Side, offset: number): number {
    const { pieces } = this.alignment
    const other = side === 'source' ? 'body' : 'source'
    const piece = pieces[bisect(pieces.length, (at) => pieces[at]![side].end <= offset)]
    if (piece === undefined) return this.texts[other].length
    const inside = piece.linear ? Math.max(0, offset - piece[side].start) : 0
    return piece[other].start + inside
  }

  private piecesIn(side: Side, { start, end }: Span): NetPiece[] {
    const { pieces } = this.alignment
    const first = bisect(pieces.length, (at) => pieces[at]![side].end <= start)
    const found: NetPiece[] = []
    for (let at = first; at < pieces.length && pieces[at]![side].start < end; at++)
      found.push(pieces[at]!)
    return found
  }
}

/** Characters of a chunk, about: a few screens. */
const CHUNK = 6000

interface PlacedInfo {
  readonly info: MarkInfo
  readonly span: Span
}

function sortPlaced(placed: PlacedInfo[]): PlacedInfo[] {
  return placed.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

class ChunkWriter {
  private readonly segments: Segment[] = []
  private readonly marks = new Map<string, number>()
  private readonly infos: MarkInfo[] = []
  private readonly drops: DropInfo[] = []
  private readonly edits: EditInfo[] = []
  private readonly runs: Correspondence[] = []

  constructor(
    private readonly side: Side,
    private readonly index: number,
    private readonly texts: Readonly<Record<Side, string>>,
  ) {}

  write(span: Span, pieces: readonly NetPiece[], placed: readonly PlacedInfo[]): ArticleChunk {
    const inside = placed.filter(({ span: own }) => own.start < span.end && own.end > span.start)
    for (const piece of pieces) this.piece(piece, span, inside)
    const { side, index, segments, infos: marks, drops, edits, runs } = this
    return { side, index, segments, marks, drops, edits, runs }
  }

  private piece(piece: NetPiece, span: Span, inside: readonly PlacedInfo[]): void {
    const { side } = this
    if (piece.dropped === null) this.addRun(piece)
    const start = Math.max(piece[side].start, span.start)
    const end = Math.min(piece[side].end, span.end)
    if (start >= end) return
    const over = inside.filter(({ span: own }) => own.start < end && own.end > start)
    const cuts = new Set([start, end])
    for (const { span: own } of over)
      for (const at of [own.start, own.end]) if (at > start && at < end) cuts.add(at)
    const drop = piece.dropped === null ? undefined : this.dropNumber(piece.dropped)
    const edit = piece.edit === null ? undefined : this.editNumber(piece)
    const places = [...cuts].sort((a, b) => a - b)
    for (let at = 0; at + 1 < places.length; at++) {
      const [from, to] = [places[at]!, places[at + 1]!]
      const marks = over.filter(({ span: own }) => own.start <= from && own.end >= to)
      this.segments.push({
        start: from,
        text: this.texts[side].slice(from, to),
        ...(drop === undefined ? {} : { drop }),
        ...(edit === undefined ? {} : { edit }),
        ...(marks.length === 0 ? {} : { marks: marks.map(({ info }) => this.markNumber(info)) }),
      })
    }
  }

  /** Runs that go on where the last ended are one. */
  private addRun({ source, body, linear }: NetPiece): void {
    const last = this.runs.at(-1)
    if (linear && last?.[4] === 1 && last[1] === source.start && last[3] === body.start)
      this.runs[this.runs.length - 1] = [last[0], source.end, last[2], body.end, 1]
    else this.runs.push([source.start, source.end, body.start, body.end, linear ? 1 : 0])
  }

  private dropNumber({ kind, rule }: DropInfo): number {
    const known = this.drops.findIndex((drop) => drop.kind === kind && drop.rule === rule)
    return known >= 0 ? known : this.drops.push({ kind, rule }) - 1
  }

  private editNumber({ source, edit }: NetPiece): number {
    const { start, end } = source
    const other = this.side === 'body' ? this.texts.source.slice(start, end) : (edit?.text ?? '')
    return this.edits.push({ other, rules: edit?.rules ?? [] }) - 1
  }

  private markNumber(info: MarkInfo): number {
    const known = this.marks.get(info.id)
    if (known !== undefined) return known
    const number = this.infos.push(info) - 1
    this.marks.set(info.id, number)
    return number
  }
}
