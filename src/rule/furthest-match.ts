import type { Mention } from '../core/mention.js'
import type { Span } from '../core/span.js'
import { compilePattern } from './compile-pattern.js'
import type { Alphabet, Folded } from './folding.js'
import { matchPattern, type RulePattern } from './match-rules.js'
import type { PatternNode } from './pattern-node.js'

/** How far into a pattern a text goes along with it. */
export interface FurthestMatch {
  /** How many of the pattern's parts match, one behind the other, and how many it has. */
  readonly matched: number
  readonly parts: number
  /** What those cover, in the body; null where not even the first does. */
  readonly span: Span | null
  /** The first part that does not; null where all do. */
  readonly expected: PatternNode | null
}

/** A passage folded with words and without, for parts that ask for them and parts that do not. */
export interface FoldedPassage {
  readonly plain: Folded
  readonly tagged: Folded
  readonly mentions: readonly Mention[]
}

/** The longest row of parts, from the pattern's first, that matches somewhere in a passage. */
export function findFurthest(
  { rule, pattern }: RulePattern,
  alphabet: Alphabet,
  { plain, tagged, mentions }: FoldedPassage,
): FurthestMatch {
  const options = pattern.node.type === 'alternatives' ? pattern.node.options : [pattern.node]
  const found = options.map((node): FurthestMatch => {
    const items = node.type === 'sequence' ? node.items : [node]
    for (let matched = items.length; matched > 0; matched--) {
      const row = compilePattern({ type: 'sequence', items: items.slice(0, matched) }, alphabet)
      const folded = row.needsWords ? tagged : plain
      const [longest] = matchPattern({ rule, pattern: row }, folded, mentions).sort(
        (a, b) => b.span.end - b.span.start - (a.span.end - a.span.start),
      )
      if (longest !== undefined)
        return {
          matched,
          parts: items.length,
          span: longest.span,
          expected: items[matched] ?? null,
        }
    }
    return { matched: 0, parts: items.length, span: null, expected: items[0] ?? null }
  })
  return found.reduce((best, one) => (shareOf(one) > shareOf(best) ? one : best))
}

/** How much of a pattern matches, from 0 to 1. */
export function shareOf({ matched, parts }: Pick<FurthestMatch, 'matched' | 'parts'>): number {
  return parts === 0 ? 0 : matched / parts
}
