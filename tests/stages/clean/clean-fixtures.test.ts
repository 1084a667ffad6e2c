import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AlignedText } from '../../../src/core/aligned-text.js'
import type { Article, Body } from '../../../src/core/layers.js'
import { netEffectOf } from '../../../src/core/net-effect.js'
import { cleanStage } from '../../../src/stages/clean/stage.js'
import { setupOf } from '../article/read-page.js'

const FIXTURES = 'fixtures/clean'

const toBody = cleanStage.prepare(
  setupOf(
    cleanStage.options.parse({}),
    ['metadata', 'boilerplate', 'spam'],
    ['boilerplate', 'spam'],
  ),
)

function clean(text: string): Body {
  const article: Article = {
    text: AlignedText.of(text),
    title: null,
    published: null,
    publisher: null,
    author: null,
    editor: null,
    url: null,
    script: 'hans',
    region: null,
  }
  return toBody({ article })
}

function dropped(body: Body): string[] {
  return netEffectOf(body.text).dropped.map(
    ({ kind, start, end }) => `${kind}: ${body.text.source.slice(start, end)}`,
  )
}

describe.each(readdirSync(FIXTURES))('the body of fixture %s', (name) => {
  it('is the article without what others put in', () => {
    const read = (file: string): string =>
      readFileSync(`${FIXTURES}/${name}/${file}`, 'utf8').trimEnd()
    expect(clean(read('article.txt')).text.text).toBe(read('body.txt'))
  })
})

describe('cleaning without a second copy', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a broken number', '全省12百家乐电脑7家医院加入。', '百家乐电脑'],
    ['a broken word', '途百家乐 如何赢钱经半年治疗,他出院了。', '百家乐 如何赢钱'],
    ['a broken word with an unknown phrase', '治疗后情况良百家乐金童好,已出院。', '百家乐金童'],
    ['a phrase between two words', '中心医院卡利百家乐网址向县里派出专家。', '卡利百家乐网址'],
  ]
  it.each(cases)('finds %s', (_name, text, phrase) => {
    const body = clean(text)
    expect(dropped(body)).toEqual([`injected: ${phrase}`])
    expect(body.flags).toEqual(['spam-injected'])
  })

  it('removes a phrase that breaks nothing where others on the page do', () => {
    const body = clean('来自河池的韦老虎机开户女士出院。全省1百家乐公式05家医院加入。')
    expect(body.text.text).toBe('来自河池的韦女士出院。全省105家医院加入。')
  })

  it.each([
    '警方破获一起网上百家乐赌博案。',
    '拉斯维加斯的赌场老虎机旁坐满了人。',
    '他在线上百家乐平台花光了钱。',
    '医院新增轮盘式取餐台。',
    '《红楼梦》中,众人行令掷骰,笑语不绝。',
    '第一医院、第二医院、第三医院、第四医院均设有儿科。',
  ])('leaves a clean sentence alone: %s', (text) => {
    const body = clean(text)
    expect(body.text.text).toBe(text)
    expect(body.flags).toEqual([])
  })
})

describe('copies', () => {
  const paragraph = '截至六月底,中心已经接诊外地患者一万两千余人次,手术量比上年同期增长两成。'

  it('drops one long line that is repeated to the letter, without calling the body doubled', () => {
    const body = clean(`${paragraph}\n另有新楼开工。\n${paragraph}`)
    expect(body.text.text).toBe(`${paragraph}\n另有新楼开工。`)
    expect(body.flags).toEqual([])
  })

  it('keeps short lines that stand twice', () => {
    const text = `门诊时间\n上午八点到十二点\n住院部\n上午八点到十二点\n${paragraph}`
    expect(clean(text).text.text).toBe(text)
  })

  it('keeps paragraphs that are alike but not the same', () => {
    const text =
      '甲市医院今年接诊患者12万人次,同比增长4%。\n乙县医院今年接诊患者3万人次,同比下降1%。'
    expect(clean(text).text.text).toBe(text)
  })

  it('keeps a list of figures whose lines have the same words', () => {
    const line = (city: string, count: number): string =>
      `${city}市今年以来共有${count}家基层医疗机构开设儿科门诊并与上级医院建立转诊关系。`
    const text = [...'甲乙丙丁戊己庚辛'].map((city, at) => line(city, 12 * at + 7)).join('\n')
    expect(clean(text).text.text).toBe(text)
  })
})
