import { AlignedText } from '../core/aligned-text.js'
import type { DropKind, Edit } from '../core/edit.js'
import type { Layers } from '../core/layers.js'
import type { Mention } from '../core/mention.js'
import type { Segmenter } from '../core/segmenter.js'
import { sliceSpan, type Span, spanContains } from '../core/span.js'
import type { Pipeline } from './pipeline.js'
import { runStages } from './run-stages.js'

/** A sentence that was dropped and says something: the likeliest kind of loss. */
export interface Loss {
  readonly kind: DropKind
  readonly rule: string
  /** Simplified. */
  readonly sentence: string
  readonly spans: readonly Span[]
  /** Kinds of mention in it, the most telling first. */
  readonly holds: readonly string[]
  /** The larger, the likelier a reader misses it. */
  readonly weight: number
}

/** Raised when the losses of the same document may come out otherwise. */
export const LOSSES_VERSION = 1

/**
 * Sentences in running prose among what was dropped after simplification that hold an entity, a
 * quantity or a date, and that the body does not say as well. The recognisers run once more, on these
 * sentences alone. Metadata, titles, second copies and space are dropped on purpose. Pure.
 */
export function findLosses(pipeline: Pipeline, layers: Layers): Loss[] {
  const pieces = prosePieces(layers)
  if (pieces.length === 0) return []
  const text = AlignedText.of(pieces.map((piece) => piece.text).join('\n'))
  const { bytes, decoded, page, repaired, simplified, article } = layers
  const given = { bytes, decoded, page, repaired, simplified, article }
  const run = runStages(withoutFacts(pipeline), { ...given, body: { text, flags: [] } })
  if (!run.ok) return []
  const { sentences, entities, quantities, dates } = run.layers
  const inBody = new Set(layers.sentences.map(({ span }) => sliceSpan(layers.body.text.text, span)))
  const mentions = [...entities, ...quantities, ...dates]
  const losses: Loss[] = []
  let at = 0
  let offset = 0
  for (const { span } of sentences) {
    while (at < pieces.length && offset + pieces[at]!.text.length < span.end)
      offset += pieces[at++]!.text.length + 1
    const piece = pieces[at]
    const sentence = sliceSpan(text.text, span)
    if (piece === undefined || inBody.has(sentence) || !endsAsSentence(sentence)) continue
    const held = mentions.filter((mention) => spanContains(span, mention.span))
    const weight = weightOf(held, piece.edit)
    if (weight === 0 || hasContact(text.text, span, quantities)) continue
    if (!hasPredicate(sentence, pipeline.services.segmenter)) continue
    const start = piece.start + span.start - offset
    losses.push({
      kind: piece.edit.kind ?? 'artefact',
      rule: piece.edit.origin.rule ?? piece.edit.origin.entry ?? piece.edit.origin.stage,
      sentence,
      spans: piece.before.toSource({ start, end: start + sentence.length }),
      holds: kindsOf(held),
      weight,
    })
  }
  return losses.sort((a, b) => b.weight - a.weight).slice(0, MOST_LOSSES)
}

/** A dropped line that may hold prose: its words, where it stood, and the edit that dropped it. */
interface Piece {
  readonly text: string
  readonly before: AlignedText
  /** In offsets of `before`. */
  readonly start: number
  readonly edit: Edit
}

function prosePieces({ simplified, body }: Pick<Layers, 'simplified' | 'body'>): Piece[] {
  const pieces: Piece[] = []
  let length = 0
  for (const { text: before, edits } of body.text.passesSince(simplified.text))
    for (const edit of edits) {
      if (edit.kind === null || !WATCHED.has(edit.kind)) continue
      if (edit.end - edit.start < SHORTEST || length > MOST_CHARACTERS) continue
      let { start } = edit
      for (const text of sliceSpan(before.text, edit).split('\n')) {
        if (text.length >= SHORTEST && STOP.test(text)) {
          pieces.push({ text, before, start, edit })
          length += text.length
        }
        start += text.length + 1
      }
    }
  return pieces
}

/** Facts are not asked for, and the stages before the body are done. */
function withoutFacts(pipeline: Pipeline): Pipeline {
  return { ...pipeline, stages: pipeline.stages.filter(({ provides }) => provides !== 'facts') }
}

function endsAsSentence(sentence: string): boolean {
  return sentence.length >= SHORTEST && END.test(sentence.slice(-4)) && !CUT_OFF.test(sentence)
}

/** A date alone says little in a legal notice, and 目前 or 三天 little anywhere. */
function weightOf(held: readonly Mention[], { kind }: Edit): number {
  let weight = 0
  for (const { value } of held) {
    if (value.type === 'entity') weight += WEIGHT_OF_ENTITY
    else if (value.type === 'quantity') weight += WEIGHT_OF_QUANTITY
    else if (value.type === 'date' && CALENDAR.test(value.date.value))
      weight += kind === 'disclaimer' ? 0 : 1
  }
  return Math.min(weight, MOST_WEIGHT)
}

/** A row of digits that counts nothing is a number to call or to write to. */
function hasContact(text: string, span: Span, quantities: readonly Mention[]): boolean {
  for (const match of sliceSpan(text, span).matchAll(CONTACT)) {
    const start = span.start + match.index
    const number = { start, end: start + match[0].length }
    if (!quantities.some((quantity) => spanContains(quantity.span, number))) return true
  }
  return false
}

/** A long sentence with a full stop has one; of a short one its words are asked. */
function hasPredicate(sentence: string, segmenter: Segmenter): boolean {
  if (sentence.length > LONGEST_SLOGAN) return true
  return segmenter.tag(sentence).some(({ tag }) => VERB.test(tag))
}

function kindsOf(held: readonly Mention[]): string[] {
  const kinds = [...new Set(held.map(({ kind }) => kind))]
  const rank = (kind: string): number => ['quantity', 'date'].indexOf(kind)
  return kinds.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

const WATCHED: ReadonlySet<DropKind> = new Set<DropKind>([
  'navigation',
  'disclaimer',
  'related',
  'advert',
  'spam',
  'injected',
  'artefact',
])
/** A shorter sentence is a slogan. */
const SHORTEST = 14
const LONGEST_SLOGAN = 24
/** So much of a page is looked at, and so many of its losses are kept. */
const MOST_CHARACTERS = 5000
const MOST_LOSSES = 10
const WEIGHT_OF_ENTITY = 4
const WEIGHT_OF_QUANTITY = 2
const MOST_WEIGHT = 20
/** Headlines may end in ！ or ？, but hold no full stop. */
const STOP = /。/
const END = /[。！？][”’」』"）)]{0,2}$/
/** Cut off, as the teasers in a list of links are. */
const CUT_OFF = /\.{3}|(?<!…)…(?!…)/
const CONTACT = /\d{7,}|\d{3,4}-\d{3,4}-?\d{3,4}|@|www\.|https?:/g
/** A value of a certain year; not PRESENT_REF, not a length of time. */
const CALENDAR = /^\d/
/** A verb or adjective, but not one that stands as a noun. */
const VERB = /^(?:v(?!n)|a$)/
