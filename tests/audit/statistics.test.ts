import { describe, expect, it } from 'vitest'
import { agreementsIn, precisionIn, precisionOf } from '../../src/audit/statistics.js'
import type { Review } from '../../src/store/review.js'

function review(reviewer: string, evidence: string, verdict: Review['verdict']): Review {
  return { evidence, fact: `f_${evidence}`, verdict, reason: '', reviewer, reviewed: '2025-01-01' }
}

describe('precisionOf', () => {
  // Figures of Wilson's interval by R's binom.confint(methods = 'wilson').
  it.each([
    [90, 10, 0.9, 0.8256, 0.9448],
    [10, 0, 1, 0.7225, 1],
    [0, 5, 0, 0, 0.4345],
  ])(
    'gives %i accepted and %i rejected Wilson’s interval',
    (accepted, rejected, share, low, high) => {
      const precision = precisionOf(accepted, rejected)
      expect(precision.share).toBe(share)
      expect(precision.low).toBeCloseTo(low, 4)
      expect(precision.high).toBeCloseTo(high, 4)
    },
  )

  it('claims nothing without reviews', () => {
    expect(precisionOf(0, 0)).toMatchObject({ share: null, low: 0, high: 1 })
  })
})

describe('precisionIn', () => {
  it('counts a fact once, by what was said of it last', () => {
    const reviews = [review('甲', '1', 'rejected'), review('乙', '1', 'accepted')]
    expect(precisionIn(reviews)).toMatchObject({ accepted: 1, rejected: 0 })
  })
})

describe('agreementsIn', () => {
  it('gives Cohen’s kappa of two reviewers over the facts of both', () => {
    const verdicts = ['aa', 'aa', 'aa', 'aa', 'ar', 'ra', 'rr', 'rr', 'rr', 'rr']
    const name = { a: 'accepted', r: 'rejected' } as const
    const reviews = verdicts.flatMap((pair, index) => [
      review('甲', String(index), pair.startsWith('a') ? name.a : name.r),
      review('乙', String(index), pair.endsWith('a') ? name.a : name.r),
    ])
    const agreements = agreementsIn([...reviews, review('丙', 'x', 'accepted')])
    expect(agreements).toHaveLength(1)
    const [agreement] = agreements
    expect(agreement).toMatchObject({ common: 10, same: 8 })
    expect(agreement?.kappa).toBeCloseTo(0.6, 10)
  })

  it('knows no kappa where both say the same of everything', () => {
    const reviews = [review('甲', '1', 'accepted'), review('乙', '1', 'accepted')]
    expect(agreementsIn(reviews)).toMatchObject([{ common: 1, same: 1, kappa: null }])
  })
})
