import { type Edit, type Origin, replaceSpan } from '../../core/edit.js'
import type { Span } from '../../core/span.js'

/** A stretch of a draft that needs more than its units to become an edit. */
export interface Mark extends Span {
  /** What stands in its place where that is longer or shorter; null where the units say it. */
  readonly replacement: string | null
  readonly origin: Origin
}

/** A text being rewritten in place, as long as no replacement changes a length. */
export interface Draft {
  readonly text: string
  readonly units: Uint16Array
  /** In text order, disjoint. */
  readonly marks: Mark[]
}

export function startDraft(text: string): Draft {
  const bytes = Buffer.allocUnsafeSlow(text.length * 2)
  bytes.write(text, 'utf16le')
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length)
  return { text, units, marks: [] }
}

/** The text as the draft has it. */
export function finishDraft({ units, marks }: Draft): string {
  const written = decode(units)
  const pieces: string[] = []
  let position = 0
  for (const { start, end, replacement } of marks)
    if (replacement !== null) {
      pieces.push(written.slice(position, start), replacement)
      position = end
    }
  pieces.push(written.slice(position))
  return pieces.join('')
}

/**
 * The edits that make of the text what the draft says within `ranges` (sorted, disjoint): one for
 * each run of changed characters of one origin; a stretch whose length changes is one edit.
 */
export function collectEdits(draft: Draft, ranges: readonly Span[], origin: Origin): Edit[] {
  const edits: Edit[] = []
  const { units } = draft
  const written = decode(units)
  let next = 0
  for (const { start, end } of ranges) {
    let position = start
    for (; next < draft.marks.length && draft.marks[next]!.start < end; next++) {
      const mark = draft.marks[next]!
      pushChanges(edits, draft.text, written, { start: position, end: mark.start }, origin)
      if (mark.replacement === null) pushChanges(edits, draft.text, written, mark, mark.origin)
      else if (mark.replacement !== draft.text.slice(mark.start, mark.end))
        edits.push(replaceSpan(mark, mark.replacement, mark.origin))
      position = mark.end
    }
    pushChanges(edits, draft.text, written, { start: position, end }, origin)
  }
  return edits
}

function decode(units: Uint16Array): string {
  return Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')
}

/** Surrogates go in pairs: an edit may not cut one. */
function pushChanges(
  edits: Edit[],
  before: string,
  after: string,
  { start, end }: Span,
  origin: Origin,
): void {
  let at = start
  while (at < end) {
    if (before.charCodeAt(at) === after.charCodeAt(at)) {
      at++
      continue
    }
    let from = at
    while (at < end && before.charCodeAt(at) !== after.charCodeAt(at)) at++
    if (from > start && (isLow(before, from) || isLow(after, from))) from--
    if (at < end && (isLow(before, at) || isLow(after, at))) at++
    edits.push(replaceSpan({ start: from, end: at }, after.slice(from, at), origin))
  }
}

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
