import type { AlignedPiece, AlignedText } from './aligned-text.js'
import type { DropKind } from './edit.js'
import type { Step } from './history.js'
import { mergeSpans, type Span } from './span.js'

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
  const spans: Span[] = []
  const edits: NetEdit[] = []
  const dropped: Dropped[] = []
  for (const piece of aligned.pieces()) {
    if (piece.text.start === piece.text.end) {
      pushDropped(dropped, piece, edits)
      continue
    }
    if (piece.source.start < piece.source.end) spans.push(piece.source)
    if (piece.steps.length === 0) continue
    if (piece.linear) pushChanges(edits, aligned, piece)
    else pushWhole(edits, aligned, piece)
  }
  return { spans: mergeSpans(spans), edits, dropped }
}

/** The id a record gives for a step: its rule, else its dictionary entry, else its stage. */
export function ruleOfStep({ origin }: Step): string {
  return origin.rule ?? origin.entry ?? origin.stage
}

/** What was put in between two dropped pieces keeps them apart: its place must not be inside one. */
function pushDropped(dropped: Dropped[], piece: AlignedPiece, edits: readonly NetEdit[]): void {
  const step = piece.steps.findLast(({ kind }) => kind !== null)
  const { start, end } = piece.source
  const kind = step?.kind ?? 'artefact'
  const rule = step === undefined ? 'none' : ruleOfStep(step)
  const last = dropped[dropped.length - 1]
  const isApart = edits[edits.length - 1]?.start === start
  if (last?.end === start && last.kind === kind && last.rule === rule && !isApart)
    dropped[dropped.length - 1] = { ...last, end }
  else dropped.push({ start, end, kind, rule })
}

/** One edit for each stretch of changed characters in a piece that maps one for one. */
function pushChanges(edits: NetEdit[], aligned: AlignedText, piece: AlignedPiece): void {
  const rules = rulesOf(piece.steps)
  const shift = piece.source.start - piece.text.start
  const { text, source } = aligned
  let at = piece.text.start
  while (at < piece.text.end) {
    if (text.charCodeAt(at) === source.charCodeAt(at + shift)) {
      at++
      continue
    }
    const start = at
    while (at < piece.text.end && text.charCodeAt(at) !== source.charCodeAt(at + shift)) at++
    pushEdit(edits, { start: start + shift, end: at + shift, text: text.slice(start, at), rules })
  }
}

function pushWhole(edits: NetEdit[], aligned: AlignedText, piece: AlignedPiece): void {
  const text = aligned.text.slice(piece.text.start, piece.text.end)
  if (text === aligned.source.slice(piece.source.start, piece.source.end)) return
  pushEdit(edits, { ...piece.source, text, rules: rulesOf(piece.steps) })
}

/** Joins only what corresponds character for character: any place inside such an edit can be mapped. */
function pushEdit(edits: NetEdit[], edit: NetEdit): void {
  const last = edits[edits.length - 1]
  const joins =
    last !== undefined &&
    last.end === edit.start &&
    isOneForOne(edit) &&
    isOneForOne(last) &&
    last.rules.join() === edit.rules.join()
  if (joins) edits[edits.length - 1] = { ...last, end: edit.end, text: last.text + edit.text }
  else edits.push(edit)
}

function isOneForOne({ start, end, text }: NetEdit): boolean {
  return start < end && text.length === end - start
}

function rulesOf(steps: readonly Step[]): string[] {
  return [...new Set(steps.map(ruleOfStep))]
}
