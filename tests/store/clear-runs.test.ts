import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { tempFolder } from '../temp-folder.js'
import { sampleResult } from './sample-records.js'
import { ONE, storeAt, type StoreHarness, TWO } from './store-harness.js'

const AT = '2025-02-01T00:00:00.000Z'
const TABLES = ['results', 'validity', 'articles', 'sentences', 'mentions', 'facts', 'files']

let store: StoreHarness
beforeEach(() => {
  store = storeAt(join(tempFolder(), 'a.db'))
})

const clear = (keep: number, isTrial = false) =>
  store.open((opened) => Promise.resolve(opened.clearRuns({ keep, at: AT, isTrial })))
const rows = (): unknown[] => TABLES.map((table) => store.countRows(table))

describe('clearing old runs', () => {
  it('keeps what the last runs need, and says of the others that they are cleared', async () => {
    for (const state of ['p1', 'p2', 'p3'])
      await store.run(state, [{ ...ONE, result: sampleResult(`${state}。`, 1) }, TWO])
    const { runs, rows: deleted } = await clear(2)
    expect(runs).toEqual([1])
    // The other document's result is the same in all of them, and kept once.
    expect(deleted['results']).toBe(1)
    expect(await store.articlesOf(2)).toEqual(['p2。', TWO.text])
    expect(await store.articlesOf()).toEqual(['p3。', TWO.text])
    await expect(store.articlesOf(1)).rejects.toThrow('given up by "yuanju gc" on 2025-02-01')
  })

  it('does nothing where there are no older runs', async () => {
    await store.run('p1', [ONE])
    const before = rows()
    expect(await clear(1)).toMatchObject({ runs: [], rows: {} })
    expect(rows()).toEqual(before)
  })

  it('says in a trial what it would do, and does not do it', async () => {
    await store.run('p1', [ONE])
    await store.run('p2', [ONE])
    const before = rows()
    const trial = await clear(1, true)
    expect(rows()).toEqual(before)
    expect(await store.articlesOf(1)).toEqual([ONE.text])
    const { runs, rows: deleted } = await clear(1)
    expect({ runs, rows: deleted }).toEqual({ runs: trial.runs, rows: trial.rows })
  })

  it('keeps what a killed run has done for the next one', async () => {
    await store.run('p1', [ONE])
    await store.run('p2', [ONE, TWO], 'suspend')
    await clear(1)
    expect(store.countRows('results')).toBe(2)
    await store.run('p2', [ONE, TWO])
    expect(store.countRows('results')).toBe(2)
  })

  it('keeps what is current, though only a cleared run was given it', async () => {
    await store.run('p1', [ONE])
    await store.run('p1', [TWO])
    await clear(1)
    expect(store.countRows('documents')).toBe(2)
    expect(await store.articlesOf()).toEqual([ONE.text, TWO.text])
  })
})
