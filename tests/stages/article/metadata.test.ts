import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LabelReader } from '../../../src/stages/article/labelled.js'
import { loadLabels } from '../../../src/stages/article/labels.js'
import { isPersonName, readByline, readNames } from '../../../src/stages/article/names.js'
import { readPage } from './read-page.js'

const path = 'dictionaries/labels.yaml'
const labels = loadLabels([{ path, text: readFileSync(path, 'utf8') }])
const reader = new LabelReader(labels)

describe('LabelReader', () => {
  it('reads labels that run into the value before', () => {
    const line = '发布时间:2024-02-26 10:01:00来源: 某某客户端'
    const items = reader
      .read(line)
      .map(({ field, value }) => [field, line.slice(value.start, value.end)])
    expect(items).toEqual([
      ['published', '2024-02-26 10:01:00'],
      ['publisher', '某某客户端'],
    ])
  })

  it('takes the longest label', () => {
    expect(reader.read('快照生成时间:2024-05-01').map(({ field }) => field)).toEqual(['other'])
  })

  it.each([
    '患者家属说:来源不明的药不敢吃。',
    '院长表示:作者的观点值得讨论,医院将继续改进。',
    '中文教学水平提高了',
  ])('reads nothing in a sentence: %s', (line) => {
    expect(reader.read(line)).toEqual([])
  })
})

describe('names', () => {
  it.each([
    ['贵山日报新闻记者 胡一林', ['胡一林']],
    ['记者张小三 通讯员李四', ['张小三', '李四']],
    ['本报记者 王五 赵六 摄影报道', ['王五', '赵六']],
    ['记者林以晴／台北报导', ['林以晴']],
    ['记者林佩蓉／高雄报导', ['林佩蓉']],
    ['联合晚报/ 记者陈佳音/台南实时报导', ['陈佳音']],
    ['□本报记者 孙大方', ['孙大方']],
    ['陈小满 报道', ['陈小满']],
    ['城南快报 李文博 方青/文', ['李文博', '方青']],
    ['记者节快乐', []],
    ['沈以晴、台南报导', ['沈以晴']],
    ['记者 次仁央宗 赵小朗', ['次仁央宗', '赵小朗']],
    ['石家庄 报道', []],
    ['本报记者从省卫健委获悉', []],
  ])('of the byline %s', (line, names) => {
    expect(readByline(line, 0, labels).map(({ name }) => name)).toEqual(names)
  })

  it('of a value may be an account where the label says author', () => {
    expect(readNames('健康小喇叭', 0, labels, false)).toEqual([
      { name: '健康小喇叭', start: 0, end: 5 },
    ])
    expect(readNames('网络编辑', 0, labels, true)).toEqual([])
    expect(readNames('林佩蓉／高雄报导', 0, labels, true)).toEqual([
      { name: '林佩蓉', start: 0, end: 3 },
    ])
  })

  it('end where the figure of the next column begins', () => {
    expect(readNames('何小牧3条', 0, labels, false).map(({ name }) => name)).toEqual(['何小牧'])
  })

  it('begin with a surname or have a dot', () => {
    expect(
      ['欧阳明', '段誉', '阿依·古丽', '医院', '张'].map((w) => isPersonName(w, labels)),
    ).toEqual([true, true, true, false, false])
  })
})

describe('the publication date', () => {
  const body = '医院今天开诊,首批专家二十人到岗。\n\n患者说,以后看病方便多了,不用再跑远路。'

  it('is that of the dateline, not of a list of others below', () => {
    const page = `医院今天开诊\n2024-03-05 08:00\n${body}\n甲地修路 2024-03-09\n乙地植树 2024-03-08`
    expect(readPage(page).article.published?.value).toBe('2024-03-05T08:00')
  })

  it('is null where only a list of others has dates', () => {
    const page = `医院今天开诊\n${body}\n甲地修路的消息\n2024-03-09\n乙地植树的消息\n2024-03-08`
    expect(readPage(page).article.published).toBeNull()
  })

  it('is null where no day is given', () => {
    expect(readPage(`医院今天开诊\n来源:某报\n${body}`).article.published).toBeNull()
  })
})

describe('the article of a page', () => {
  it('is empty for an empty page', () => {
    expect(readPage('').article).toMatchObject({ title: null, published: null, script: 'other' })
  })

  it('is the words of a page without sentences', () => {
    expect(readPage('市医院门诊量 12万人次').article.text.text).toBe('市医院门诊量 12万人次')
  })

  it.each([
    ['山城时报网 作者:顾一舟 2024-12-05 20:47', '山城时报网', '顾一舟', '2024-12-05T20:47', ''],
    [
      '原创 小禾 健康山城 2025年01月08日 19:30 山城',
      '健康山城',
      null,
      '2025-01-08T19:30',
      '来源 | 市卫生健康委、各医院',
    ],
    [
      '本报记者 陶小良 文/图 2024年10月31日 星期四 第03版:要闻',
      undefined,
      '陶小良',
      '2024-10-31',
      '',
    ],
    [
      '2023-11-09 18:22 海州日报／ 记者陈小玲／海州报导',
      '海州日报',
      '陈小玲',
      '2023-11-09T18:22',
      '',
    ],
    ['2025-03-12 08:41  来源:海州日报  记者 马小莎', '海州日报', '马小莎', '2025-03-12T08:41', ''],
    ['海州日报记者 马小莎 2025-03-12 08:41', '海州日报', '马小莎', '2025-03-12T08:41', ''],
    [
      '2023年10月13日08:05 来源:海州报 记者 李小敏 编辑 韩笑',
      '海州报',
      '李小敏',
      '2023-10-13T08:05',
      '',
    ],
    ['2025/02/14 17:36 〔记者陈小廷/海州报导〕', undefined, '陈小廷', '2025-02-14T17:36', ''],
    ['2025-03-12', undefined, null, '2025-03-12', '文字:医务科、护理部'],
  ])('has the metadata of the line %s', (line, publisher, author, published, foot) => {
    const prose = '山城医院的新楼昨天启用,住在附近的居民说,今后看病不用再过江,老人和孩子都方便了。'
    const page = `山城医院添了新楼\n${line}\n${prose}\n${prose.replace('昨天', '前天')}\n${foot}\n`
    const { article } = readPage(page)
    expect(article.publisher?.value).toBe(publisher)
    expect(article.author?.value ?? null).toBe(author)
    expect(article.published?.value).toBe(published)
  })

  it('is read off a page of many thousand lines', () => {
    const page = '健康要闻\n来源:某报 2024-01-01\n医院开诊,患者增多,床位紧张。\n'.repeat(20_000)
    expect(readPage(page)).toBeDefined()
  })
})
