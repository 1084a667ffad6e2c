import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FactsPage } from '../../src/audit/api.js'
import type { MeasuresInfo, SiteDrops } from '../../src/audit/picture-api.js'
import { fromJson } from '../../src/store/json.js'
import { ONE, storeAt, TWO } from '../store/store-harness.js'
import { tempFolder } from '../temp-folder.js'
import { ask, auditOf } from './sample-audit.js'

describe('pictures', () => {
  it('are drawn from the facts of a view', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE, TWO])
    await harness.open(async (store) => {
      const app = auditOf(store)
      const read = async <T>(path: string): Promise<T> =>
        fromJson<T>(await (await ask(app, `/api/pictures/${path}`)).text())
      expect(await read('places?kind=measure')).toEqual([{ value: '甲省', count: 2 }])
      expect(await read('places?region=乙省')).toEqual([])
      expect(await read('ties')).toEqual([])
      expect((await read<MeasuresInfo>('measures?kind=measure')).drawn).toBe(2)
      const [site] = await read<readonly SiteDrops[]>('drops')
      expect(site?.articles).toBe(2)
      expect((await ask(app, '/api/pictures/times?from=yesterday')).status).toBe(400)
    })
  })
})

describe('the first facts', () => {
  it('come from the store as a search finds them', async () => {
    const harness = storeAt(join(tempFolder(), 'a.db'))
    await harness.run('1', [ONE, TWO])
    await harness.open(async (store) => {
      const found = fromJson<FactsPage>(
        await (await ask(auditOf(store), '/api/facts?limit=1')).text(),
      )
      const audited = store.audit(() => () => null)
      const { total, places } = await audited.first(1)
      expect(total).toBe(found.total)
      const facts = await audited.contexts.facts(places)
      expect(facts.map(({ id }) => id)).toEqual(found.facts.map(({ id }) => id))
    })
  })
})
