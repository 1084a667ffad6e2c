import type { Span } from './span.js'

/** What kind of text was dropped, as records name it. */
export const DROP_KINDS = [
  'navigation',
  'metadata',
  'title',
  'disclaimer',
  'related',
  'advert',
  'spam',
  'injected',
  'artefact',
  'duplicate',
  'markup',
  'space',
] as const

export type DropKind = (typeof DROP_KINDS)[number]

/** Who asked for a change or made a find: the stage, and the rule or dictionary entry, by id. */
export interface Origin {
  readonly stage: string
  readonly rule: string | null
  readonly entry: string | null
}

/** A proposed change of a text: `span` is in that text's offsets, `replacement` is often empty. */
export interface Edit extends Span {
  readonly replacement: string
  /** What is being dropped; null where something is put in its place. */
  readonly kind: DropKind | null
  readonly origin: Origin
}

/** An edit that removes `span`. */
export function dropSpan(span: Span, kind: DropKind, origin: Origin): Edit {
  return { start: span.start, end: span.end, replacement: '', kind, origin }
}

/** An edit that puts `replacement` (not empty) in the place of `span`. */
export function replaceSpan(span: Span, replacement: string, origin: Origin): Edit {
  return { start: span.start, end: span.end, replacement, kind: null, origin }
}

/** One change that words went through, as `why` shows it. `source` is in decoded offsets. */
export interface AppliedEdit {
  readonly origin: Origin
  readonly kind: DropKind | null
  readonly before: string
  readonly after: string
  readonly source: readonly Span[]
}
