import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runBatch } from '../../src/batch/execute.js'
import { listInputs } from '../../src/batch/inputs.js'
import { readRepositoryState } from '../../src/batch/repository-state.js'
import { prepareCorpus } from '../../src/corpus/corpus-layer.js'
import { RECORD_KINDS, streamRecords } from '../../src/export/record-stream.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { buildStoredPipeline } from '../../src/pipeline/load-stored.js'
import { type Store, useStore } from '../../src/store/store.js'
import { tempFolder } from '../temp-folder.js'

const pipeline = loadPipeline()

const PAGE = (beds: number): string =>
  `绵阳市中心医院去年开放床位${beds}张,完成手术2.1万台,出院患者6.3万人次。\n` +
  '四川省人民医院与绵阳市中心医院签约合作,选派专家12名到院坐诊带教,引进新技术29项。\n' +
  '患者不用再往成都跑,在家门口就能看上专家门诊,检查结果两地互认。\n'

const inStore = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  useStore(join(tempFolder(), 'a.db'), { create: true }, work)

function run(store: Store, folder: string, readmit = false) {
  return runBatch({ store, pipeline, inputs: listInputs([folder]), readmit })
}

function exported(store: Store, id: number): string {
  const reader = store.read(store.runs.find(id) ?? expect.fail(`no run ${id}`))
  const bytes = (document: number): Uint8Array => store.bytes(document)
  const options = { kinds: RECORD_KINDS, quotes: true, allOffsets: true, bytes }
  return [...streamRecords(reader, options)].map((record) => JSON.stringify(record)).join('\n')
}

describe('the history of a store', () => {
  it('gives past runs’ records of all kinds, and what each run changed', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'b.txt'), PAGE(1610))
    writeFileSync(join(folder, 'c.txt'), PAGE(1620))
    await inStore(async (store) => {
      await run(store, folder)
      const first = exported(store, 1)
      // A reprint with a date becomes the root, and supports and disputes what was claimed before.
      writeFileSync(join(folder, 'a.txt'), `床位\n发布时间:2024-03-04\n${PAGE(1630)}`)
      await run(store, folder)
      const second = exported(store, 2)
      expect(second).not.toBe(first)
      rmSync(join(folder, 'b.txt'))
      await run(store, folder)
      expect(exported(store, 1)).toBe(first)
      expect(exported(store, 2)).toBe(second)
      const counts = store.runs.list().map((row) => row.counts)
      const facts = counts.map((one) => one['facts'] ?? 0)
      expect(counts[1]).toMatchObject({ factsGained: facts[1]! - facts[0]!, factsLost: 0 })
      expect(counts[2]).toMatchObject({ facts: facts[1], factsGained: 0, factsLost: 0 })
    })
  })

  it('refuses what was forgotten until it is let in again', async () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'a.txt'), PAGE(1610))
    writeFileSync(join(folder, 'b.txt'), PAGE(1620))
    await inStore(async (store) => {
      await run(store, folder)
      const latest = store.runs.latest() ?? expect.fail('no run')
      const layer = prepareCorpus(buildStoredPipeline(store.runs.files(latest.id)).corpus)
      expect(layer.fingerprint).toBe(latest.corpus)
      store.forget(store.findSources('a.txt'), { at: '2025-01-01', reason: null, layer })
      expect(exported(store, 1)).not.toContain('1610')
      const refused = await run(store, folder)
      expect(refused.quarantined).toEqual({ 'source-forgotten': 1 })
      expect(exported(store, 2)).not.toContain('1610')
      const again = await run(store, folder, true)
      expect(again).toMatchObject({ quarantined: {}, documents: { new: 1, unchanged: 1 } })
      expect(exported(store, 3)).toContain('1610')
    })
  })

  it('builds a run’s pipeline from the files that it has kept', async () => {
    await inStore(async (store) => {
      await run(store, tempFolder())
      const stored = buildStoredPipeline(store.runs.files(1))
      expect(stored.fingerprint).toBe(pipeline.fingerprint)
    })
  })
})

describe('readRepositoryState', () => {
  it('tells the commit of a folder and whether the files are as it has them', async () => {
    const folder = tempFolder()
    const git = (...args: string[]): void => {
      const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org']
      execFileSync('git', ['-C', folder, ...identity, ...args], { stdio: 'ignore' })
    }
    mkdirSync(join(folder, 'rules'))
    const file = join(folder, 'rules/a.yaml')
    writeFileSync(file, 'a')
    expect(await readRepositoryState([file])).toBeNull()
    git('init')
    expect(await readRepositoryState([file])).toBeNull()
    git('add', '.')
    git('commit', '-m', 'rules')
    expect(await readRepositoryState([file])).toMatchObject({ isDirty: false })
    writeFileSync(join(folder, 'other.txt'), 'not a file of the pipeline')
    expect(await readRepositoryState([file])).toMatchObject({ isDirty: false })
    writeFileSync(file, 'b')
    const state = await readRepositoryState([file])
    expect(state).toMatchObject({ isDirty: true })
    expect(state?.commit).toMatch(/^[0-9a-f]{40}$/)
  })
})
