import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunSummary } from '../../src/batch/summary.js'
import type { Verification } from '../../src/export/verify.js'
import type { LineResult } from '../../src/pipeline/recognise.js'
import type {
  ArticleRecord,
  MentionRecord,
  ClaimRecord,
  QuarantineRecord,
  YuanjuRecord,
} from '../../src/pipeline/records.js'
import type { RunRow } from '../../src/store/runs.js'
import { tempFolder } from '../temp-folder.js'
import { buildOnce, type Finished, jsonLines, ROOT, yuanju } from './yuanju.js'

const SEEDS = join(ROOT, 'seeds')

let store = ''
let run: Finished
beforeAll(async () => {
  await buildOnce()
  store = join(mkdtempSync(join(tmpdir(), 'yuanju-seeds-')), 'a.db')
  run = await yuanju(['run', SEEDS, '--store', store])
}, 240_000)
afterAll(() => {
  rmSync(dirname(store), { recursive: true, force: true })
})

/** The store with the seeds, for a test that changes it. */
function copyOfStore(): string {
  const copy = join(tempFolder(), 'a.db')
  cpSync(store, copy)
  return copy
}

describe('yuanju run', () => {
  it('reads a folder into a store and says what it found and what to do next', async () => {
    expect(run).toMatchObject({ code: 0, out: '' })
    expect(run.err).toMatch(/documents +\d+ +new \d+/)
    expect(run.err).toMatch(/yuanju why f_\w+ --store/)
    const id = /yuanju why (f_\w+)/.exec(run.err)?.[1] ?? ''
    const why = await yuanju(['why', id, '--store', store])
    expect(why.code).toBe(0)
    expect(why.out).toContain('【')
  }, 120_000)

  it('adds no record when it is run again, and gives one JSON object on request', async () => {
    const store = copyOfStore()
    const before = await yuanju(['export', '--store', store])
    const again = await yuanju(['run', SEEDS, '--store', store, '--json', '--quiet'])
    expect(again.err).toBe('')
    const [summary] = jsonLines<RunSummary>(again)
    expect(summary).toMatchObject({ run: 2, finished: true, documents: { new: 0 } })
    expect((await yuanju(['export', '--store', store])).out).toBe(before.out)
    const runs = jsonLines<RunRow>(await yuanju(['runs', '--store', store, '--json']))
    expect(runs.map(({ status }) => status)).toEqual(['finished', 'finished'])
  }, 120_000)

  it('takes a page from standard input, and the store from YUANJU_STORE', async () => {
    const env = { YUANJU_STORE: join(tempFolder(), 'env.db') }
    const input = '湖南省人民医院2024年门诊量达到85.2万人次。\n'
    expect((await yuanju(['run', '-'], { input, env })).code).toBe(0)
    const [article] = jsonLines<ArticleRecord>(
      await yuanju(['export', '--records', 'article'], { env }),
    )
    expect(article).toMatchObject({ source: { path: '-', bytes: Buffer.byteLength(input) } })
  }, 120_000)

  it('looks for yuanju.db in the current folder unless told otherwise', async () => {
    const { code, err } = await yuanju(['runs'], { cwd: tempFolder() })
    expect(code).toBe(3)
    expect(err).toContain('no store at yuanju.db')
  })
})

