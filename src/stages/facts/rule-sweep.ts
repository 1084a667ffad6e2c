import type { Mention } from '../../core/mention.js'
import type { Sentence } from '../../core/sentence.js'
import { compareSpans } from '../../core/span.js'
import { Automaton } from '../../dictionary/automaton.js'
import type { FactRule } from '../../rule/fact-rule.js'

export interface SweptSentence {
  readonly sentence: Sentence
  /** The mentions in it, in text order. */
  readonly mentions: readonly Mention[]
  /** The rules that can match in it: those that need no literal, and those of which one stands there. */
  readonly rules: readonly FactRule[]
}

export type Sweep = (
  body: string,
  sentences: readonly Sentence[],
  mentions: readonly (readonly Mention[])[],
) => Generator<SweptSentence>

/** Prepares finding the rules to try on each sentence, in one pass over the body for their literals. */
export function ruleSweep(rules: readonly FactRule[]): Sweep {
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
      const found = new Set<FactRule>(always)
      for (; hit < hits.length && hits[hit]!.end <= end; hit++)
        for (const rule of rulesOf[hits[hit]!.phrase]!) found.add(rule)
      yield { sentence, mentions: own, rules: [...found] }
    }
  }
}
