import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runBatch } from '../../src/batch/execute.js'
import { listInputs } from '../../src/batch/inputs.js'
import { explainRecord } from '../../src/export/explain.js'
import { verifyStore } from '../../src/export/verify.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import type { ClaimRecord } from '../../src/pipeline/records.js'
import { type Store, useStore } from '../../src/store/store.js'
import { tempFolder } from '../temp-folder.js'

const pipeline = loadPipeline()

const visits = '2023年,宜昌市中心人民医院门诊量达到85.2万人次。'
const PAGES: Readonly<Record<string, string>> = {
  'first.txt': `年报发布\n发布时间:2024-03-02 来源:楚天日报\n${visits}怀远县人民医院与南京鼓楼医院建立合作机制。\n`,
  'second.txt': `记者观察\n发布时间:2024-03-20 来源:三峡晚报\n记者了解到,宜昌市中心人民医院去年门诊量达到85.2万人次,增幅明显。\n`,
  'third.txt': `又见数据\n发布时间:2024-05-11 来源:江城网\n宜昌市中心人民医院发布年报,2023年门诊量达到91.7万人次。\n`,
  'turned.txt': `两地携手\n发布时间:2024-05-12 来源:江城网\n南京鼓楼医院与怀远县人民医院建立合作机制。\n`,
}

async function add(store: Store, names: readonly string[]): Promise<void> {
  const folder = tempFolder()
  for (const name of names) writeFileSync(join(folder, name), PAGES[name] ?? '')
  await runBatch({ store, pipeline, inputs: listInputs([folder]) })
}

function readerOf(store: Store) {
  return store.read(store.runs.latest() ?? expect.fail('no run has finished'))
}

const claimsAfter = (runs: readonly (readonly string[])[]): Promise<readonly ClaimRecord[]> =>
  useStore(':memory:', { create: true }, async (store) => {
    for (const names of runs) await add(store, names)
    return [...readerOf(store).claims()]
  })

describe('the claims of a store', () => {
  const names = Object.keys(PAGES)

  it('gather what several articles say, and name what speaks against it', async () => {
    const claims = await claimsAfter([names])
    const held = claims.find(({ quantity }) => quantity?.value === 852000) ?? expect.fail()
    const other = claims.find(({ quantity }) => quantity?.value === 917000) ?? expect.fail()
    expect(held).toMatchObject({ articles: 2, independent: 2, conflicts: [other.id] })
    expect(other).toMatchObject({ articles: 1, conflicts: [held.id] })
    const relation = claims.find(({ kind }) => kind === 'relation')
    expect(relation).toMatchObject({ relation: 'cooperates-with', articles: 2 })
  })

  it('are the same in whatever order and in however many runs the articles came', async () => {
    const expected = await claimsAfter([names])
    expect(await claimsAfter([[...names].reverse()])).toEqual(expected)
    expect(await claimsAfter(names.toReversed().map((name) => [name]))).toEqual(expected)
  })

  it('leave the claims of an earlier run as they were', async () => {
    await useStore(':memory:', { create: true }, async (store) => {
      await add(store, ['first.txt'])
      const first = store.runs.latest() ?? expect.fail()
      const before = [...store.read(first).claims()]
      await add(store, names)
      expect([...store.read(first).claims()]).toEqual(before)
    })
  })

  it('are told by why, and proved by verify', async () => {
    await useStore(':memory:', { create: true }, async (store) => {
      await add(store, names)
      const reader = readerOf(store)
      const held = [...reader.claims()].find(({ quantity }) => quantity?.value === 852000)
      const { claim } = explainRecord(store, reader, held?.facts[0] ?? expect.fail())
      expect(claim?.others).toHaveLength(1)
      expect(claim?.conflicts[0]?.said?.sentence).toContain('91.7万人次')
      const run = store.runs.latest() ?? expect.fail()
      const verification = verifyStore(store, run, { pipeline, code: run.code })
      expect(verification.failures).toEqual([])
      expect(verification.reprocessed).toBe(4)
    })
  })
})
