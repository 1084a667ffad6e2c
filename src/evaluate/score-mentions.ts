import { hullOf, type Span } from '../core/span.js'
import type { MentionRecord, SentenceRecord } from '../pipeline/records.js'
import type { Gold } from './gold.js'
import type { SameName } from './names.js'
import { sameNumber } from './numbers.js'
import type { Miss } from './report.js'
import { pairUp, type Score } from './score.js'

/** What scoring needs to know of a document besides gold and records. */
export interface ScoringContext {
  readonly document: string
  readonly gold: Gold
  readonly sameName: SameName
  /** The entity kinds and symmetric relations that the pipeline declares. */
  readonly entityKinds: readonly string[]
  readonly symmetricRelations: ReadonlySet<string>
  readonly sentences: readonly SentenceRecord[]
  /** The sentence around a place in the source, or a slice of it where no sentence is. */
  readonly sentenceAt: (span: Span) => string
}

export interface ScoredMentions {
  readonly scores: Readonly<Record<string, Score>>
  readonly misses: readonly Miss[]
}

/** Scores every mention kind that the annotation lists: located, right, and `mod` among the right. */
export function scoreMentions(
  mentions: readonly MentionRecord[],
  context: ScoringContext,
): ScoredMentions {
  const scores: Record<string, Score> = {}
  const misses: Miss[] = []
  for (const { kind, expected } of expectedMentions(context)) {
    const found = mentions.filter((mention) => mention.kind === kind)
    const pairing = pairUp(expected, found, (one, mention) => {
      const overlap = overlapShare(one.span, hullOf(mention.spans))
      if (overlap < HALF) return 0
      return (
        overlap + (one.agrees(mention) ? RIGHT : 0) + (one.mod === modOf(mention) ? SAME_MOD : 0)
      )
    })
    const right = pairing.pairs.filter((pair) => pair.grade >= RIGHT)
    const total = { found: found.length, expected: expected.length }
    scores[kind] = { right: right.length, ...total }
    scores[`${kind} located`] = { right: pairing.pairs.length, ...total }
    if (kind === 'quantity' || kind === 'date') {
      const sameMod = right.filter((pair) => pair.expected.mod === modOf(pair.found)).length
      scores[`${kind} mod`] = { right: sameMod, found: right.length, expected: right.length }
    }
    const wrong = pairing.pairs.filter((pair) => pair.grade < RIGHT)
    for (const pair of wrong) misses.push(missOf(kind, pair.expected, pair.found, context))
    for (const one of pairing.missed) misses.push(missOf(kind, one, null, context))
    for (const mention of pairing.spurious) misses.push(missOf(kind, null, mention, context))
  }
  return { scores, misses }
}

/** A mention is located when it overlaps the gold span by this share of it. */
const HALF = 0.5
/** Grades: first right before wrong, then the same mod, then the better overlap (0.5 to 1). */
const RIGHT = 4
const SAME_MOD = 2

interface Expected {
  readonly span: Span
  readonly shown: string
  readonly mod: string | null
  readonly agrees: (mention: MentionRecord) => boolean
}

function expectedMentions({
  gold,
  sameName,
  entityKinds,
}: ScoringContext): { kind: string; expected: readonly Expected[] }[] {
  const lists: { kind: string; expected: readonly Expected[] }[] = []
  const kinds = new Set((gold.entities ?? []).map(({ kind }) => kind))
  // A list without any entity says that the document names none of those the pipeline looks for.
  if (gold.entities !== undefined && kinds.size === 0)
    for (const kind of entityKinds) kinds.add(kind)
  for (const kind of kinds) {
    const entities = (gold.entities ?? []).filter((entity) => entity.kind === kind)
    const expected = entities.map(({ text, canonical, ...span }) => ({
      span,
      shown: `${text} = ${canonical}`,
      mod: null,
      agrees: ({ entity }: MentionRecord) =>
        entity !== undefined && sameName(entity.name, canonical),
    }))
    lists.push({ kind, expected })
  }
  if (gold.quantities !== undefined)
    lists.push({
      kind: 'quantity',
      expected: gold.quantities.map(({ text, value, low, high, unit, mod, ...span }) => ({
        span,
        shown: `${text} = ${numberText({ value, low, high })} ${unit} ${mod}`,
        mod,
        agrees: ({ quantity }: MentionRecord) =>
          quantity !== undefined &&
          sameNumber(quantity.value, value) &&
          sameNumber(quantity.low, low) &&
          sameNumber(quantity.high, high) &&
          quantity.unit === unit,
      })),
    })
  if (gold.dates !== undefined)
    lists.push({
      kind: 'date',
      expected: gold.dates.map(({ text, type, value, mod, ...span }) => ({
        span,
        shown: `${text} = ${type} ${value} ${mod ?? ''}`.trimEnd(),
        mod,
        agrees: ({ date }: MentionRecord) => date?.type === type && date.value === value,
      })),
    })
  return lists
}

function missOf(
  kind: string,
  expected: Expected | null,
  found: MentionRecord | null,
  { document, gold, sentenceAt }: ScoringContext,
): Miss {
  const place = found === null ? expected?.span : hullOf(found.spans)
  const inside = gold.junk?.find(
    (junk) => expected === null && place !== undefined && overlapShare(place, junk) >= HALF,
  )
  return {
    document,
    kind,
    sentence: place === undefined ? '' : sentenceAt(place),
    expected: expected?.shown ?? null,
    found: found === null ? null : showMention(found),
    junk: inside?.kind ?? null,
  }
}

function showMention({ text, entity, quantity, date }: MentionRecord): string {
  if (quantity !== undefined)
    return `${text} = ${numberText(quantity)} ${quantity.unit} ${quantity.mod}`
  if (date !== undefined) return `${text} = ${date.type} ${date.value} ${date.mod ?? ''}`.trimEnd()
  return `${text} = ${entity?.name ?? ''}`
}

function modOf({ quantity, date }: MentionRecord): string | null {
  return quantity?.mod ?? date?.mod ?? null
}

function numberText(number: {
  readonly value: number | string | null
  readonly low: number | string | null
  readonly high: number | string | null
}): string {
  const { value, low, high } = number
  return value === null ? `${low ?? '…'}–${high ?? '…'}` : String(value)
}

/** How much of `of` the other span covers, 0 to 1. */
export function overlapShare(of: Span, other: Span): number {
  const shared = Math.min(of.end, other.end) - Math.max(of.start, other.start)
  return of.end === of.start ? 0 : Math.max(0, shared) / (of.end - of.start)
}
