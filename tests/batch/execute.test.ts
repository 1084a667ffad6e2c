import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runBatch } from '../../src/batch/execute.js'
import { listInputs } from '../../src/batch/inputs.js'
import type { RunSummary } from '../../src/batch/summary.js'
import { RECORD_KINDS, streamRecords } from '../../src/export/record-stream.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { type Store, useStore } from '../../src/store/store.js'
import { tempFolder } from '../temp-folder.js'

const pipeline = loadPipeline()

const PAGE =
  '山东省立医院三年回顾\n发布时间:2025-03-04 来源: 大众日报\n2024年,山东省立医院门诊量达到85.2万人次,同比增长12.5%。\n'
const OTHER = '湖南省人民医院去年开放床位2000张。'

function pages(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = tempFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}

async function batch(
  store: Store,
  inputs: readonly string[],
  options: { fingerprint?: string; signal?: AbortSignal } = {},
): Promise<RunSummary> {
  const { fingerprint = pipeline.fingerprint, ...rest } = options
  const list = listInputs(inputs)
  return runBatch({ store, pipeline: { ...pipeline, fingerprint }, inputs: list, ...rest })
}

const inStore = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  useStore(join(tempFolder(), 'a.db'), { create: true }, work)

function exported(store: Store): string {
  const run = store.runs.latest() ?? expect.fail('no run has finished')
  const records = streamRecords(store.read(run), {
    kinds: RECORD_KINDS,
    quotes: true,
    allOffsets: true,
    bytes: (document) => store.bytes(document),
  })
  return [...records].map((record) => JSON.stringify(record)).join('\n')
}

describe('runBatch', () => {
  it('processes new documents and leaves them alone the next time', async () => {
    const folder = pages({ 'a.txt': PAGE, 'b.txt': OTHER })
    await inStore(async (store) => {
      const first = await batch(store, [folder])
      expect(first.documents).toEqual({ new: 2, changed: 0, continued: 0, unchanged: 0 })
      expect(first.articles).toBe(2)
      expect(first.facts['measure']).toBeGreaterThan(1)
      expect(first.subjects[0]?.example.subject.text).toBe('山东省立医院')
      const records = exported(store)
      const second = await batch(store, [folder])
      expect(second.documents).toEqual({ new: 0, changed: 0, continued: 0, unchanged: 2 })
      expect(exported(store)).toBe(records)
    })
  })

  it('takes the same bytes at two places for one document', async () => {
    const folder = pages({ 'a.txt': PAGE, 'copy.txt': PAGE })
    await inStore(async (store) => {
      const summary = await batch(store, [folder])
      expect(summary).toMatchObject({ articles: 1, copies: 1 })
    })
  })

  it('quarantines what cannot be processed, each with its code, and goes on', async () => {
    const folder = pages({
      'binary.txt': Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251),
      'empty.txt': '',
      'good.txt': PAGE,
    })
    symlinkSync(join(folder, 'gone'), join(folder, 'unreadable.txt'))
    await inStore(async (store) => {
      const summary = await batch(store, [folder])
      expect(summary.articles).toBe(1)
      expect(summary.quarantineExamples.map(({ path }) => path)).toEqual([
        'binary.txt',
        'empty.txt',
        'unreadable.txt',
      ])
      expect(summary.quarantined['read-failed']).toBe(1)
      const again = await batch(store, [folder])
      expect(again.quarantined).toEqual(summary.quarantined)
      expect(again.documents.unchanged).toBe(3)
    })
  })

  it('leaves documents alone where the pipeline is written otherwise and means the same', async () => {
    const folder = pages({ 'a.txt': PAGE })
    await inStore(async (store) => {
      await batch(store, [folder])
      const second = await batch(store, [folder], { fingerprint: 'other' })
      expect(second.documents.unchanged).toBe(1)
    })
  })

  it('continues a run that was stopped, and shows nothing of it before', async () => {
    const folder = pages({ 'a.txt': PAGE, 'b.txt': OTHER })
    await inStore(async (store) => {
      const controller = new AbortController()
      const list = listInputs([folder])
      const stopped = await runBatch({
        store,
        pipeline,
        inputs: list,
        onProgress: () => {
          controller.abort()
        },
        signal: controller.signal,
      })
      expect(stopped.finished).toBe(false)
      expect(store.runs.latest()).toBeNull()
      const next = await batch(store, [folder])
      expect(next.documents).toEqual({ new: 1, changed: 0, continued: 1, unchanged: 0 })
      expect(store.runs.list().map(({ status }) => status)).toEqual(['interrupted', 'finished'])
    })
  })

  it('makes the same records whatever the order and the number of runs', async () => {
    const one = pages({ 'a.txt': PAGE })
    const two = pages({ 'b.txt': OTHER, 'c.txt': PAGE })
    const results = await Promise.all([
      inStore(async (store) => {
        await batch(store, [one, two])
        return exported(store)
      }),
      inStore(async (store) => {
        await batch(store, [two])
        await batch(store, [one])
        return exported(store)
      }),
    ])
    expect(results[0]).toBe(results[1])
  })
})
