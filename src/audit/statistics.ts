import type { Review } from '../store/review.js'
import type { Agreement, Precision } from './review-api.js'

/** The share of accepted facts with Wilson's 95 % interval, which holds for few facts, too. */
export function precisionOf(accepted: number, rejected: number): Precision {
  const n = accepted + rejected
  if (n === 0) return { accepted, rejected, share: null, low: 0, high: 1 }
  const share = accepted / n
  const square = Z * Z
  const middle = (share + square / (2 * n)) / (1 + square / n)
  const half = (Z / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))
  return {
    accepted,
    rejected,
    share,
    low: Math.max(0, middle - half),
    high: Math.min(1, middle + half),
  }
}

/** The precision that verdicts imply. Of a fact with several reviews the latest counts. */
export function precisionIn(reviews: readonly Review[]): Precision {
  const latest = new Map(reviews.map(({ evidence, verdict }) => [evidence, verdict]))
  const verdicts = [...latest.values()]
  const accepted = verdicts.filter((verdict) => verdict === 'accepted').length
  return precisionOf(accepted, verdicts.length - accepted)
}

/** How far each two reviewers agree on the facts that both have reviewed; pairs with none left out. */
export function agreementsIn(reviews: readonly Review[]): Agreement[] {
  const byReviewer = new Map<string, Map<string, boolean>>()
  for (const { reviewer, evidence, verdict } of reviews) {
    const own = byReviewer.get(reviewer) ?? new Map<string, boolean>()
    own.set(evidence, verdict === 'accepted')
    byReviewer.set(reviewer, own)
  }
  const all = [...byReviewer].sort(([a], [b]) => (a < b ? -1 : 1))
  return all.flatMap(([first, own], index) =>
    all.slice(index + 1).flatMap(([second, other]) => {
      const pairs = [...own].flatMap(([evidence, verdict]): [boolean, boolean][] => {
        const said = other.get(evidence)
        return said === undefined ? [] : [[verdict, said]]
      })
      return pairs.length === 0 ? [] : [agreementOf([first, second], pairs)]
    }),
  )
}

function agreementOf(
  reviewers: readonly [string, string],
  pairs: readonly (readonly [boolean, boolean])[],
): Agreement {
  const common = pairs.length
  const same = pairs.filter(([a, b]) => a === b).length
  const first = pairs.filter(([a]) => a).length / common
  const second = pairs.filter(([, b]) => b).length / common
  const chance = first * second + (1 - first) * (1 - second)
  const kappa = chance === 1 ? null : (same / common - chance) / (1 - chance)
  return { reviewers, common, same, kappa }
}

/** The quantile of the normal distribution for 95 %. */
const Z = 1.959963984540054
