import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as library from 'opencc-js'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { ArticleRecord, MentionRecord, ReprintRecord } from '../../src/pipeline/records.js'
import { ARTICLE, spin } from '../corpus/sample-articles.js'
import { tempFolder } from '../temp-folder.js'
import { buildOnce, jsonLines, yuanju } from './yuanju.js'

type MakeConverter = (locales: { from: string; to: string }) => (text: string) => string

/** The library's own types do not resolve. */
const { Converter } = z
  .object({ Converter: z.custom<MakeConverter>((value) => typeof value === 'function') })
  .parse(library)
const traditional = Converter({ from: 'cn', to: 't' })

const TEXT = ARTICLE.join('\n')
const SPUN = traditional(spin(TEXT)).replace('432例', '342例')

const PAGES: Readonly<Record<string, string>> = {
  'late/reprint.txt': `山城医院的一天\n发布时间:2025-03-09 来源:山城晚报\n${TEXT}\n`,
  'spun.txt': `家門口的好醫院\n发布时间:2025-03-10\n${SPUN}\n`,
  'first.txt': `清晨六点半的查房\n发布时间:2025-03-08 来源:江州日报\n${TEXT}\n`,
  'other.txt': '湖南省人民医院2024年收治患者99人次。',
}

function writePages(names: readonly string[]): string {
  const folder = tempFolder()
  mkdirSync(join(folder, 'late'))
  for (const name of names) writeFileSync(join(folder, name), PAGES[name] ?? '')
  return folder
}

beforeAll(buildOnce, 240_000)

describe('reprints', () => {
  it('are linked, counted, explained and proved', async () => {
    const store = join(tempFolder(), 'a.db')
    const run = await yuanju(['run', writePages(Object.keys(PAGES)), '--store', store])
    expect(run.err).toMatch(/articles +4 +reprints 2 of 1 articles · spun 1/)
    const articles = jsonLines<ArticleRecord>(
      await yuanju(['export', '--store', store, '--records', 'article']),
    )
    const idOf = (path: string): string =>
      articles.find(({ source }) => source.path === path)?.id ?? ''
    const links = articles.map((article) => [article.source.path, article.duplicateOf])
    expect(links).toEqual([
      ['first.txt', null],
      ['late/reprint.txt', idOf('first.txt')],
      ['other.txt', null],
      ['spun.txt', idOf('first.txt')],
    ])
    expect(articles.map(({ flags }) => flags.includes('spun'))).toEqual([false, false, false, true])

    const reprints = jsonLines<ReprintRecord>(
      await yuanju(['export', '--store', store, '--records', 'reprint']),
    )
    expect(reprints.map(({ article }) => article)).toEqual([
      idOf('late/reprint.txt'),
      idOf('spun.txt'),
    ])
    const spun = reprints[1] ?? expect.fail('the spun page has no record')
    expect(spun.conflicts.map(({ other, text }) => [other, text])).toEqual([['432', '342']])
    const page = PAGES['spun.txt'] ?? ''
    const swap = spun.swaps.find(({ from }) => from === '资源') ?? expect.fail('no swap of 资源')
    expect(swap).toMatchObject({ to: '资本', count: 2 })
    expect(swap.spans.map(({ start, end }) => page.slice(start, end))).toEqual(['資本', '資本'])

    const why = await yuanju(['why', idOf('spun.txt'), '--store', store])
    expect(why.out).toContain('this page is spun from it')
    expect(why.out).toContain('资源 → 资本')
    expect(why.out).toMatch(/342 here at \d+ +432 there at \d+/)
    const root = await yuanju(['why', idOf('first.txt'), '--store', store])
    expect(root.out).toContain('Reprinted by')
    expect(root.out).toContain(idOf('late/reprint.txt'))

    const mentions = jsonLines<MentionRecord>(
      await yuanju(['export', '--store', store, '--records', 'mention']),
    )
    const mention = mentions.find(({ article }) => article === idOf('first.txt'))
    const because = await yuanju(['why', mention?.id ?? '', '--store', store])
    expect(because.out).toContain('printed by 3 pages')
    expect((await yuanju(['verify', '--store', store])).code).toBe(0)
    expect((await yuanju(['why', 'a_0000000000000000', '--store', store])).code).toBe(2)
  }, 240_000)

  it('come out the same in several runs as in one', async () => {
    const store = join(tempFolder(), 'a.db')
    await yuanju(['run', writePages(Object.keys(PAGES)), '--store', store])
    const parts = join(tempFolder(), 'b.db')
    const folder = writePages(['spun.txt'])
    await yuanju(['run', folder, '--store', parts])
    for (const name of ['other.txt', 'late/reprint.txt', 'first.txt']) {
      writeFileSync(join(folder, name), PAGES[name] ?? '')
      await yuanju(['run', folder, '--store', parts])
    }
    const [a, b] = [
      await yuanju(['export', '--store', store]),
      await yuanju(['export', '--store', parts]),
    ]
    expect(b.out).toBe(a.out)
    const before = await yuanju(['export', '--store', parts, '--run', '3', '--records', 'article'])
    const linked = jsonLines<ArticleRecord>(before).filter(
      ({ duplicateOf }) => duplicateOf !== null,
    )
    expect(linked.map(({ source }) => source.path)).toEqual(['spun.txt'])
  }, 240_000)
})
