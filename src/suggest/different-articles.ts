import type { IndexedLine, LineIndex } from '../store/line-index.js'
import type { Chain } from './chains.js'

/** The articles that hold a chain, reprints of one counted once. */
export interface DifferentArticles {
  /** One place of the chain's first line in each. */
  readonly places: readonly IndexedLine[]
  /**
   * False where the articles have more in common than they differ in: a paragraph of a press release
   * in several versions looks like that too, so that more of them are needed as evidence.
   */
  readonly differMost: boolean
}

/**
 * Which of the places are in articles of their own. Two articles are one where what they have besides
 * the chain is mostly the same; lines that most of them share, which surround the chain, are left out.
 */
export function differentArticles(
  index: LineIndex,
  chain: Chain,
  places: readonly IndexedLine[],
): DifferentArticles {
  const common = commonTemplates(index, chain, places)
  const seen = new Set<number>()
  const different: IndexedLine[] = []
  let fresh = 0
  let shared = 0
  let lastArticle = -1
  for (const place of places) {
    if (place.article === lastArticle) continue
    lastArticle = place.article
    let own = index.article(place.article)?.own ?? 0
    let stale = 0
    let withChain = 0
    for (const { template, length, position } of index.linesOf(place.article)) {
      if (position < 0) continue
      if (common.has(template)) withChain += length
      else if (seen.has(template)) stale += length
      else own += length
      seen.add(template)
    }
    if (own < LEAST_OWN || own < stale) continue
    different.push(place)
    fresh += own
    shared += withChain
  }
  return { places: different, differMost: fresh >= shared }
}

/** The templates of the chain, and those that stand in most of the articles as well. */
function commonTemplates(
  index: LineIndex,
  chain: Chain,
  places: readonly IndexedLine[],
): ReadonlySet<number> {
  const counts = new Map<number, number>()
  const articles = new Set(places.map(({ article }) => article))
  for (const article of articles)
    for (const template of new Set(index.linesOf(article).map(({ template }) => template)))
      counts.set(template, (counts.get(template) ?? 0) + 1)
  const common = new Set(chain.map(({ template }) => template))
  for (const [template, count] of counts)
    if (count > articles.size * COMMON_SHARE) common.add(template)
  return common
}

/** Characters that an article must have of its own. */
const LEAST_OWN = 30
const COMMON_SHARE = 0.8
