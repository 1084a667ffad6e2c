import { describe, expect, it } from 'vitest'
import { compareEvaluations } from '../../src/evaluate/compare-evaluations.js'
import type { Evaluation, Miss } from '../../src/evaluate/report.js'

function evaluationOf(misses: readonly Miss[]): Evaluation {
  const none = { right: 0, found: 0, expected: 0 }
  const scores = { body: none, metadata: {}, mentions: {}, facts: {} }
  return { ...scores, documents: [{ document: 'a', scores, misses }] }
}

const miss = (expected: string | null, found: string | null): Miss => ({
  document: 'a',
  kind: 'date',
  sentence: '一句。',
  expected,
  found,
  junk: null,
})

describe('compareEvaluations', () => {
  it('tells gold items gained and lost, and false hits gone and new', () => {
    const before = [miss('去年', null), miss('今年', null), miss(null, '目前')]
    const after = [miss('今年', '2024'), miss('明年', null), miss(null, '日前')]
    expect(compareEvaluations(evaluationOf(before), evaluationOf(after))).toEqual({
      gained: [miss('去年', null)],
      lost: [miss('明年', null)],
      hitsGone: [miss(null, '目前')],
      hitsNew: [miss(null, '日前')],
    })
  })

  it('counts items that read alike', () => {
    const [one, two] = [
      evaluationOf([miss('去年', null)]),
      evaluationOf([miss('去年', null), miss('去年', null)]),
    ]
    expect(compareEvaluations(one, two)).toMatchObject({ gained: [], lost: [miss('去年', null)] })
    expect(compareEvaluations(one, one)).toMatchObject({ gained: [], lost: [] })
  })
})
