/**
 * How long the audit page's views take, asked one after the other as a page asks them:
 * `npm run bench:audit -- [--store FILE] [--pages 75000] [--rounds 40]`. Without a store one of that many
 * generated pages is made first (75,000 give a million facts). Needs a build.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Table from 'cli-table3'
import { z } from 'zod'
import { writeCorpus } from './news-corpus/write.js'
import { randomOf } from './random.js'

const { values } = parseArgs({
  options: {
    store: { type: 'string' },
    pages: { type: 'string', default: '75000' },
    rounds: { type: 'string', default: '40' },
  },
})
const rounds = Number(values.rounds)
const folder = mkdtempSync(join(tmpdir(), 'yuanju-audit-bench-'))
const MAIN = 'dist/cli/main.js'
const random = randomOf(1)

try {
  await measure(values.store ?? (await makeStore(Number(values.pages))))
} finally {
  rmSync(folder, { recursive: true })
}

async function makeStore(pages: number): Promise<string> {
  const [input, store] = [join(folder, 'pages'), join(folder, 'audit.db')]
  writeCorpus(input, pages, 1)
  const child = spawn(process.execPath, [MAIN, 'run', input, '--store', store, '--quiet'])
  await new Promise((resolve) => child.on('close', resolve))
  return store
}

async function measure(store: string): Promise<void> {
  const args = [MAIN, 'audit', '--store', store, '--port', '0', '--json', '--quiet']
  const child = spawn(process.execPath, args)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      resolve(z.object({ url: z.string() }).parse(JSON.parse(text)).url)
    })
    child.on('close', (code) => {
      reject(new Error(`yuanju audit ended with ${String(code)}.`))
    })
  })
  try {
    const api = `${url}api`
    const first = await time(`${api}/facts?limit=50`)
    const loading = await time(`${api}/counts`)
    const { total } = z.object({ total: z.number() }).parse(await ask(`${api}/facts?limit=1`))
    const table = new Table({
      head: ['view', 'p50 ms', 'p95 ms'],
      style: { head: [], border: [], compact: true },
    })
    for (const [name, addressOf] of Object.entries(await viewsOf(api))) {
      const times: number[] = []
      for (let round = 0; round < rounds; round++) times.push(await time(addressOf()))
      times.sort((a, b) => a - b)
      table.push([name, quantile(times, 0.5), quantile(times, 0.95)])
    }
    const model = cpus()[0]?.model ?? 'unknown processor'
    console.log(`${total} facts · Node ${process.version} · ${cpus().length} × ${model}`)
    console.log(`first page, facts not read yet: ${first.toFixed(0)} ms`)
    console.log(`until everything is read and counted: ${loading.toFixed(0)} ms`)
    console.log(table.toString())
  } finally {
    child.kill('SIGTERM')
  }
}

const counted = z.record(z.string(), z.array(z.object({ value: z.string() })))
const found = z.object({
  facts: z.array(z.object({ id: z.string(), article: z.string() })),
})

/** Each view by an address that changes from one asking to the next, so that no answer is at hand. */
async function viewsOf(api: string): Promise<Readonly<Record<string, () => string>>> {
  const facets = counted.parse(await ask(`${api}/counts`))
  const { facts } = found.parse(await ask(`${api}/facts?limit=200&order=value`))
  const pick = (facet: string): string => {
    const known = facets[facet] ?? []
    return `${facet}=${encodeURIComponent(random.pick(known).value)}`
  }
  const from = (): string => `from=${random.integer(2015, 2024)}-${random.pick(MONTHS)}-01`
  const text = (words: readonly string[]): string => {
    const chosen = `${random.pick(words)} ${random.pick(words)}`
    return `text=${encodeURIComponent(chosen)}`
  }
  const offset = (): string => `offset=${random.integer(0, 1000) * 50}`
  const fact = (): string => random.pick(facts).id
  const article = (): string => random.pick(facts).article
  return {
    'facts, any page': () => `${api}/facts?limit=50&${offset()}`,
    'facts of a subject': () => `${api}/facts?limit=50&${pick('subject')}&${from()}`,
    'facts of a region and kind': () =>
      `${api}/facts?limit=50&${pick('region')}&${pick('kind')}&${from()}`,
    'facts by value': () => `${api}/facts?limit=50&order=value&${pick('said')}&${from()}`,
    'facts with rare words': () => `${api}/facts?limit=50&${text(RARE)}`,
    'facts with common words': () => `${api}/facts?limit=50&${text(COMMON)}`,
    'claims of a region': () => `${api}/facts?limit=50&rows=claim&${pick('region')}&${from()}`,
    'claims that are contradicted': () =>
      `${api}/facts?limit=50&claim=conflicting&${pick('region')}&${from()}`,
    'counts of a region': () => `${api}/counts?${pick('region')}&${from()}`,
    'counts of a kind': () => `${api}/counts?${pick('kind')}&${from()}`,
    'a fact': () => `${api}/facts/${fact()}`,
    'an article': () => `${api}/articles/${article()}`,
    rules: () => `${api}/rules`,
    'picture: measures': () => `${api}/pictures/measures?${pick('subject')}&${from()}`,
    'picture: network': () => `${api}/pictures/ties?${pick('region')}&${from()}`,
    'picture: provinces': () => `${api}/pictures/places?${pick('said')}&${from()}`,
    'picture: months': () => `${api}/pictures/times?${pick('region')}&${from()}`,
    'picture: dropped': () => `${api}/pictures/drops`,
  }
}

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12']
const RARE = ['核磁', '产科', '义诊', '床位', '援疆', '儿科', '党支部', '新技术', '急诊', '瓣膜']
const COMMON = ['医院', '专家', '手术', '派驻', '患者', '人次', '合作', '目前', '年', '名']

async function time(address: string): Promise<number> {
  const started = performance.now()
  await ask(address)
  return performance.now() - started
}

/** @throws {Error} for an answer that is none: it would be fast */
async function ask(address: string): Promise<unknown> {
  const response = await fetch(address)
  const text = await response.text()
  if (!response.ok) throw new Error(`${address}: ${response.status} ${text}`)
  return JSON.parse(text)
}

function quantile(sorted: readonly number[], share: number): string {
  const at = Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)
  return (sorted[Math.max(0, at)] ?? 0).toFixed(0)
}
