import type { Mention } from '../../core/mention.js'
import type { Segmenter } from '../../core/segmenter.js'
import type { Sentence } from '../../core/sentence.js'
import { compareSpans } from '../../core/span.js'
import { Automaton } from '../../dictionary/automaton.js'
import type { FactRule } from '../../rule/fact-rule.js'
import { type Alphabet, type Folded, foldSentence } from '../../rule/folding.js'
import { type FoldedSentence, matchRules, type RuleMatch } from '../../rule/match-rules.js'

export interface SweptSentence {
  readonly sentence: Sentence
  /** The mentions in it, in text order. */
  readonly mentions: readonly Mention[]
  readonly matches: readonly RuleMatch[]
}

export type Sweep = (
  body: string,
  sentences: readonly Sentence[],
  mentions: readonly (readonly Mention[])[],
) => Generator<SweptSentence>

/**
 * Prepares running rules over documents. One pass over the body finds the literals that rules
 * cannot match without; a rule is tried on a sentence only if one of its literals stands there.
 */
export function ruleSweep(
  rules: readonly FactRule[],
  alphabet: Alphabet,
  segmenter: Segmenter,
): Sweep {
  const always = rules.filter(({ patterns }) => patterns.some(({ literals }) => literals === null))
  const literals = new Map<string, FactRule[]>()
  for (const rule of rules)
    if (!always.includes(rule))
      for (const literal of rule.patterns.flatMap((pattern) => pattern.literals ?? []))
        literals.set(literal, [...(literals.get(literal) ?? []), rule])
  const automaton = new Automaton([...literals.keys()])
  const rulesOf = [...literals.values()]

  return function* sweep(body, sentences, mentions) {
    const all = mentions.flat().sort((a, b) => compareSpans(a.span, b.span))
    const hits = automaton.findAll(body)
    let mention = 0
    let hit = 0
    for (const sentence of sentences) {
      const { end } = sentence.span
      const own: Mention[] = []
      for (; mention < all.length && all[mention]!.span.start < end; mention++)
        own.push(all[mention]!)
      const candidates = new Set<FactRule>(always)
      for (; hit < hits.length && hits[hit]!.end <= end; hit++)
        for (const rule of rulesOf[hits[hit]!.phrase]!) candidates.add(rule)
      const matches =
        own.length === 0
          ? []
          : matchRules([...candidates], folding(body, sentence, own, alphabet, segmenter))
      yield { sentence, mentions: own, matches }
    }
  }
}

function folding(
  body: string,
  sentence: Sentence,
  mentions: readonly Mention[],
  alphabet: Alphabet,
  segmenter: Segmenter,
): FoldedSentence {
  let plain: Folded | null = null
  let withWords: Folded | null = null
  return {
    mentions,
    plain: () => (plain ??= foldSentence(body, sentence, mentions, alphabet, null)),
    withWords: () => (withWords ??= foldSentence(body, sentence, mentions, alphabet, segmenter)),
  }
}
