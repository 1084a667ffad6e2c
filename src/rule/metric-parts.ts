import type { RecordTemplate } from './fact-rule.js'
import { childrenOf, type PatternNode } from './pattern-node.js'

/** A part of the words that a rule puts a metric's name together from. */
export type MetricPart =
  /** A stretch of the body, whatever its words are; `behind`: what it always directly follows. */
  | { readonly type: 'stretch'; readonly behind: string }
  /**
   * One of these words, an empty one where it may be left out; `inBody` where the body must hold it,
   * false for the template's own.
   */
  | { readonly type: 'words'; readonly texts: readonly string[]; readonly inBody: boolean }

/**
 * The parts of a measure's metric, in order, as a form of the rule fills them; a role that the form
 * can fill several times comes as often. Null for a rule that makes no measure.
 */
export function metricParts(
  record: RecordTemplate,
  form: PatternNode,
): readonly MetricPart[] | null {
  if (record.kind !== 'measure') return null
  return record.metric.flatMap((part): readonly MetricPart[] => {
    if (part.role === null) return [{ type: 'words', texts: [part.text], inBody: false }]
    const { role } = part
    const places = placesOf(form, role, { behind: '', isOptional: false })
    const lists = places.map(({ node, isOptional }) => {
      const texts = node.type === 'words' ? textsOf(node.item) : null
      return isOptional ? texts && ['', ...texts] : texts
    })
    const [behind = '', ...others] = new Set(places.map((place) => place.behind))
    const filled: MetricPart = lists.includes(null)
      ? { type: 'stretch', behind: others.length > 0 ? '' : behind }
      : { type: 'words', texts: [...new Set(lists.flatMap((list) => list ?? []))], inBody: true }
    return Array.from({ length: countRole(form, role) }, () => filled)
  })
}

/** A place of a form that fills a role. */
interface Place {
  readonly node: PatternNode
  readonly behind: string
  readonly isOptional: boolean
}

function placesOf(
  node: PatternNode,
  role: string,
  { behind, isOptional }: Omit<Place, 'node'>,
): readonly Place[] {
  const isOwn = 'role' in node && node.role === role
  // Only a single word is sure to begin with its own words: a mention may open a longer stretch.
  const isWord = node.type === 'words' && node.item.type === 'word' && !node.item.many
  const own = isOwn ? [{ node, behind: isWord ? behind : '', isOptional }] : []
  const mayMiss = isOptional || node.type === 'optional' || node.type === 'alternatives'
  const inside = childrenOf(node).flatMap((child, index, all) => {
    const before = node.type === 'sequence' ? all[index - 1] : undefined
    const text = before?.type === 'literal' && !FOLDED.test(before.text) ? before.text : ''
    return placesOf(child, role, { behind: text, isOptional: mayMiss })
  })
  return [...own, ...inside]
}

/** Punctuation that a body may write otherwise than the pattern. */
const FOLDED = /[,;:!?()，；：！？（）]/

/** How many places of a form can fill a role in one match. */
function countRole(node: PatternNode, role: string): number {
  const own = 'role' in node && node.role === role ? 1 : 0
  if (node.type === 'alternatives')
    return Math.max(...node.options.map((option) => countRole(option, role)))
  return childrenOf(node).reduce((sum, child) => sum + countRole(child, role), own)
}

/** All that a node can stand for; null where that is no short list of words. */
function textsOf(node: PatternNode): readonly string[] | null {
  switch (node.type) {
    case 'literal':
      return [node.text]
    case 'optional': {
      const texts = textsOf(node.item)
      return texts === null ? null : ['', ...texts]
    }
    case 'alternatives': {
      const lists = node.options.map(textsOf)
      return lists.includes(null) ? null : lists.flatMap((list) => list ?? [])
    }
    case 'sequence':
      return node.items.reduce<readonly string[] | null>(
        (before, item) => {
          const texts = before === null ? null : textsOf(item)
          if (before === null || texts === null || before.length * texts.length > MOST_TEXTS)
            return null
          return before.flatMap((start) => texts.map((text) => start + text))
        },
        [''],
      )
    default:
      return null
  }
}

const MOST_TEXTS = 200
