import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { suggestBoilerplate } from '../../src/suggest/boilerplate.js'
import type { Suggestion } from '../../src/suggest/suggestion.js'
import { storeAt } from '../store/store-harness.js'
import { tempFolder } from '../temp-folder.js'

/** Lines that only article `n` has, and not only for their numbers. */
function story(n: number): string[] {
  const place = '东西南北中海'.charAt(n)
  return ['甲', '乙', '丙'].map(
    (name) => `${place}${name}村的老${name}在${place}边住了多年,说起${place}桥的旧事就停不下来。`,
  )
}

async function suggest(
  pages: Readonly<Record<string, readonly string[]>>,
  min = 3,
): Promise<readonly Suggestion[]> {
  const harness = storeAt(join(tempFolder(), 'a.db'))
  const inputs = Object.entries(pages).map(([path, lines]) => ({ path, text: lines.join('\n') }))
  await harness.run('f', inputs)
  return harness.open((store) => {
    const run = store.runs.latest() ?? expect.fail('no run has finished')
    return Promise.resolve(
      suggestBoilerplate({
        bodies: store.bodies,
        records: store.read(run),
        index: store.indexLines(),
        min,
        isKnown: () => false,
      }),
    )
  })
}

/** Five pages of a site, each made by `page`. */
function site(
  name: string,
  page: (n: number) => readonly string[],
): Record<string, readonly string[]> {
  return Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`${name}/${n}.txt`, page(n)]))
}

describe('suggestBoilerplate', () => {
  it('proposes lines that recur, with counts, sites and places', async () => {
    const [line, ...others] = await suggest(
      site('a.example', (n) => [
        ...story(n),
        '晨光网祝您健康',
        `尾声${'一二三四五'.charAt(n - 1)}`,
      ]),
    )
    expect(others).toEqual([])
    expect(line).toMatchObject({
      text: '晨光网祝您健康',
      articles: 5,
      sites: [{ site: 'a.example', pages: 5 }],
      list: { role: 'line' },
    })
    const [sample] = line?.samples ?? []
    const text = [...story(1), '晨光网祝您健康'].join('\n')
    expect(text.slice(sample?.start, sample?.end)).toBe('晨光网祝您健康')
  })

  it('leaves a slot for a number that varies, and keeps one that does not', async () => {
    const found = await suggest(
      site('a.example', (n) => [`浏览(${n * 31}) 收藏`, ...story(n), '24小时服务台']),
    )
    expect(found.map(({ text }) => text).sort()).toEqual(['24小时服务台', '浏览(#) 收藏'])
  })

  it('joins lines that stand together to a block', async () => {
    const box = ['健康栏目一览', '名医讲堂', '食疗课堂']
    const found = await suggest(
      site('a.example', (n) => [...story(n).slice(0, 1), ...box, ...story(n).slice(1)]),
    )
    expect(found.map(({ text }) => text)).toEqual([box.join('\n')])
    expect(found[0]?.list.role).toBe('block')
  })

  it('proposes the sentence that a site puts behind the last one', async () => {
    const found = await suggest(
      site('a.example', (n) =>
        story(n).map((line, at) => (at === 2 ? `${line}晨光网编发。` : line)),
      ),
    )
    expect(found.map(({ text }) => text)).toEqual(['晨光网编发。'])
  })

  it('proposes nothing of an article that many pages print, edited a little or not', async () => {
    const reprinted = ['a', 'b', 'c', 'd', 'e', 'f'].map((name, n): [string, string[]] => [
      `${name}.example/1.txt`,
      [...(n % 2 === 0 ? [`${name}报摘编此文`] : []), ...story(1)],
    ])
    expect(await suggest(Object.fromEntries(reprinted))).toEqual([])
  })

  it('counts a reprinted article once', async () => {
    const pages = site('a.example', (n) => [...story(n > 2 ? 3 : n), '晨光网祝您健康', `${n}`])
    expect((await suggest(pages))[0]?.articles).toBe(3)
    expect(await suggest(pages, 4)).toEqual([])
  })

  it('gives the same ids and order again', async () => {
    const pages = site('a.example', (n) => ['浏览本页须知', ...story(n), '晨光网祝您健康'])
    expect(await suggest(pages)).toEqual(await suggest(pages))
  })
})
