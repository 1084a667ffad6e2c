import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FacetCounts, FactsPage } from '../../src/audit/api.js'
import type { ReviewSummary } from '../../src/audit/review-api.js'
import { fromJson } from '../../src/store/json.js'
import { ONE, storeAt, TWO } from '../store/store-harness.js'
import { tempFolder } from '../temp-folder.js'
import { ask, auditOf, post } from './sample-audit.js'

async function facts(response: Promise<Response>): Promise<FactsPage> {
  return fromJson<FactsPage>(await (await response).text())
}

describe('the audit page', () => {
  it('answers its own pages only', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE])
    await harness.open(async (store) => {
      const app = auditOf(store)
      const status = async (headers: Record<string, string>): Promise<number> =>
        (await ask(app, '/api/session', { headers })).status
      expect(await status({})).toBe(200)
      expect(await status({ host: 'localhost:4242' })).toBe(200)
      expect(await status({ host: 'evil.example' })).toBe(403)
      expect(await status({ host: '127.0.0.1.evil.example' })).toBe(403)
      expect(await status({ origin: 'https://evil.example' })).toBe(403)
      expect(await status({ origin: 'null' })).toBe(403)
      expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    })
  })

  it('allows no code that is not its own, anywhere', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE])
    await harness.open(async (store) => {
      const app = auditOf(store)
      for (const path of ['/', '/facts/f_1', '/api/session', '/api/facts', '/nowhere']) {
        const policy = (await ask(app, path)).headers.get('content-security-policy') ?? ''
        expect(policy).toContain("default-src 'none'")
        expect(policy).toContain("script-src 'self'")
        expect(policy).not.toContain('unsafe')
      }
    })
  })

  it('finds facts by their words and counts what they could be filtered by', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE, TWO])
    await harness.open(async (store) => {
      const app = auditOf(store)
      const find = (query: string): Promise<FactsPage> =>
        facts(ask(app, `/api/facts?${new URLSearchParams(query).toString()}`))
      expect((await find('')).total).toBe(2)
      expect((await find('text=医')).total).toBe(2)
      expect((await find('text=派出')).total).toBe(2)
      expect((await find('text=36')).facts.map(({ sentence }) => sentence)).toEqual([ONE.text])
      expect((await find('text=派出 36名')).total).toBe(1)
      expect((await find('text=護士')).total).toBe(0)
      const count = async (query: string): Promise<FacetCounts> =>
        fromJson<FacetCounts>(await (await ask(app, `/api/counts?${query}`)).text())
      const facets = await count('text=36')
      expect(facets.subject).toEqual([{ value: '第一医院', count: 1 }])
      expect(facets.region).toEqual([{ value: '甲省', count: 1 }])
      expect((await find('rule=measure/none')).total).toBe(0)
      expect((await count('rule=measure/none')).rule).toEqual([
        { value: 'measure/staffing', count: 2 },
        { value: 'measure/none', count: 0 },
      ])
    })
  })

  it('orders facts and gives a page of them', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE, TWO])
    await harness.open(async (store) => {
      const app = auditOf(store)
      const values = async (query: string): Promise<unknown[]> => {
        const page = await facts(ask(app, `/api/facts?${query}`))
        return page.facts.map(({ quantity }) => quantity?.value)
      }
      const all = await values('order=value')
      expect(all).toEqual([...all].sort((a, b) => Number(a) - Number(b)))
      expect(await values('order=value&descending=true')).toEqual([...all].reverse())
      expect(await values('order=value&offset=1&limit=1')).toEqual(all.slice(1))
      expect((await ask(app, '/api/facts?order=nothing')).status).toBe(400)
    })
  })

  it('takes verdicts with the token only, and shows them with the fact', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE, TWO])
    await harness.open(async (store) => {
      const app = auditOf(store)
      const [fact] = (await facts(ask(app, '/api/facts'))).facts
      const review = {
        fact: fact?.id ?? '',
        evidence: fact?.evidence ?? '',
        verdict: 'accepted',
        reason: '与原文相符',
        reviewer: '甲',
      }
      expect((await post(app, '/api/reviews', review, 'wrong')).status).toBe(403)
      expect((await post(app, '/api/reviews', { ...review, evidence: 'e_0' })).status).toBe(409)
      expect((await post(app, '/api/reviews', { ...review, reviewer: ' ' })).status).toBe(400)
      expect((await post(app, '/api/reviews', review)).status).toBe(200)
      const find = (query: string): Promise<FactsPage> => facts(ask(app, `/api/facts?${query}`))
      expect((await find('review=accepted')).facts).toMatchObject([
        { id: fact?.id, reviews: [{ reviewer: '甲', reason: '与原文相符' }] },
      ])
      expect((await find('review=unreviewed')).total).toBe(1)
      await post(app, '/api/reviews', { ...review, verdict: 'withdrawn' })
      expect((await find('review=unreviewed')).total).toBe(2)
    })
  })

  it('draws a sample and tells how far it is reviewed', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE, TWO])
    await harness.open(async (store) => {
      const app = auditOf(store)
      const drawn = await post(app, '/api/samples', { view: 'kind=measure', size: 200 })
      expect(await drawn.json()).toEqual({ id: 1 })
      const inSample = await facts(ask(app, '/api/facts?sample=1&review=unreviewed'))
      expect(inSample.total).toBe(2)
      const [drawnFact] = inSample.facts
      const [fact, evidence] = [drawnFact?.id ?? '', drawnFact?.evidence ?? '']
      await post(app, '/api/reviews', { fact, evidence, verdict: 'rejected', reviewer: '乙' })
      const summary = fromJson<ReviewSummary>(await (await ask(app, '/api/reviews')).text())
      expect(summary.samples).toMatchObject([{ size: 2, reviewed: 1, view: 'kind=measure' }])
      expect(summary.rules).toMatchObject([{ rule: 'measure/staffing', rejected: 1 }])
    })
  })

  it('writes the view out, as export does', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE, TWO])
    await harness.open(async (store) => {
      const app = auditOf(store)
      const csv = await (await ask(app, '/api/facts/export?text=36')).text()
      const lines = csv.trimEnd().split('\r\n')
      expect(lines[0]).toMatch(/^subject,province,metric,value/)
      expect(lines).toHaveLength(2)
      expect(lines[1]).toMatch(/^第一医院,甲省,医生,12,.*第一医院派出医生36名。/)
      const jsonl = await (await ask(app, '/api/facts/export?format=jsonl')).text()
      expect(jsonl.trimEnd().split('\n')).toHaveLength(2)
    })
  })

  it('tells no path of the machine', async () => {
    const folder = tempFolder()
    const harness = storeAt(join(folder, 'a.db'))
    await harness.run('1', [ONE])
    await harness.open(async (store) => {
      const app = auditOf(store)
      const { facts: found } = await facts(ask(app, '/api/facts'))
      const [id, article] = [found[0]?.id ?? '', found[0]?.article ?? '']
      const paths = ['session', 'facts', `facts/${id}`, `articles/${article}`, 'runs', 'rules']
      for (const path of paths) {
        const response = await ask(app, `/api/${path}`)
        expect(response.status).toBe(200)
        expect(await response.text()).not.toContain(folder)
      }
    })
  })
})
