import { hullOf } from '../core/span.js'
import type { MatchedSentence } from '../pipeline/explain-match.js'
import type { FactContext } from '../store/fact-contexts.js'

/** A fact's sentence as its rule met it. */
export function toMatchedSentence(context: FactContext): MatchedSentence {
  const { fact, sentence, matched, mentions } = context
  return {
    rule: fact.rule,
    text: sentence,
    matched,
    mentions: mentions.flatMap(({ mention: { kind, quantity }, spans }) =>
      spans.length === 0 ? [] : [{ kind, span: hullOf(spans), quantity: quantity ?? null }],
    ),
    referred: Object.entries(fact.roles)
      .filter(([, { basis }]) => basis !== 'stated')
      .map(([role]) => role),
  }
}
