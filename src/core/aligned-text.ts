import { composeRuns } from './compose.js'
import type { AppliedEdit, Edit } from './edit.js'
import { Histories, type Step } from './history.js'
import { firstEndingAfter, type Runs, RunsBuilder } from './runs.js'
import { mergeSpans, type Span } from './span.js'

/** A stretch of text and the source it stands for; an empty `text` span is dropped source. */
export interface AlignedPiece {
  readonly text: Span
  readonly source: Span
  /** True where the two are as long and correspond character for character. */
  readonly linear: boolean
  /** What happened to the piece, oldest first; empty where it is as in the source. */
  readonly steps: readonly Step[]
}

/**
 * A text that knows, for each of its characters, which part of the decoded source it stands for.
 * Immutable: `edit` is the only door to a changed text. Building is linear in the text and the
 * edits, mapping is logarithmic in the number of runs. `text` offsets are this text's, `source`
 * offsets the decoded source's, both in UTF-16 code units.
 */
export class AlignedText {
  private constructor(
    readonly text: string,
    readonly source: string,
    private readonly runs: Runs,
    private readonly histories: Histories,
    private readonly previous: AlignedText | null,
    private readonly applied: readonly Edit[],
  ) {}

  /** The text that is its own source. */
  static of(source: string): AlignedText {
    const runs = new RunsBuilder()
    runs.pushLinear(source.length, 0)
    return new AlignedText(source, source, runs.build(), new Histories(), null, [])
  }

  /**
   * The text after `edits`, which are in this text's offsets, sorted, and disjoint (they may touch).
   * @throws {RangeError} if they are not, leave the text, or cut a surrogate pair
   */
  edit(edits: readonly Edit[]): AlignedText {
    if (edits.length === 0) return this
    assertEdits(this.text, edits)
    const { text, runs } = composeRuns(this.text, this.runs, edits, this.histories)
    return new AlignedText(text, this.source, runs, this.histories, this, edits)
  }

  /**
   * The source that `span` stands for, adjacent ranges merged; what was dropped inside is left out.
   * A part of a length-changing replacement maps to the whole of what was replaced; characters
   * that stand for nothing (a line break put in) add no range.
   */
  toSource(span: Span): readonly Span[] {
    const { count, textStart, sourceStart, linear } = this.runs
    const ranges: Span[] = []
    if (span.start >= span.end) return ranges
    const first = firstEndingAfter(textStart, count, span.start)
    for (let run = first; run < count && textStart[run]! < span.end; run++) {
      const from = textStart[run]!
      const to = textStart[run + 1]!
      if (from === to) continue
      const source = sourceStart[run]!
      if (linear[run] === 1) {
        const start = source + Math.max(0, span.start - from)
        ranges.push({ start, end: source + Math.min(to, span.end) - from })
      } else if (sourceStart[run + 1]! > source) {
        ranges.push({ start: source, end: sourceStart[run + 1]! })
      }
    }
    return mergeSpans(ranges)
  }

  /** The ranges of this text that stand for any of `span`, a range of the source. */
  fromSource(span: Span): readonly Span[] {
    const { count, textStart, sourceStart, linear } = this.runs
    const ranges: Span[] = []
    if (span.start >= span.end) return ranges
    const first = firstEndingAfter(sourceStart, count, span.start)
    for (let run = first; run < count && sourceStart[run]! < span.end; run++) {
      const from = sourceStart[run]!
      const to = sourceStart[run + 1]!
      const text = textStart[run]!
      if (textStart[run + 1] === text || (from === to && from <= span.start)) continue
      if (linear[run] === 1) {
        const start = text + Math.max(0, span.start - from)
        ranges.push({ start, end: text + Math.min(to, span.end) - from })
      } else ranges.push({ start: text, end: textStart[run + 1]! })
    }
    return mergeSpans(ranges)
  }

  /** What happened to the words in `span` on the way from the source, oldest first. */
  edits(span: Span): readonly AppliedEdit[] {
    if (this.previous === null) return []
    const here: AppliedEdit[] = []
    let shift = 0
    let { start, end } = span
    for (const edit of this.applied) {
      const from = edit.start + shift
      const to = from + edit.replacement.length
      if (from >= span.end) break
      shift += edit.replacement.length - (edit.end - edit.start)
      if (to <= span.start) {
        start = span.start - shift
        end = span.end - shift
      } else {
        here.push(this.previous.describe(edit))
        if (from <= span.start) start = edit.start
        end = to >= span.end ? edit.end : span.end - shift
      }
    }
    return [...this.previous.edits({ start, end }), ...here]
  }

  /** The edits applied since the source, one list for each call of `edit`, oldest first. */
  script(): readonly (readonly Edit[])[] {
    return this.previous === null ? [] : [...this.previous.script(), this.applied]
  }

  /**
   * The passes of edits between `earlier` and this text, oldest first, each with the text it was
   * applied to; all passes where `earlier` is no former state of this text.
   */
  passesSince(earlier: AlignedText): readonly { text: AlignedText; edits: readonly Edit[] }[] {
    const { previous } = this
    if (this === earlier || previous === null) return []
    return [...previous.passesSince(earlier), { text: previous, edits: this.applied }]
  }

  /** The whole alignment in order; together the pieces are all of the text and all of the source. */
  *pieces(): Generator<AlignedPiece> {
    const { count, textStart, sourceStart, history, linear } = this.runs
    for (let run = 0; run < count; run++)
      yield {
        text: { start: textStart[run]!, end: textStart[run + 1]! },
        source: { start: sourceStart[run]!, end: sourceStart[run + 1]! },
        linear: linear[run] === 1,
        steps: this.histories.stepsOf(history[run]!),
      }
  }

  private describe(edit: Edit): AppliedEdit {
    return {
      origin: edit.origin,
      kind: edit.kind,
      before: this.text.slice(edit.start, edit.end),
      after: edit.replacement,
      source: this.toSource(edit),
    }
  }
}

function assertEdits(text: string, edits: readonly Edit[]): void {
  let position = 0
  for (const edit of edits) {
    const { start, end } = edit
    if (start < position || end < start || end > text.length)
      throw new RangeError(
        `Edit [${start}, ${end}) of ${ruleOf(edit)} must follow position ${position}, in order, inside a text of ${text.length}.`,
      )
    if (cutsSurrogatePair(text, start) || cutsSurrogatePair(text, end))
      throw new RangeError(`Edit [${start}, ${end}) of ${ruleOf(edit)} cuts a surrogate pair.`)
    position = end
  }
}

function ruleOf({ origin }: Edit): string {
  return origin.rule ?? origin.stage
}

function cutsSurrogatePair(text: string, offset: number): boolean {
  if (offset === 0 || offset >= text.length) return false
  const unit = text.charCodeAt(offset)
  if (unit < 0xdc00 || unit > 0xdfff) return false
  const before = text.charCodeAt(offset - 1)
  return before >= 0xd800 && before <= 0xdbff
}
