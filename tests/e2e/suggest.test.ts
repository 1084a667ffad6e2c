import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { RunSummary } from '../../src/batch/summary.js'
import type { ArticleRecord } from '../../src/pipeline/records.js'
import { tempFolder } from '../temp-folder.js'
import { copyPipeline } from './copy-pipeline.js'
import { buildOnce, jsonLines, yuanju } from './yuanju.js'

beforeAll(buildOnce, 240_000)

const BOX = ['晨光健康专栏邀您同行', '名医讲堂每周更新']

/** Six articles of one site with its own words around and amid them, and a lost sentence in one. */
function makeDump(folder: string): void {
  mkdirSync(join(folder, 'a.example'), { recursive: true })
  for (const [n, place] of [...'东西南北中海'].entries()) {
    const page = [
      `${place}城医院添了新楼`,
      `2025-03-0${n + 1} 来源:晨光报`,
      `${place}城医院的新楼昨天启用,${place}城的居民说,今后看病不用再过${place}江。`,
      `本页浏览${n * 91 + 15}次`,
      `院长表示,${place}城多年没有像样的手术室,这一次总算一步到位,老人们都很高兴。`,
      ...BOX,
      `去年${place}城医院开放床位${n * 37 + 120}张,${place}城的医生们为此忙了一整年。`,
      ...(n === 0 ? ['相关阅读', '湖南省人民医院去年新增床位200张,门诊量也创了新高。'] : []),
    ]
    writeFileSync(join(folder, 'a.example', `${n}.txt`), `${page.join('\n')}\n`)
  }
}

describe('yuanju suggest', () => {
  it('finds boilerplate, writes what is accepted, and the next run applies it', async () => {
    const folder = tempFolder()
    makeDump(join(folder, 'dump'))
    const pipeline = copyPipeline(folder)
    const dictionary = join(folder, 'dictionaries/boilerplate.yaml')
    const before = readFileSync(dictionary, 'utf8')
    const at = ['--store', join(folder, 'a.db'), '--pipeline', pipeline]
    const run = async (): Promise<RunSummary | undefined> =>
      jsonLines<RunSummary>(await yuanju(['run', join(folder, 'dump'), ...at, '--json']))[0]
    const bodies = async (): Promise<string[]> =>
      jsonLines<ArticleRecord>(
        await yuanju(['export', '--records', 'article', '--store', join(folder, 'a.db')]),
      ).map(({ text }) => text)

    const first = await run()
    expect(first?.losses.sentences.map(({ sentence }) => sentence)).toEqual([
      '湖南省人民医院去年新增床位200张,门诊量也创了新高。',
    ])
    const shown = await yuanju(['suggest', 'boilerplate', ...at])
    expect(shown.code).toBe(0)
    expect(shown.out).toMatch(/^Likely lost: one dropped sentence[^]*Suggested boilerplate: 2 for/)
    expect(shown.out).toMatch(/b_[0-9a-f]{6} {2}line · 6 articles · a\.example\n +本页浏览#次/)
    const listed = jsonLines<{ record: string; id: string; text: string }>(
      await yuanju(['suggest', 'boilerplate', ...at, '--json']),
    )
    expect(listed.map(({ record }) => record)).toEqual(['loss', 'suggestion', 'suggestion'])
    const block = listed.find(({ text }) => text === BOX.join('\n'))

    const accepted = await yuanju([
      ...['suggest', 'boilerplate', ...at],
      ...['--accept', block?.id ?? '', '本页浏览#次'],
    ])
    expect(accepted).toMatchObject({ code: 0, err: '' })
    expect(accepted.out).toContain(`2 entries written to ${dictionary}`)
    expect(readFileSync(dictionary, 'utf8').startsWith(before)).toBe(true)
    expect(await yuanju(['check', '--pipeline', pipeline])).toMatchObject({ code: 0, err: '' })

    const lengths = (await bodies()).map((text) => text.split('\n').length)
    await run()
    const cleaned = await bodies()
    expect(cleaned.map((text) => text.split('\n').length)).toEqual(lengths.map((n) => n - 3))
    expect(cleaned.join('\n')).not.toMatch(/专栏|浏览/)
    const again = await yuanju(['suggest', 'boilerplate', ...at])
    expect(again.out).toContain('No boilerplate to suggest')
  }, 240_000)

  it('refuses what the dictionary has and ids it does not know, and writes nothing', async () => {
    const folder = tempFolder()
    const pipeline = copyPipeline(folder)
    const dictionary = join(folder, 'dictionaries/spam.yaml')
    const before = readFileSync(dictionary, 'utf8')
    writeFileSync(join(folder, 'a.txt'), '湖南省人民医院新增床位20张。\n')
    const at = ['--store', join(folder, 'a.db'), '--pipeline', pipeline]
    await yuanju(['run', join(folder, 'a.txt'), ...at])
    const known = await yuanju(['suggest', 'spam', ...at, '--accept', '金翅鸟棋牌室', '百家乐'])
    expect(known.code).toBe(2)
    expect(known.err).toContain('"百家乐" is in')
    const unknown = await yuanju(['suggest', 'spam', ...at, '--accept', 's_000000'])
    expect(unknown).toMatchObject({ code: 2, out: '' })
    expect(readFileSync(dictionary, 'utf8')).toBe(before)
    const missing = await yuanju(['suggest', 'losses', '--store', join(folder, 'none.db')])
    expect(missing.code).toBe(3)
  }, 240_000)
})
