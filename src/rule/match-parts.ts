import type { Mention } from '../core/mention.js'
import { hullOf, type Span } from '../core/span.js'
import { compilePattern } from './compile-pattern.js'
import type { FactRule } from './fact-rule.js'
import type { Alphabet } from './folding.js'
import { formatPattern } from './format-pattern.js'
import type { FoldedPassage } from './furthest-match.js'
import { matchPattern } from './match-rules.js'
import type { PatternNode } from './pattern-node.js'

/** A part of a pattern as its rule would write it, and the words it matched; null where it matched none. */
export interface MatchedPart {
  readonly pattern: string
  readonly span: Span | null
}

export interface PartsQuestion {
  readonly passage: FoldedPassage
  /** What the rule is known to have matched. */
  readonly matched: readonly Span[]
  /** Roles played by 该院 and the like, which are no mentions here. */
  readonly referred: readonly string[]
}

/**
 * Which words each part of a rule's pattern matched: of its forms the one whose match is nearest to what
 * is known. Each part is caught in a group of its own. Empty where no form matches.
 */
export function matchParts(
  rule: FactRule,
  alphabet: Alphabet,
  question: PartsQuestion,
): readonly MatchedPart[] {
  const forms = rule.patterns.flatMap(({ node }) =>
    node.type === 'alternatives' ? node.options : [node],
  )
  const match = (nodes: readonly PatternNode[]): FoundParts[] =>
    nodes.flatMap((node) => partsOf(node, { rule, alphabet, question }))
  const plain = match(forms)
  const found =
    plain.length > 0 ? plain : match(forms.map((node) => opened(node, question.referred)))
  const [first, ...others] = found
  if (first === undefined) return []
  return others.reduce((best, one) => (one.missed < best.missed ? one : best), first).parts
}

interface FoundParts {
  readonly parts: readonly MatchedPart[]
  /** How many characters of what is known lie outside of it, and of it outside of what is known. */
  readonly missed: number
}

interface Scene {
  readonly rule: FactRule
  readonly alphabet: Alphabet
  readonly question: PartsQuestion
}

function partsOf(node: PatternNode, { rule, alphabet, question }: Scene): FoundParts[] {
  const items = node.type === 'sequence' ? node.items : [node]
  const wrapped = items.map((item, place): PatternNode => {
    return { type: 'words', role: `${PART}${place}`, item }
  })
  const pattern = compilePattern({ type: 'sequence', items: wrapped }, alphabet)
  const { plain, tagged, mentions } = question.passage
  const own: readonly Mention[] = mentions
  const known = hullOf(question.matched)
  return matchPattern({ rule, pattern }, pattern.needsWords ? tagged : plain, own).map(
    ({ span, captures }) => {
      const spans = new Map(captures.map((capture) => [capture.role, capture.span]))
      return {
        missed: Math.abs(span.start - known.start) + Math.abs(span.end - known.end),
        parts: items.map((item, place) => {
          const words = spans.get(`${PART}${place}`)
          const isEmpty = words === undefined || words.start === words.end
          return { pattern: formatPattern(item), span: isEmpty ? null : words }
        }),
      }
    },
  )
}

/** No role of a rule begins so. */
const PART = '#'

/** The pattern with a gap for each name that a word like 该院 stands for. */
function opened(node: PatternNode, referred: readonly string[]): PatternNode {
  if (node.type === 'mention')
    return referred.includes(node.role)
      ? { type: 'words', role: node.role, item: { type: 'gap', reach: 'clause' } }
      : node
  if (node.type === 'sequence')
    return { ...node, items: node.items.map((item) => opened(item, referred)) }
  if (node.type === 'alternatives')
    return { ...node, options: node.options.map((option) => opened(option, referred)) }
  if (node.type === 'optional' || node.type === 'words')
    return { ...node, item: opened(node.item, referred) }
  return node
}
