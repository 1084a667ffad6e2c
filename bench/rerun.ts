/**
 * What a re-run costs, on a generated corpus of files, each step in a process of its own:
 * `npm run bench:rerun -- [--pages 100000] [--changes 20] [--folder FOLDER]`. A full run; the same again
 * beside listing the files; a rule about one page in a hundred; the export beside a fresh store's;
 * peak memory beside that of a tenth of the pages; the store's growth over further changes of the rule.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Table from 'cli-table3'
import { copyPipeline } from './news-corpus/rule-changes.js'
import { writeCorpus } from './news-corpus/write.js'
import { type Cost, measureListing, measureYuanju } from './rerun/measure-child.js'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '100000' },
    changes: { type: 'string', default: '20' },
    folder: { type: 'string' },
  },
})
const pages = Number(values.pages)
const changes = Number(values.changes)
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'yuanju-rerun-'))
/** What SQLite and the lock put beside a store. */
const ENDS = ['', '-wal', '-shm', '-lock']
const pipeline = copyPipeline(folder)
const STYLE = { head: [], border: [], compact: true }
const costs = new Table({ head: ['step', 'seconds', 'CPU', 'peak MB'], style: STYLE })
const ratios = new Table({ head: ['ratio', 'measured', 'asked'], style: STYLE })

try {
  await measureSteps()
  const model = cpus()[0]?.model ?? 'unknown processor'
  console.log(`${pages} generated pages · Node ${process.version} · ${cpus().length} × ${model}`)
  console.log(costs.toString())
  console.log(ratios.toString())
} finally {
  if (values.folder === undefined) rmSync(folder, { recursive: true })
}

async function measureSteps(): Promise<void> {
  const tenth = writePages('tenth', Math.ceil(pages / 10))
  const all = writePages('pages', pages)
  const store = storeAt('all.db')
  const small = await step('full run, a tenth of the pages', run(tenth, storeAt('tenth.db')))
  const full = await step('full run', run(all, store))
  ratios.push(['peak memory, all : a tenth', ratio(full.megabytes, small.megabytes), '≤ 1.5'])

  const rounds = await alternate(3, all, store)
  const unchanged = fastest(rounds.unchanged)
  const listing = fastest(rounds.listing)
  note('the same again (best of 3)', unchanged)
  note('listing the files (best of 3)', listing)
  const name = 'unchanged re-run : listing with sizes and times'
  ratios.push([name, ratio(unchanged.seconds, listing.seconds), '≤ 3'])

  const before = sizeOf(store)
  pipeline.setRule(1)
  const changed = await step('a rule about 1 % of the pages', run(all, store))
  ratios.push(['full run : rule change', ratio(full.seconds, changed.seconds), '≥ 30'])
  const fresh = storeAt('fresh.db')
  await step('full run with that rule, fresh store', run(all, fresh))
  const [one, other] = [await exportOf(store), await exportOf(fresh)]
  ratios.push(['export equals the fresh store’s', one === other ? 'yes' : 'NO', 'yes'])

  const times: Cost[] = []
  for (let version = 2; version <= changes; version++) {
    pipeline.setRule(version)
    times.push(await measureYuanju(run(all, store)))
  }
  if (times.length > 0) note(`one of ${times.length} further changes (best)`, fastest(times))
  const growth = sizeOf(store) / before - 1
  const after = `growth of the store over ${changes} changes`
  ratios.push([after, `${(100 * growth).toFixed(1)} %`, '< 50 %'])
}

function writePages(name: string, count: number): string {
  const path = join(folder, name)
  if (existsSync(path)) rmSync(path, { recursive: true })
  mkdirSync(path, { recursive: true })
  const { bytes } = writeCorpus(path, count, 1)
  console.log(`${count} pages, ${(bytes / 1e6).toFixed(1)} MB in ${path}`)
  return path
}

function storeAt(name: string): string {
  const path = join(folder, name)
  for (const end of ENDS) rmSync(path + end, { force: true })
  return path
}

function run(input: string, store: string): string[] {
  return ['run', input, '--store', store, '--pipeline', pipeline.file, '--quiet']
}

async function step(name: string, args: readonly string[]): Promise<Cost> {
  const cost = await measureYuanju(args)
  note(name, cost)
  return cost
}

function note(name: string, { seconds, cpuSeconds, megabytes }: Cost): void {
  costs.push([name, seconds.toFixed(2), cpuSeconds.toFixed(2), megabytes.toFixed(0)])
  console.log(`${name}: ${seconds.toFixed(2)} s`)
}

/** One after the other, so that a busy machine slows both. */
async function alternate(
  count: number,
  input: string,
  store: string,
): Promise<{ readonly unchanged: readonly Cost[]; readonly listing: readonly Cost[] }> {
  const unchanged: Cost[] = []
  const listing: Cost[] = []
  for (let round = 0; round < count; round++) {
    listing.push(await measureListing(input))
    unchanged.push(await measureYuanju(run(input, store)))
  }
  return { unchanged, listing }
}

function fastest(costs: readonly Cost[]): Cost {
  return costs.reduce((best, cost) => (cost.seconds < best.seconds ? cost : best))
}

async function exportOf(store: string): Promise<string> {
  const { outputSha256 } = await measureYuanju(['export', '--store', store])
  return outputSha256
}

/** With what is not yet written back of SQLite's log. */
function sizeOf(store: string): number {
  return ENDS.reduce(
    (sum, end) => sum + (statSync(store + end, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(2)
}
