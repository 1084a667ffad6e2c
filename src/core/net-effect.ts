import type { AlignedPiece, AlignedText } from './aligned-text.js'
import type { DropKind } from './edit.js'
import type { Step } from './history.js'
import { mergeSpans, sliceSpan, type Span } from './span.js'

/** Where a text differs from the source slice, all stages together; decoded offsets. */
export interface NetEdit extends Span {
  readonly text: string
  /** The ids of the rules at work, oldest first. */
  readonly rules: readonly string[]
}

/** Source that has no part in the text, and the rule that dropped it last; decoded offsets. */
export interface Dropped extends Span {
  readonly kind: DropKind
  readonly rule: string
}

/** What became of a source: `spans` and `dropped` tile it; with `edits` applied, `spans` are the text. */
export interface NetEffect {
  readonly spans: readonly Span[]
  readonly edits: readonly NetEdit[]
  readonly dropped: readonly Dropped[]
}

/** Reads the net effect of all edits off an aligned text; all three lists are in source order. */
export function netEffectOf(aligned: AlignedText): NetEffect {
  return new NetEffectReader(aligned).read()
}

/** The id a record gives for a step: its rule, else its dictionary entry, else its stage. */
export function ruleOfStep({ origin }: Step): string {
  return origin.rule ?? origin.entry ?? origin.stage
}

type Draft<T> = { -readonly [K in keyof T]: T[K] }

class NetEffectReader {
  private readonly edits: Draft<NetEdit>[] = []
  private readonly dropped: Draft<Dropped>[] = []
  /** The rules of each list of steps: many pieces share one. */
  private readonly rules = new Map<readonly Step[], readonly string[]>()

  constructor(private readonly aligned: AlignedText) {}

  read(): NetEffect {
    const spans: Span[] = []
    for (const piece of this.aligned.pieces()) {
      if (piece.text.start === piece.text.end) {
        this.addDropped(piece)
        continue
      }
      if (piece.source.start < piece.source.end) spans.push(piece.source)
      if (piece.steps.length === 0) continue
      if (piece.linear) this.addChanges(piece)
      else this.addWhole(piece)
    }
    return { spans: mergeSpans(spans), edits: this.edits, dropped: this.dropped }
  }

  /** What was put in between two dropped pieces keeps them apart: its place must not be inside one. */
  private addDropped({ steps, source: { start, end } }: AlignedPiece): void {
    const step = steps.findLast(({ kind }) => kind !== null)
    const kind = step?.kind ?? 'artefact'
    const rule = step === undefined ? 'none' : ruleOfStep(step)
    const last = this.dropped[this.dropped.length - 1]
    const isApart = this.edits[this.edits.length - 1]?.start === start
    if (last?.end === start && last.kind === kind && last.rule === rule && !isApart) last.end = end
    else this.dropped.push({ start, end, kind, rule })
  }

  /** One edit for each stretch of changed characters in a piece that maps one for one. */
  private addChanges({ text: span, source: from, steps }: AlignedPiece): void {
    const { text, source } = this.aligned
    const shift = from.start - span.start
    let at = span.start
    while (at < span.end) {
      if (text.charCodeAt(at) === source.charCodeAt(at + shift)) {
        at++
        continue
      }
      const start = at
      while (at < span.end && text.charCodeAt(at) !== source.charCodeAt(at + shift)) at++
      this.addEdit({ start: start + shift, end: at + shift }, text.slice(start, at), steps)
    }
  }

  private addWhole({ text: span, source, steps }: AlignedPiece): void {
    const text = sliceSpan(this.aligned.text, span)
    if (text !== sliceSpan(this.aligned.source, source)) this.addEdit(source, text, steps)
  }

  /** Joins only what corresponds character for character: any place inside such an edit can be mapped. */
  private addEdit({ start, end }: Span, text: string, steps: readonly Step[]): void {
    const rules = this.rulesOf(steps)
    const edit = { start, end, text, rules }
    const last = this.edits[this.edits.length - 1]
    const joins =
      last !== undefined &&
      last.end === start &&
      isOneForOne(edit) &&
      isOneForOne(last) &&
      (last.rules === rules || last.rules.join() === rules.join())
    if (!joins) this.edits.push(edit)
    else {
      last.end = end
      last.text += text
    }
  }

  private rulesOf(steps: readonly Step[]): readonly string[] {
    let rules = this.rules.get(steps)
    if (rules === undefined) this.rules.set(steps, (rules = [...new Set(steps.map(ruleOfStep))]))
    return rules
  }
}

function isOneForOne({ start, end, text }: NetEdit): boolean {
  return start < end && text.length === end - start
}