describe('yuanju export', () => {
  it('gives articles by path, each followed by its records, and the views hold the same', async () => {
    const order = ['article', 'sentence', 'mention', 'fact']
    const args = ['export', '--records', order.join(), '--store', store]
    const records = jsonLines<Exclude<YuanjuRecord, ClaimRecord | QuarantineRecord>>(
      await yuanju(args),
    )
    let last = { path: '', kind: -1, article: '' }
    for (const record of records) {
      const kind = order.indexOf(record.record)
      if (record.record === 'article') {
        expect(record.source.path > last.path).toBe(true)
        last = { path: record.source.path, kind, article: record.id }
      } else {
        expect(record.article).toBe(last.article)
        expect(kind).toBeGreaterThanOrEqual(last.kind)
        last = { ...last, kind }
      }
    }
    const connection = new SQLite(store, { readonly: true })
    for (const view of order) {
      const count = connection.prepare(`SELECT count(*) FROM ${view}`).pluck().get()
      expect(count).toBe(records.filter(({ record }) => record === view).length)
    }
    connection.close()
  }, 120_000)

  it('adds quotes that are in the file, and writes CSV', async () => {
    const args = ['export', '--store', store, '--records', 'mention', '--quotes']
    const mentions = jsonLines<MentionRecord & { quote: string }>(await yuanju(args))
    const texts = new Map<string, string>()
    const articles = ['export', '--store', store, '--records', 'article']
    for (const { id, source } of jsonLines<ArticleRecord>(await yuanju(articles))) {
      const bytes = readFileSync(join(SEEDS, source.path))
      texts.set(id, new TextDecoder(source.encoding ?? '').decode(bytes))
    }
    expect(mentions.length).toBeGreaterThan(50)
    for (const { article, spans, quote } of mentions) {
      const text = texts.get(article) ?? ''
      expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(quote)
    }
    const out = join(tempFolder(), 'tables')
    await yuanju(['export', '--store', store, '--format', 'csv', '--out', out])
    const [header] = readFileSync(join(out, 'fact.csv'), 'utf8').split('\r\n')
    expect(header).toMatch(
      /^subject,province,metric,value,low,high,unit,mod,time,sentence,title,publisher,published,url,path,id,/,
    )
  }, 120_000)

  it('gives a past run’s records, and stops quietly when its reader does', async () => {
    const store = copyOfStore()
    const first = await yuanju(['export', '--store', store])
    await yuanju(['run', '-', '--store', store], { input: '湖南省人民医院新增床位20张。' })
    expect((await yuanju(['export', '--store', store, '--run', '1'])).out).toBe(first.out)
    expect((await yuanju(['export', '--store', store])).out).not.toBe(first.out)
  }, 120_000)
})

describe('yuanju verify', () => {
  it('proves every record of the seeds', async () => {
    const [verification] = jsonLines<Verification>(
      await yuanju(['verify', '--store', store, '--json']),
    )
    expect(verification).toMatchObject({ failures: [], notReprocessed: {} })
  }, 120_000)

  it('lists a record that was tampered with, and ends with 1', async () => {
    const store = copyOfStore()
    const connection = new SQLite(store)
    connection.exec(`UPDATE mentions SET value = json_set(value, '$.value', 1) WHERE id =
      (SELECT id FROM mentions WHERE kind = 'quantity' AND value ->> '$.value' > 1 LIMIT 1)`)
    connection.close()
    const verify = await yuanju(['verify', '--store', store])
    expect(verify.code).toBe(1)
    expect(verify.out).toMatch(/m_\w+ +processed again it differs in quantity/)
  }, 120_000)
})

describe('yuanju recognize', () => {
  it('answers each line with one JSON line, offsets in the line as given', async () => {
    const input = '去年,湖南省人民醫院門診量達到85.2萬人次。\n\n沒有什麼。\n'
    const lines = jsonLines<LineResult>(
      await yuanju(['recognize', '--published', '2025-01-22'], { input }),
    )
    expect(lines.map(({ text }) => text)).toEqual(input.split('\n').slice(0, 3))
    const mentions = lines[0]?.mentions ?? []
    for (const { start, end, quote } of mentions) expect(input.slice(start, end)).toBe(quote)
    expect(JSON.stringify(mentions)).toContain('"value":852000')
    expect(JSON.stringify(mentions)).toContain('"value":"2024"')
  }, 120_000)

  it('takes each line’s own date with --jsonl, and only the kinds asked for', async () => {
    const input = `${JSON.stringify({ text: '去年新增床位20张', published: '2020-05-01' })}\n`
    const [line] = jsonLines<LineResult>(
      await yuanju(['recognize', '--jsonl', '--kinds', 'date'], { input }),
    )
    expect(line).toMatchObject({ mentions: [{ kind: 'date', date: { value: '2019' } }], facts: [] })
  }, 120_000)
})

describe('yuanju eval', () => {
  it('writes no colours into a pipe, not even under CI', async () => {
    const { out } = await yuanju(['eval', SEEDS], { env: { CI: 'true' } })
    expect(out).not.toContain('\u001b[')
  }, 120_000)

  it('prints a table of every kind and the misses', async () => {
    const evaluated = await yuanju(['eval', SEEDS])
    expect(evaluated.code).toBe(0)
    expect(evaluated.out).toMatch(/measure \+ metric \+ time +[\d.]+ +[\d.]+/)
    expect(evaluated.out).toMatch(/01-clean-page: \d+ misses/)
  }, 120_000)
})

describe('yuanju check', () => {
  it('finds the pipeline that comes with the package in order', async () => {
    const check = await yuanju(['check'])
    expect(check).toMatchObject({ code: 0, err: '' })
    expect(check.out).toMatch(/[\d,]+ rules, [\d,]+ examples: (all in order|no errors)/)
  }, 120_000)
})
