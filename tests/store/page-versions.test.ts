import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { DocumentResult } from '../../src/pipeline/process-document.js'
import { tempFolder } from '../temp-folder.js'
import { sampleResult } from './sample-records.js'
import { type Input, storeAt, type StoreHarness } from './store-harness.js'

const URL = 'https://news.example.cn/20931.html'

function pageAt(url: string, text: string, published: string | null): Input {
  const result: DocumentResult = sampleResult(text, 1)
  if (!result.ok) return expect.fail('the sample is sound')
  const article = { ...result.records.article, url, published }
  return {
    path: `${text}.txt`,
    text,
    result: { ok: true, records: { ...result.records, article } },
  }
}

const OLD = pageAt(URL, '去年的床位', '2024-01-02')
const NEW = pageAt(URL, '今年的床位', '2025-01-02')
const UNDATED = pageAt(URL, '没有日期', null)

/** The text of each article with that of the version before it. */
function chainOf(store: StoreHarness): Promise<(string | undefined)[][]> {
  return store.open((opened) => {
    const reader = opened.read(opened.runs.latest() ?? expect.fail('no run'))
    const articles = [...reader.sources()].map((source) => reader.article(source))
    const textOf = new Map(articles.map(({ id, text }) => [id, text]))
    return Promise.resolve(
      articles.map(({ text, earlier }) => [text, textOf.get(earlier ?? '')]).sort(),
    )
  })
}

describe('versions of a page', () => {
  it('are linked in the order that they tell themselves, whichever came first', async () => {
    const chain = [
      ['今年的床位', '去年的床位'],
      ['去年的床位', undefined],
      ['没有日期', '今年的床位'],
    ]
    for (const order of [
      [[OLD], [NEW, UNDATED]],
      [[UNDATED, NEW], [OLD]],
    ]) {
      const store = storeAt(join(tempFolder(), 'a.db'))
      for (const inputs of order) await store.run('p1', inputs)
      expect(await chainOf(store)).toEqual(chain)
    }
  })

  it('are none where the URL names a site', async () => {
    const store = storeAt(join(tempFolder(), 'a.db'))
    const site = 'https://news.example.cn/'
    await store.run('p1', [pageAt(site, '一', '2024-01-02'), pageAt(site, '二', '2025-01-02')])
    expect(await chainOf(store)).toEqual([
      ['一', undefined],
      ['二', undefined],
    ])
  })
})
