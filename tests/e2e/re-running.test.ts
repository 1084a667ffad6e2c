import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/pipeline/records.js'
import { copyPipeline } from './copy-pipeline.js'
import { buildOnce, type Finished, jsonLines, yuanju } from './yuanju.js'

/** A store of two pages, run once; then one metric gets a name more. */
const folder = mkdtempSync(join(tmpdir(), 'yuanju-re-running-'))
const store = ['--store', join(folder, 'a.db')]
let pipeline: readonly string[] = []
const run = (...options: readonly string[]): Promise<Finished> =>
  yuanju(['run', join(folder, 'a.txt'), join(folder, 'b.txt'), ...store, ...pipeline, ...options])
const exported = async (): Promise<string> => (await yuanju(['export', ...store])).out

beforeAll(async () => {
  await buildOnce()
  const file = copyPipeline(folder)
  pipeline = ['--pipeline', file]
  writeFileSync(join(folder, 'a.txt'), '湖南省人民医院开放杏林床1610张。\n')
  writeFileSync(join(folder, 'b.txt'), '湖南省人民医院收治患者300例。\n')
  await run()
  const metrics = join(dirname(file), '../../dictionaries/metrics.yaml')
  const text = readFileSync(metrics, 'utf8')
  const changed = text.replace(/^( +)names: \[(.*床位)/m, '$1names: [杏林床, $2')
  expect(changed).not.toBe(text)
  writeFileSync(metrics, changed)
}, 240_000)

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('a change of the rules', () => {
  it('is shown without being written, and refused where it moves too much', async () => {
    const before = await exported()
    const tried = await run('--dry-run', '--explain')
    expect(tried.code).toBe(0)
    expect(tried.err).toMatch(/1 of 2 documents/)
    expect(tried.err).toMatch(/metrics\/[a-z-]+\/杏林床 .*new +1 documents +杏林床 1/)
    expect(tried.err).toMatch(/1 of 2 documents processed in .* all anew take about/)
    expect(tried.out).toContain('other value 1')
    const refused = await run('--max-change', '10%')
    expect(refused.code).toBe(1)
    expect(refused.out).toContain('more than --max-change 10.0 % allows')
    expect(await exported()).toBe(before)
    expect(jsonLines(await yuanju(['runs', ...store, '--json']))).toHaveLength(1)
  }, 240_000)

  it('is kept as a run of its own, with its files, and told in a report', async () => {
    const before = await exported()
    const kept = await run('--max-change', '60%', '--json')
    expect(jsonLines(kept)[0]).toMatchObject({ documents: { changed: 1, unchanged: 1 } })
    expect(await exported()).not.toBe(before)
    expect((await yuanju(['export', '--run', '1', ...store])).out).toBe(before)
    expect((await yuanju(['runs', '2', ...store])).out).toMatch(/metrics\.yaml/)
    const report = join(folder, 'report.html')
    expect((await yuanju(['diff', ...store, '--html', report])).code).toBe(0)
    expect(existsSync(report) && readFileSync(report, 'utf8')).toContain('杏林床')
  }, 240_000)
})

describe('the past of a store', () => {
  it('is given up by gc, run by run', async () => {
    const now = await exported()
    await yuanju(['gc', '--keep', '1', ...store])
    const gone = await yuanju(['export', '--run', '1', ...store])
    expect(gone).toMatchObject({ code: 2, out: '' })
    expect(gone.err).toContain('given up')
    expect(await exported()).toBe(now)
  }, 240_000)

  it('tells why nothing was found at a place', async () => {
    const records = jsonLines<ArticleRecord>(
      await yuanju(['export', ...store, '--records', 'article']),
    )
    const article = records.find(({ text }) => text.includes('收治')) ?? expect.fail('no article')
    const asked = ['--article', article.id, '--span', '0-16', '--rule', 'measure/growth']
    const why = await yuanju(['why', ...asked, ...store, ...pipeline])
    expect(why.code).toBe(0)
    expect(why.out).toContain('measure/growth')
  }, 240_000)

  it('is forgotten on request, and stays so', async () => {
    const asked = await yuanju(['forget', 'b.txt', ...store])
    expect(asked.code).toBe(2)
    expect(asked.err).toContain('Add --yes')
    const done = await yuanju(['forget', 'b.txt', '--reason', 'a test', '--yes', ...store])
    expect(done.code).toBe(0)
    expect((await yuanju(['forgotten', ...store])).out).toContain('a test')
    expect(await exported()).not.toContain('300')
    const again = await run('--json')
    expect(again.code).toBe(1)
    expect(jsonLines(again)[0]).toMatchObject({ quarantined: { 'source-forgotten': 1 } })
  }, 240_000)
})
