/**
 * Characters a second of the whole pipeline, of a complete run into a store, and of bare
 * `nodejieba.cut` on the same text in the same process: `npm run bench [-- FOLDER [SECONDS]]`.
 * CPU time, so that a busy machine counts for nothing; the rounds alternate; figures are medians.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Table from 'cli-table3'
import nodejieba from 'nodejieba'
import { runBatch } from '../src/batch/execute.js'
import { listInputs } from '../src/batch/inputs.js'
import type { Layers } from '../src/core/layers.js'
import { loadPipeline } from '../src/pipeline/load.js'
import type { Pipeline } from '../src/pipeline/pipeline.js'
import { processDocument } from '../src/pipeline/process-document.js'
import { useStore } from '../src/store/store.js'

const [folder = 'seeds', seconds = '12'] = process.argv.slice(2)
const pipeline = loadPipeline()
const documents = readDocuments(folder)
const texts = documents.map(decodedText)
const characters = texts.reduce((total, text) => total + text.length, 0)

const stageTimes = new Map<string, number>()
const watched = watch(pipeline)
const rounds = { cut: [] as number[], pipeline: [] as number[], run: [] as number[] }
const repeat = Math.max(1, Math.ceil(200_000 / characters))

nodejieba.cut('加载词典')
await measure(1, false)
await measure(Number(seconds) * 1000, true)
print()

async function measure(milliseconds: number, keep: boolean): Promise<void> {
  const end = performance.now() + milliseconds
  do {
    const cut = timed(() => {
      for (const text of texts) nodejieba.cut(text)
    })
    const processed = timed(() => {
      for (const bytes of documents) processDocument(pipeline, bytes)
    })
    const run = await timedRun()
    if (!keep) continue
    rounds.cut.push(cut)
    rounds.pipeline.push(processed)
    rounds.run.push(run)
    for (const bytes of documents) processDocument(watched, bytes)
  } while (performance.now() < end)
}

/** Milliseconds for one pass over all documents, the mean of several. */
function timed(pass: () => void): number {
  const start = cpuTime()
  for (let round = 0; round < repeat; round++) pass()
  return (cpuTime() - start) / repeat
}

/** Milliseconds of CPU that the process has used so far, all threads. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Milliseconds of a complete run: reading files, the pipeline, writing a new store. */
async function timedRun(): Promise<number> {
  const store = mkdtempSync(join(tmpdir(), 'yuanju-bench-'))
  try {
    const start = cpuTime()
    const inputs = listInputs([folder])
    await useStore(join(store, 'bench.db'), { create: true }, (open) =>
      runBatch({ store: open, pipeline, inputs }),
    )
    return cpuTime() - start
  } finally {
    rmSync(store, { recursive: true })
  }
}

function watch(plain: Pipeline): Pipeline {
  const stages = plain.stages.map((stage) => ({
    ...stage,
    run(layers: Partial<Layers>): unknown {
      const start = cpuTime()
      const product = stage.run(layers)
      const spent = cpuTime() - start
      stageTimes.set(stage.name, (stageTimes.get(stage.name) ?? 0) + spent)
      return product
    },
  }))
  return { ...plain, stages }
}

function readDocuments(path: string): Uint8Array[] {
  return readdirSync(path)
    .filter((name) => /\.(txt|html?)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(path, name)))
}

function decodedText(bytes: Uint8Array): string {
  const decode = pipeline.stages.find(({ provides }) => provides === 'decoded')
  const decoded = decode?.run({ bytes }) as Layers['decoded'] | undefined
  return decoded?.text ?? ''
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function print(): void {
  const cut = median(rounds.cut)
  const table = new Table({ head: ['what', 'CPU ms a pass', 'characters/s', '× bare cut'] })
  const row = (what: string, ms: number): void => {
    const rate = Math.round((characters / ms) * 1000).toLocaleString('en')
    table.push([what, ms.toFixed(2), rate, (ms / cut).toFixed(2)])
  }
  row('nodejieba.cut', cut)
  row('whole pipeline', median(rounds.pipeline))
  row('complete run, with store', median(rounds.run))
  for (const [name, total] of stageTimes) row(`  ${name}`, total / rounds.cut.length)
  console.log(
    `${documents.length} documents of ${folder}, ${characters.toLocaleString('en')} characters, ${rounds.cut.length} rounds`,
  )
  console.log(table.toString())
}
