import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runBatch } from '../../src/batch/execute.js'
import { listInputs } from '../../src/batch/inputs.js'
import { RECORD_KINDS, streamRecords } from '../../src/export/record-stream.js'
import type { Pipeline } from '../../src/pipeline/pipeline.js'
import { type Store, useStore } from '../../src/store/store.js'
import { tempFolder } from '../temp-folder.js'
import { buildEdited, packageTexts, type PipelineTexts } from './edited-pipeline.js'
import { editOnce, pick, randomOf } from './random-edits.js'
import { seedPages, writePage } from './sample-pages.js'

/** How many sequences are tried; more by hand while something is being changed. */
const RUNS = Number(process.env['EXACTNESS_RUNS'] ?? 4)
const STEPS = Number(process.env['EXACTNESS_STEPS'] ?? 5)

const texts = packageTexts()
const original = buildEdited(texts, null) ?? expect.fail('the package is refused')
const seeds = seedPages()
/** The words of all pages, so that edits can be of words that stand there. */
const known = [
  ...[...seeds.values()].map((bytes) => new TextDecoder().decode(bytes)),
  ...Array.from({ length: 12 }, (_, seed) => writePage(randomOf(seed))),
].join('\n')

function exported(store: Store): string[] {
  const run = store.runs.latest() ?? expect.fail('no run has finished')
  const records = streamRecords(store.read(run), {
    kinds: RECORD_KINDS,
    quotes: true,
    allOffsets: true,
    bytes: (document) => store.bytes(document),
  })
  return [...records].map((record) => JSON.stringify(record))
}

async function freshExport(pipeline: Pipeline, folder: string): Promise<string[]> {
  return useStore(':memory:', { create: true }, async (store) => {
    await runBatch({ store, pipeline, inputs: listInputs([folder]) })
    return exported(store)
  })
}

/** A corpus and a pipeline that people work on. */
class Workshop {
  private readonly folder = tempFolder()
  private readonly path = join(tempFolder(), 'a.db')
  private readonly names: string[] = []
  private texts: PipelineTexts = texts
  private pipeline: Pipeline = original
  readonly log: string[] = []

  constructor(private readonly random: () => number) {
    mkdirSync(join(this.folder, 'old'))
    for (const [name, bytes] of seeds) this.write(name, bytes)
    for (let count = 0; count < 8; count++) this.write(`p${count}.txt`, writePage(random))
  }

  editPipeline(): void {
    for (let attempt = 0; attempt < 20; attempt++) {
      const [name, text] = editOnce(this.texts, this.random, known)
      if (text === this.texts.get(name)) continue
      const edited = new Map(this.texts).set(name, text)
      const pipeline = buildEdited(edited, this.pipeline)
      if (pipeline === null) continue
      this.log.push(`${name}: ${differenceOf(this.texts.get(name) ?? '', text)}`)
      this.texts = edited
      this.pipeline = pipeline
      return
    }
  }

  editInputs(): void {
    const { random, names } = this
    const name = pick(random, names)
    const what = pick(random, ['add', 'rewrite', 'remove', 'rename'])
    this.log.push(`${what} ${name}`)
    if (what === 'add') this.write(`n${Math.floor(random() * 1e6)}.txt`, writePage(random))
    else if (what === 'rewrite') this.write(name, writePage(random))
    else {
      names.splice(names.indexOf(name), 1)
      if (what === 'remove') rmSync(join(this.folder, name))
      else {
        const other = `old/${name.replace(/^.*\//, '')}`
        renameSync(join(this.folder, name), join(this.folder, other))
        names.push(other)
      }
    }
  }

  /** A run that is stopped after some documents. */
  async runAndStop(): Promise<void> {
    const controller = new AbortController()
    let left = Math.floor(this.random() * 6)
    this.log.push('killed run')
    await this.run({
      signal: controller.signal,
      onProgress: () => {
        if (left-- <= 0) controller.abort()
      },
    })
  }

  async run(options: Partial<Parameters<typeof runBatch>[0]> = {}): Promise<void> {
    const { folder, pipeline } = this
    const { documents, besides } = await useStore(this.path, { create: true }, (store) =>
      runBatch({ store, pipeline, inputs: listInputs([folder]), prune: true, ...options }),
    )
    this.log.push(JSON.stringify({ ...documents, besides }))
  }

  /** A run over nothing: all documents are processed from the store. */
  async runOnStoreOnly(): Promise<void> {
    this.log.push('run without inputs')
    await this.run({ inputs: listInputs([]), prune: false })
  }

  async expectExact(): Promise<void> {
    const found = await useStore(this.path, { create: false }, (store) =>
      Promise.resolve(exported(store)),
    )
    const expected = await freshExport(this.pipeline, this.folder)
    const wrong = found.findIndex((record, index) => record !== expected[index])
    const at = wrong === -1 && found.length !== expected.length ? found.length : wrong
    expect({ log: this.log, record: found[at] }).toEqual({ log: this.log, record: expected[at] })
  }

  private write(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.folder, name), content)
    if (!this.names.includes(name)) this.names.push(name)
  }
}

function differenceOf(before: string, after: string): string {
  const [a, b] = [before.split('\n'), after.split('\n')]
  const at = a.findIndex((line, index) => line !== b[index])
  return `${a[at] ?? ''} → ${b[at] ?? ''}`
}

describe('a store after any sequence of changes', () => {
  it(
    'exports what a fresh store does',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
          const random = randomOf(seed)
          const workshop = new Workshop(random)
          await workshop.run()
          for (let step = 0; step < STEPS; step++) {
            const edits = 1 + Math.floor(random() * 2)
            for (let edit = 0; edit < edits; edit++)
              if (random() < 0.75) workshop.editPipeline()
              else workshop.editInputs()
            if (random() < 0.2) await workshop.runAndStop()
            else if (random() < 0.2) await workshop.runOnStoreOnly()
            if (random() < 0.15) workshop.editPipeline()
            await workshop.run()
            await workshop.expectExact()
          }
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
    },
    60_000 * Math.max(2, RUNS),
  )
})
