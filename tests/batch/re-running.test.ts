import { statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runBatch } from '../../src/batch/execute.js'
import { listInputs } from '../../src/batch/inputs.js'
import { sha256 } from '../../src/core/fingerprint.js'
import type { Mention } from '../../src/core/mention.js'
import type { RunSummary } from '../../src/batch/summary.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { runStages } from '../../src/pipeline/run-stages.js'
import { type Store, useStore } from '../../src/store/store.js'
import { startOf } from '../store/sample-records.js'
import { tempFolder } from '../temp-folder.js'
import { seedPages } from './sample-pages.js'

const pipeline = loadPipeline()

const run = (
  store: Store,
  folder: string,
  options: Partial<Parameters<typeof runBatch>[0]> = {},
): Promise<RunSummary> => runBatch({ store, pipeline, inputs: listInputs([folder]), ...options })

const HOUR = 3_600_000

/** Writes a file that tells another time than that of its writing. */
function writeAs(file: string, text: string, time: Date): void {
  writeFileSync(file, text)
  utimesSync(file, time, time)
}

const valueOf = ({ span, value, member, origin }: Mention) => ({ span, value, member, origin })

describe('a store that is run over again', () => {
  it('makes the layers of a stored article as the stages did', async () => {
    const folder = tempFolder()
    const pages = [...seedPages()]
    for (const [name, bytes] of pages) writeFileSync(join(folder, name), bytes)
    await useStore(':memory:', { create: true }, async (store) => {
      await run(store, folder)
      const writing = { clock: () => 0, atomic: true }
      await store.write(startOf('another state'), writing, (session) => {
        for (const [name, bytes] of pages) {
          const computed = runStages(pipeline, { bytes })
          if (!computed.ok) continue
          const { body, entities, quantities, dates } = computed.layers
          const stored = session.layers.read(session.findDocument(sha256(bytes)) ?? 0, bytes)
          expect([name, stored?.body.text.text]).toEqual([name, body.text.text])
          expect(stored?.entities.map(valueOf)).toEqual(entities.map(valueOf))
          expect(stored?.quantities.map(valueOf)).toEqual(quantities.map(valueOf))
          expect(stored?.dates.map(valueOf)).toEqual(dates.map(valueOf))
        }
        return Promise.resolve(session.suspend())
      })
    })
  })

  it('reads again what may have been written to since, and all on request', async () => {
    const folder = tempFolder()
    const file = join(folder, 'a.txt')
    const [first, second] = ['湖南省人民医院有床位1000张。', '湖南省人民医院有床位2000张。']
    await useStore(':memory:', { create: true }, async (store) => {
      // A clock that goes wrong stands in for one that is too coarse to tell.
      const now = new Date(Date.now() + HOUR)
      writeAs(file, first, now)
      await run(store, folder)
      const { ino, mtimeMs } = statSync(file)
      writeAs(file, second, now)
      expect(statSync(file)).toMatchObject({ ino, mtimeMs })
      expect((await run(store, folder)).documents).toMatchObject({ new: 1 })

      const before = new Date(Date.now() - HOUR)
      writeAs(file, first, before)
      await run(store, folder)
      writeAs(file, second, before)
      expect((await run(store, folder)).documents).toMatchObject({ unchanged: 1 })
      expect(store.countFacts(store.runs.latest() ?? expect.fail())).toBe(1)
      const rehashed = await run(store, folder, { rehash: true })
      expect(rehashed.documents).toMatchObject({ unchanged: 0 })
    })
  })

  it('counts a file that is named twice once, and reads it where it is named anew', async () => {
    const folder = tempFolder()
    const file = join(folder, 'a.txt')
    writeAs(file, '湖南省人民医院有床位1000张。', new Date(Date.now() - HOUR))
    await useStore(':memory:', { create: true }, async (store) => {
      await run(store, folder)
      const inputs = listInputs([folder, file])
      const again = await run(store, folder, { inputs })
      expect(again).toMatchObject({ documents: { unchanged: 1 }, copies: 1 })
    })
  })

  it('counts what has changed to the same totals as counting all', async () => {
    const folder = tempFolder()
    const write = (name: string, patients: number): void => {
      const text = `${name}\n湖南省人民医院2023年收治患者${patients}人次。`
      writeFileSync(join(folder, name), text)
    }
    const told = ({ claims, facts, mentions, sentences, subjects }: RunSummary) => ({
      claims,
      facts,
      mentions,
      sentences,
      subjects: subjects.map(({ name, facts: count }) => [name, count]),
    })
    const changes: readonly (() => void)[] = [
      () => {
        for (const name of ['1.txt', '2.txt', '3.txt']) write(name, 1234)
      },
      () => {
        write('4.txt', 9876)
      },
      () => {
        write('5.txt', 9876)
      },
      () => {
        write('4.txt', 1234)
      },
      () => {
        write('5.txt', 1234)
      },
    ]
    const disputed: number[] = []
    await useStore(':memory:', { create: true }, async (store) => {
      for (const change of changes) {
        change()
        const found = await run(store, folder, { prune: true })
        const fresh = await useStore(':memory:', { create: true }, (other) => run(other, folder))
        expect(told(found)).toEqual(told(fresh))
        disputed.push(found.claims.disputed)
      }
    })
    expect(disputed).toEqual([0, 2, 2, 2, 0])
  })
})
