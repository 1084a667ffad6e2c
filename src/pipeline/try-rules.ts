import type { Fact } from '../core/fact.js'
import type { Layers } from '../core/layers.js'
import type { Mention } from '../core/mention.js'
import type { Segmenter } from '../core/segmenter.js'
import { sliceSpan, type Span, spanContains, spansOverlap } from '../core/span.js'
import type { FactRule } from '../rule/fact-rule.js'
import {
  type Alphabet,
  foldPassages,
  foldPunctuation,
  type Passage,
  plainStretches,
} from '../rule/folding.js'
import { formatPattern } from '../rule/format-pattern.js'
import { findFurthest, type FoldedPassage, shareOf } from '../rule/furthest-match.js'
import { fillsSlots, type RulePattern } from '../rule/match-rules.js'
import { clausesOf, mentionsBySentence } from '../stages/facts/passages.js'

/**
 * How a rule fared at a place:
 * - `made`: it made a fact there
 * - `lost`: its words are there, and another rule has what it would claim
 * - `unless`: its words are there, and a tie is told beside which it says nothing
 * - `unbound`: its words are there, and subject, metric or amount could not be told
 * - `stopped`: the text goes along with it up to a part
 * - `mentions`, `words`: something it cannot do without is not there
 */
export type Outcome =
  | { readonly kind: 'made'; readonly text: string }
  | { readonly kind: 'lost'; readonly text: string; readonly to: string }
  | { readonly kind: 'unless'; readonly text: string; readonly to: string }
  | { readonly kind: 'unbound'; readonly text: string }
  | {
      readonly kind: 'stopped'
      /** What went along, how many parts of how many, the part expected, and what stands there. */
      readonly text: string
      readonly matched: number
      readonly parts: number
      readonly expected: string
      readonly stands: string
    }
  | { readonly kind: 'mentions'; readonly missing: readonly string[] }
  | { readonly kind: 'words'; readonly missing: readonly string[] }

/** A rule with how its best form fared. */
export interface Attempt {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly priority: number
  readonly outcome: Outcome
}

/** Tries rules on the sentences that overlap `places`, those that came nearest first. */
export function tryRules(
  layers: Layers,
  places: readonly Span[],
  given: { rules: readonly FactRule[]; alphabet: Alphabet; segmenter: Segmenter },
): readonly Attempt[] {
  const body = layers.body.text.text
  const wide = foldPunctuation(body)
  const { sentences, entities, quantities, dates, facts } = layers
  const mentionsOf = mentionsBySentence(sentences, [entities, quantities, dates])
  const passages = sentences.flatMap(({ span }, index): Passage[] =>
    places.some((place) => spansOverlap(place, span))
      ? [{ span, mentions: mentionsOf[index] ?? [] }]
      : [],
  )
  const folded = new Map<Span, FoldedPassage>()
  const fold = (passage: Passage): FoldedPassage => {
    const known = folded.get(passage.span)
    if (known !== undefined) return known
    const stretches = plainStretches(passage).map((span) => sliceSpan(body, span))
    const words = given.segmenter.tagAll(stretches)
    const made = {
      plain: foldPassages(wide, [passage], given.alphabet, null),
      tagged: foldPassages(wide, [passage], given.alphabet, words),
      mentions: passage.mentions,
    }
    folded.set(passage.span, made)
    return made
  }
  const clauses = new Map(passages.map((passage) => [passage, clausesOf(body, passage)]))
  const attempts = given.rules
    .filter(({ record }) => record.kind !== 'attribution')
    .map((rule): Attempt => {
      const outcomes = rule.patterns.flatMap((pattern) =>
        passages
          .flatMap((passage) =>
            pattern.needsWords && !pattern.crossesClauses ? clauses.get(passage)! : [passage],
          )
          .map((passage) => judge({ rule, pattern }, passage, { ...given, body, facts, fold })),
      )
      const [first = NOTHING, ...others] = outcomes
      const outcome = others.reduce((best, one) => (rankOf(one) > rankOf(best) ? one : best), first)
      const { id, file, line, priority } = rule
      return { rule: id, file, line, priority, outcome }
    })
  return attempts.sort(
    (a, b) => rankOf(b.outcome) - rankOf(a.outcome) || (a.rule < b.rule ? -1 : 1),
  )
}

/** Of a place without a sentence. */
const NOTHING: Outcome = { kind: 'words', missing: [] }

interface Scene {
  readonly alphabet: Alphabet
  readonly body: string
  readonly facts: readonly Fact[]
  readonly fold: (passage: Passage) => FoldedPassage
}

function judge(own: RulePattern, passage: Passage, scene: Scene): Outcome {
  const { rule, pattern } = own
  const { body, facts } = scene
  const here = facts.filter(({ spans }) => spans.some((span) => spansOverlap(span, passage.span)))
  const made = here.find(({ origin }) => origin.rule === rule.id)
  if (made !== undefined) {
    const text = made.spans.map((span) => sliceSpan(body, span)).join(' … ')
    return { kind: 'made', text }
  }
  const words = sliceSpan(body, passage.span)
  const lacking = pattern.required.filter((list) => !list.some((word) => words.includes(word)))
  if (lacking.length > 0)
    return { kind: 'words', missing: lacking.map((list) => list.slice(0, MOST_WORDS).join('|')) }
  if (!fillsSlots(pattern, passage.mentions)) {
    const missing = pattern.slots.filter(
      (slot) => !fillsSlots({ ...pattern, slots: [slot] }, passage.mentions),
    )
    return { kind: 'mentions', missing: missing.map(formatPattern) }
  }
  const { matched, parts, span, expected } = findFurthest(own, scene.alphabet, scene.fold(passage))
  if (span === null || expected !== null) {
    const at = span?.end ?? passage.span.start
    const text = span === null ? '' : sliceSpan(body, span)
    const stands = body.slice(at, Math.min(passage.span.end, at + SHOWN))
    const part = expected === null ? '' : formatPattern(expected)
    return { kind: 'stopped', text, matched, parts, expected: part, stands }
  }
  const text = sliceSpan(body, span)
  const { record } = rule
  const beside = here.find(
    (fact) =>
      record.kind === 'relation' &&
      fact.kind === 'relation' &&
      record.unless.includes(fact.relation),
  )
  if (beside !== undefined) return { kind: 'unless', text, to: beside.origin.rule ?? '' }
  const rival = here.find((fact) => claimsSame(fact, rule, span, passage.mentions))
  return rival === undefined
    ? { kind: 'unbound', text }
    : { kind: 'lost', text, to: rival.origin.rule ?? '' }
}

/** True for a fact of another rule that has the amount, tie or event that this match would claim. */
function claimsSame(fact: Fact, rule: FactRule, span: Span, mentions: readonly Mention[]): boolean {
  if (fact.kind !== rule.record.kind) return false
  if (fact.kind !== 'measure') return fact.spans.some((one) => spansOverlap(one, span))
  const amount = fact.roles.quantity?.mention?.span
  return (
    amount !== undefined &&
    mentions.some(
      (mention) => spanContains(span, mention.span) && mention.span.start === amount.start,
    )
  )
}

const ORDER: readonly Outcome['kind'][] = [
  'words',
  'mentions',
  'stopped',
  'unbound',
  'unless',
  'lost',
  'made',
]

function rankOf(outcome: Outcome): number {
  const share = outcome.kind === 'stopped' ? shareOf(outcome) * 0.9 : 0
  const lacking = 'missing' in outcome ? 0.5 / (1 + outcome.missing.length) : 0
  return ORDER.indexOf(outcome.kind) + share + lacking
}

const SHOWN = 16
const MOST_WORDS = 6
