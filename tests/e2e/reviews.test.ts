import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Evaluation } from '../../src/evaluate/report.js'
import type { FactRecord } from '../../src/pipeline/records.js'
import { evidenceKey } from '../../src/store/evidence.js'
import type { Review } from '../../src/store/review.js'
import { openReviewBook } from '../../src/store/review-book.js'
import { tempFolder } from '../temp-folder.js'
import { buildOnce, jsonLines, yuanju } from './yuanju.js'

beforeAll(buildOnce, 240_000)

const PAGE = `山西白求恩医院的这一年
2025-03-01

2024年,山西白求恩医院门诊量达98.6万人次。山西白求恩医院完成手术3.4万台。
山西白求恩医院派出专家36名。山西白求恩医院开放床位1200张。
`

interface Given {
  readonly fact: FactRecord
  readonly verdict: 'accepted' | 'rejected'
  readonly reviewer?: string
}

async function review(store: string, given: readonly Given[]): Promise<void> {
  const book = openReviewBook(store)
  for (const { fact, verdict, reviewer = '甲' } of given)
    await book.add({
      fact: fact.id,
      evidence: evidenceKey(fact),
      verdict,
      reason: '',
      reviewer,
      reviewed: '2025-03-02T08:00:00.000Z',
    })
  book.close()
}

describe('reviews', () => {
  it('are gold for eval: only what was judged counts', async () => {
    const folder = tempFolder()
    const store = join(folder, 'a.db')
    mkdirSync(join(folder, 'dump'))
    writeFileSync(join(folder, 'dump', 'page.txt'), PAGE)
    await yuanju(['run', join(folder, 'dump'), '--store', store])
    const facts = jsonLines<FactRecord>(
      await yuanju(['export', '--records', 'fact', '--store', store]),
    )
    expect(facts).toHaveLength(4)
    const [right, wrong, disputed] = facts
    if (right === undefined || wrong === undefined || disputed === undefined) return
    await review(store, [
      { fact: right, verdict: 'accepted' },
      { fact: wrong, verdict: 'rejected' },
      { fact: wrong, verdict: 'rejected', reviewer: '乙' },
      { fact: disputed, verdict: 'accepted' },
      { fact: disputed, verdict: 'rejected', reviewer: '乙' },
    ])

    const said = await yuanju(['export', '--records', 'review', '--store', store])
    expect(jsonLines<Review>(said).map(({ fact }) => fact)).toHaveLength(5)
    const gold = join(folder, 'gold')
    const options = ['--records', 'review', '--format', 'gold', '--store', store]
    expect((await yuanju(['export', ...options])).code).toBe(2)
    const written = await yuanju(['export', ...options, '--out', gold])
    expect(written.err).toMatch(/^1 page with judged facts written .*; left out: 1 disputed\n$/)

    const [now] = jsonLines<Evaluation>(await yuanju(['eval', gold, '--json']))
    expect(now?.facts['measure']).toEqual({ right: 1, found: 2, expected: 1 })
    expect(now?.mentions).toEqual({})
    const [miss, ...others] = now?.documents[0]?.misses ?? []
    expect(others).toEqual([])
    expect(miss?.expected).toBeNull()
    expect(miss?.sentence).toContain('完成手术')

    const other = ['eval', gold, '--json', '--pipeline', 'university-news']
    const [without] = jsonLines<Evaluation>(await yuanju(other))
    expect(without?.facts['measure']).toEqual({ right: 0, found: 0, expected: 1 })
  }, 120_000)
})
