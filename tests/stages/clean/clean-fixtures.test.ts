import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clean, dropped } from './clean-text.js'

const FIXTURES = 'fixtures/clean'

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
