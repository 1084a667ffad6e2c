/**
 * Precision and recall of linking reprints, and what it costs, on a generated corpus with its truth:
 * `npm run bench:reprints [-- PAGES…]`, by default 1,000 and 10,000. CPU time; a fresh store each.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Table from 'cli-table3'
import { sha256 } from '../src/core/fingerprint.js'
import { prepareCorpus } from '../src/corpus/corpus-layer.js'
import { linkReprints } from '../src/corpus/link-reprints.js'
import { loadPipeline } from '../src/pipeline/load.js'
import type { DocumentResult } from '../src/pipeline/process-document.js'
import type { RunStart } from '../src/store/runs.js'
import { type Store, useStore } from '../src/store/store.js'
import { type BenchPage, reprintCorpus } from './reprint-corpus.js'
import { SWAPS } from './spinner-swaps.js'

const sizes = process.argv.slice(2).map(Number)
const pipeline = loadPipeline()
const corpus = prepareCorpus(pipeline.corpus)
for (const size of sizes.length === 0 ? [1000, 10_000] : sizes) await measure(size)

async function measure(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yuanju-bench-'))
  try {
    const path = join(folder, 'bench.db')
    await useStore(path, { create: true }, async (store) => {
      const pages = [...reprintCorpus({ pages: size, seed: 1, swaps: SWAPS })]
      const half = Math.floor(size / 100)
      const first = await run(store, pages.slice(0, -half))
      const more = await run(store, pages.slice(-half))
      const none = await run(store, [])
      print(store, pages, { first, more, none, bytes: statSync(path).size })
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Cost {
  readonly pages: number
  readonly sketch: number
  readonly link: number
}

/** Writes pages without any pipeline, so that linking alone is measured. */
function run(store: Store, pages: readonly BenchPage[]): Promise<Cost> {
  const start: RunStart = {
    pipeline: { name: 'bench', fingerprint: 'bench', files: [], marks: [], isAnew: false },
    corpus: corpus.fingerprint,
    conflicts: corpus.options.conflicts,
    code: '0',
    node: '0',
    pid: process.pid,
    started: '2025-01-01T00:00:00.000Z',
  }
  return store.write(start, { clock: () => performance.now(), atomic: false }, (session) => {
    let sketch = 0
    for (const { text } of pages) {
      const digest = sha256(text)
      if (session.findDocument(digest) !== null) continue
      const bytes = new Uint8Array(0)
      const document = session.addDocument({ sha256: digest, bytes: 0, content: bytes })
      session.noteInput(document)
      session.noteSource({ path: digest, item: null, file: digest, document, mark: null })
      const key = session.addResult(document, resultOf(digest, text))
      const before = cpuTime()
      session.addSketch(key, corpus.sketch(text))
      sketch += cpuTime() - before
      session.endDocument()
    }
    let link = 0
    session.finish({
      finished: '2025-01-01T00:01:00.000Z',
      counts: {},
      prune: false,
      link: (index) => {
        const before = cpuTime()
        linkReprints(index, corpus)
        link = cpuTime() - before
      },
    })
    return Promise.resolve({ pages: pages.length, sketch, link })
  })
}

function resultOf(digest: string, text: string): DocumentResult {
  return {
    ok: true,
    records: {
      article: {
        record: 'article',
        id: articleId(digest),
        title: null,
        published: null,
        publisher: null,
        author: null,
        editor: null,
        url: null,
        metadata: {},
        script: 'hans',
        text,
        spans: [],
        edits: [],
        dropped: [],
        duplicateOf: null,
        earlier: null,
        similarity: null,
        flags: [],
      },
      encoding: 'utf-8',
      losses: [],
      places: [],
      page: { key: '', isTraditional: false },
      sentences: [],
      mentions: [],
      facts: [],
      script: [],
    },
  }
}

function articleId(digest: string): string {
  return `a_${digest.slice(0, 16)}`
}

function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

interface Outcome {
  readonly group: number
  readonly kind: BenchPage['kind']
  /** The article that it, or it is, the root of. */
  readonly root: string
  readonly isSpun: boolean
}

function print(
  store: Store,
  pages: readonly BenchPage[],
  costs: { first: Cost; more: Cost; none: Cost; bytes: number },
): void {
  const outcomes = readOutcomes(store, pages)
  const table = new Table({ head: ['kind', 'pages', 'linked right', 'linked wrong', 'spun'] })
  for (const kind of [...new Set(pages.map((page) => page.kind))].sort()) {
    const own = [...outcomes.values()].filter((outcome) => outcome.kind === kind)
    const { right, wrong, alone } = judge(own, outcomes)
    const spun = own.filter(({ isSpun }) => isSpun).length
    table.push([kind, own.length, alone === 0 ? '–' : `${right} of ${alone}`, wrong, spun])
  }
  const characters = pages.reduce((sum, { text }) => sum + text.length, 0) / pages.length
  console.log(`${pages.length} pages of ${characters.toFixed(0)} characters`)
  console.log(table.toString())
  for (const [name, { pages: count, sketch, link }] of Object.entries(costs).flatMap(
    ([name, cost]) => (typeof cost === 'number' ? [] : [[name, cost] as const]),
  ))
    console.log(
      `${name}: ${count} pages, sketch ${(sketch / Math.max(1, count)).toFixed(3)} ms, link ${(link / Math.max(1, count)).toFixed(3)} ms a page (${link.toFixed(0)} ms in all)`,
    )
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
}

function readOutcomes(store: Store, pages: readonly BenchPage[]): Map<string, Outcome> {
  const latest = store.runs.latest()
  const reader = latest === null ? null : store.read(latest)
  const roots = new Map<string, { root: string; isSpun: boolean }>()
  for (const source of reader?.sources() ?? []) {
    const article = reader?.article(source)
    if (article === undefined) continue
    const isSpun = article.flags.includes('spun')
    roots.set(article.id, { root: article.duplicateOf ?? article.id, isSpun })
  }
  return new Map(
    pages.map(({ kind, group, text }) => {
      const id = articleId(sha256(text))
      const { root, isSpun } = roots.get(id) ?? { root: id, isSpun: false }
      return [id, { kind, group, root, isSpun }]
    }),
  )
}

/** A reprint is right where it shares a root with another page of its group. */
function judge(
  own: readonly Outcome[],
  all: ReadonlyMap<string, Outcome>,
): { right: number; wrong: number; alone: number } {
  const groupsOf = new Map<string, Map<number, number>>()
  const sizes = new Map<number, number>()
  for (const { root, group } of all.values()) {
    const groups = groupsOf.get(root) ?? new Map<number, number>()
    groups.set(group, (groups.get(group) ?? 0) + 1)
    groupsOf.set(root, groups)
    sizes.set(group, (sizes.get(group) ?? 0) + 1)
  }
  const reprinted = own.filter(({ group }) => (sizes.get(group) ?? 0) > 1)
  const right = reprinted.filter(({ root, group }) => (groupsOf.get(root)?.get(group) ?? 0) > 1)
  const wrong = own.filter(({ root }) => (groupsOf.get(root)?.size ?? 0) > 1)
  return { right: right.length, wrong: wrong.length, alone: reprinted.length }
}
