import type { Mention, MentionValue } from '../core/mention.js'
import type { Segmenter } from '../core/segmenter.js'
import type { SourceFile } from '../core/source-file.js'
import { sliceSpan, type Span } from '../core/span.js'
import { loadFactRules, slotKinds } from '../rule/fact-rule.js'
import { Alphabet, foldPassages, foldPunctuation, plainStretches } from '../rule/folding.js'
import { matchParts } from '../rule/match-parts.js'
import { planStoredPipeline } from './load-stored.js'
import type { QuantityValue } from './records.js'

/** A sentence that a rule made a fact of; all spans are in its own offsets. */
export interface MatchedSentence {
  readonly rule: string
  readonly text: string
  readonly mentions: readonly {
    readonly kind: string
    readonly span: Span
    readonly quantity: QuantityValue | null
  }[]
  readonly matched: readonly Span[]
  /** Roles played by words that stand for a name elsewhere. */
  readonly referred: readonly string[]
}

/** A part of the rule's pattern, and the words that it matched; null where it matched none. */
export interface ExplainedPart {
  readonly pattern: string
  readonly words: string | null
  readonly span: Span | null
}

/** Tells which part of a rule matched which words; empty for a rule that these files do not have. */
export type MatchExplainer = (sentence: MatchedSentence) => readonly ExplainedPart[]

/**
 * Reads the rules of facts as a run has kept them.
 * @throws {ConfigError} if this code cannot read them
 */
export function matchExplainer(files: readonly SourceFile[], segmenter: Segmenter): MatchExplainer {
  const { plan, names } = planStoredPipeline(files, { segmenter })
  const setup = plan.find(({ stage }) => stage.provides === 'facts')?.setup
  const alphabet = new Alphabet(slotKinds(names))
  const rules = new Map(
    (setup === undefined ? [] : loadFactRules(setup.rules, names, alphabet)).map((rule) => [
      rule.id,
      rule,
    ]),
  )
  return ({ rule: id, text, mentions, matched, referred }) => {
    const rule = rules.get(id)
    if (rule === undefined || matched.length === 0) return []
    const own = mentions.map(toMention).sort((a, b) => a.span.start - b.span.start)
    const passage = { span: { start: 0, end: text.length }, mentions: own }
    const wide = foldPunctuation(text)
    const needsWords = rule.patterns.some((pattern) => pattern.needsWords)
    const words = needsWords
      ? segmenter.tagAll(plainStretches(passage).map((span) => sliceSpan(text, span)))
      : null
    const plain = foldPassages(wide, [passage], alphabet, null)
    const tagged = words === null ? plain : foldPassages(wide, [passage], alphabet, words)
    const folded = { plain, tagged, mentions: own }
    const parts = matchParts(rule, alphabet, { passage: folded, matched, referred })
    return parts.map(({ pattern, span }) => {
      return { pattern, span, words: span === null ? null : sliceSpan(text, span) }
    })
  }
}

/** Patterns ask a mention for its kind, and a quantity for its unit and whether it is a rank. */
function toMention({ kind, span, quantity }: MatchedSentence['mentions'][number]): Mention {
  const value: MentionValue =
    quantity === null
      ? { type: 'entity', entity: { id: null, name: '', candidates: [] } }
      : {
          type: 'quantity',
          quantity: {
            value: null,
            low: null,
            high: null,
            unit: quantity.unit,
            mod: quantity.mod,
          },
        }
  const origin = { stage: '', rule: null, entry: null }
  return { kind, span, value, member: null, origin }
}
