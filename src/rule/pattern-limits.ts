import type { PatternNode } from './pattern-node.js'

/** What a pattern may come to, so that no rule file can stop the program, by mistake or on purpose. */
export const PATTERN_LIMITS = {
  /** Characters of one pattern or phrase as written. */
  length: 4_000,
  /** Words, slots and choices after all phrases are put in. */
  parts: 4_000,
  /** Brackets inside brackets. */
  depth: 40,
  /** Gaps that one match can hold, …… counted twice: each multiplies what has to be tried. */
  gaps: 6,
} as const

/** Why a pattern would take too long to match; null if it does not. */
export function excessOf(node: PatternNode): string | null {
  const { most, meets } = reachOf(node)
  if (meets) return 'two gaps side by side are one; write a single … or ……, or words between them.'
  if (most <= PATTERN_LIMITS.gaps) return null
  return `${most} gaps one behind the other (…… counts twice) would be tried in every combination; at most ${PATTERN_LIMITS.gaps} can stand in a form.`
}

/** How a node takes part in a row of gaps. */
interface Reach {
  /** The most gaps that one match of it holds. */
  readonly most: number
  /** True where two of its gaps can follow each other with nothing between. */
  readonly meets: boolean
  /** True where a gap can be its first or its last part. */
  readonly opens: boolean
  readonly closes: boolean
  /** True where it can stand for nothing. */
  readonly isOptional: boolean
}

const NO_GAP: Reach = { most: 0, meets: false, opens: false, closes: false, isOptional: false }

function reachOf(node: PatternNode): Reach {
  switch (node.type) {
    case 'gap':
      return { ...NO_GAP, most: node.reach === 'clause' ? 1 : 2, opens: true, closes: true }
    case 'anchor':
      return { ...NO_GAP, isOptional: true }
    case 'optional':
      return { ...reachOf(node.item), isOptional: true }
    case 'words':
      return reachOf(node.item)
    case 'alternatives':
      return node.options.map(reachOf).reduce((a, b) => ({
        most: Math.max(a.most, b.most),
        meets: a.meets || b.meets,
        opens: a.opens || b.opens,
        closes: a.closes || b.closes,
        isOptional: a.isOptional || b.isOptional,
      }))
    case 'sequence':
      return node.items.map(reachOf).reduce(follow, { ...NO_GAP, isOptional: true })
    default:
      return NO_GAP
  }
}

function follow(a: Reach, b: Reach): Reach {
  return {
    most: a.most + b.most,
    meets: a.meets || b.meets || (a.closes && b.opens),
    opens: a.opens || (a.isOptional && b.opens),
    closes: b.closes || (b.isOptional && a.closes),
    isOptional: a.isOptional && b.isOptional,
  }
}
