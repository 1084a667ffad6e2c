import { describe, expect, it } from 'vitest'
import { createJieba } from '../../src/stages/segment/jieba.js'
import { BreakFinder } from '../../src/suggest/broken-words.js'
import { VariantFinder } from '../../src/suggest/seed-variants.js'

describe('BreakFinder', () => {
  const finder = new BreakFinder(createJieba())
  const broken = (line: string, phrase: string): string | null => {
    const start = line.indexOf(phrase)
    return finder.brokenWord(line, { start, end: start + phrase.length })
  }

  it('sees that a phrase stands in the midst of a word', () => {
    expect(broken('过去要等上几天的检金翅鸟棋牌室查如今当天就能做', '金翅鸟棋牌室')).toBe('检查')
    expect(broken('医院又添了一批设金翅鸟棋牌室备', '金翅鸟棋牌室')).toBe('设备')
  })

  it('sees nothing broken around words of a good sentence', () => {
    expect(broken('过去要等上几天的检查如今当天就能做', '如今')).toBeNull()
    expect(broken('专家团队每周到县医院坐诊', '每周到')).toBeNull()
  })
})

describe('VariantFinder', () => {
  const finder = new VariantFinder(['百家乐', '赌场'])
  const variants = (line: string): string[] =>
    finder.find(line).map(({ start, end }) => line.slice(start, end))

  it('finds seeds with one character changed, or with signs inside', () => {
    expect(variants('在线百家楽平台')).toEqual(['百家楽'])
    expect(variants('在线百-家 乐平台')).toEqual(['百-家 乐'])
  })

  it('does not take a seed itself, nor short ones changed', () => {
    expect(variants('百家乐和赌坊')).toEqual([])
  })
})
