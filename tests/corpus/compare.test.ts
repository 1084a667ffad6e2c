import { describe, expect, it } from 'vitest'
import { ARTICLE, bulletinOf, packageLayer, spin } from './sample-articles.js'

const { comparer } = packageLayer()
const TEXT = ARTICLE.join('\n')

function isReprint(a: string, b: string): boolean {
  return comparer.isReprint(comparer.prepare(a), comparer.prepare(b))
}

function compare(root: string, article: string) {
  return comparer.compare(comparer.prepare(root), comparer.prepare(article))
}

describe('what is a reprint', () => {
  it.each([
    ['with a fifth of its sentences cut', ARTICLE.filter((_, index) => index % 5 !== 3).join('')],
    ['with a lead and a footer', `编者按:本期关注区域医疗。\n${TEXT}\n欢迎读者来信讨论。`],
    ['cut down to half', ARTICLE.slice(0, 6).join('\n')],
    ['with words injected', TEXT.replaceAll('医院', '百家乐医院')],
    ['spun', spin(TEXT)],
    ['spun, with its figures changed', spin(TEXT).replace(/\d+/g, (figure) => `${figure}7`)],
    ['laid out otherwise', TEXT.replaceAll('\n', '').replaceAll(',', ', ')],
  ])('an article %s', (_, text) => {
    expect(isReprint(TEXT, text)).toBe(true)
    expect(isReprint(text, TEXT)).toBe(true)
  })

  it('not a bulletin of another day, though all but its figures is the same', () => {
    const first = bulletinOf(4, (place) => 1203 + 17 * place)
    const second = bulletinOf(5, (place) => 1188 + 23 * place)
    expect(isReprint(first, second)).toBe(false)
    expect(isReprint(first, `本报讯 ${first}`)).toBe(true)
  })

  it('not an article that quotes a paragraph of another', () => {
    const quoting = `${ARTICLE[1] ?? ''}${ARTICLE[4] ?? ''}${'这座山城的变化远不止这些,另有新的故事正在发生。'.repeat(9)}`
    expect(isReprint(TEXT, quoting)).toBe(false)
  })

  it('a few words only if they are equal', () => {
    const short = '江州市人民医院今日起延长门诊时间至晚八点。'
    expect(isReprint(short, short)).toBe(true)
    expect(isReprint(short, short.replace('晚八点', '晚九点'))).toBe(false)
  })
})

describe('how a spun page differs', () => {
  const spun = spin(TEXT).replace('2024年底', '2025年底').replace('432例', '342例')
  const found = compare(TEXT, spun)

  it('lists the swapped words, with places in both', () => {
    expect(found.spun).toBe('article')
    const swaps = found.swaps.map(({ from, to }) => `${from}→${to}`)
    expect(swaps).toEqual(
      expect.arrayContaining(['中心→中央', '资源→资本', '覆盖→盖住', '完成→完工', '开展→睁开']),
    )
    for (const { from, to, spans, otherSpans } of found.swaps) {
      expect(spans.map(({ start, end }) => spun.slice(start, end))).toEqual(spans.map(() => to))
      expect(otherSpans.map(({ start, end }) => TEXT.slice(start, end))).toEqual(
        spans.map(() => from),
      )
    }
    expect(found.swaps[0]).toMatchObject({ from: '资源', to: '资本', count: 2 })
  })

  it('lists the figures that differ', () => {
    expect(found.conflicts.map(({ other, text }) => [other, text])).toEqual([
      ['2024', '2025'],
      ['432', '342'],
    ])
  })

  it('knows which of the two is spun, whichever came first', () => {
    expect(compare(spun, TEXT).spun).toBe('root')
  })

  it('takes an editor’s changes for what they are', () => {
    const edited = TEXT.replace('去年', '2023年')
      .replace('下一步', '今后')
      .replaceAll('江州市', '我市')
      .replace('固定连线', '连线')
      .replace('表示', '说')
    expect(compare(TEXT, edited)).toMatchObject({ spun: null, swaps: [] })
  })
})
