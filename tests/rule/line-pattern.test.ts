import { describe, expect, it } from 'vitest'
import { foldPunctuation } from '../../src/rule/folding.js'
import { compileLinePattern } from '../../src/rule/line-pattern.js'

function matches(pattern: string, line: string): boolean {
  return compileLinePattern(pattern).matches(foldPunctuation(line))
}

describe('compileLinePattern', () => {
  const hits: readonly (readonly [string, string])[] = [
    ['上一篇', '<<上一篇'],
    ['^ (上|下)一(篇|页) …', '下一页'],
    ['^ 评论 (\\(#\\))? $', '评论(12)'],
    ['^ 来源 :? …', '来源：新华网'],
    ['^ 字体 … 大 … 小', '字体:【 大 中 小 】'],
    ['ICP备', 'icp备'],
    ['^ 共 # 页 $', '共 12 页'],
    ['^ 下一篇 (:|$)', '下一篇'],
  ]
  it.each(hits)('%s matches %s', (pattern, line) => {
    expect(matches(pattern, line)).toBe(true)
  })

  const misses: readonly (readonly [string, string])[] = [
    ['^ 上一篇', '<<上一篇'],
    ['^ (上|下)一(篇|页) $', '下一页翻开'],
    ['字 … 体 … 大', '大字体'],
    ['^ 共 # 页 $', '共同一页'],
  ]
  it.each(misses)('%s does not match %s', (pattern, line) => {
    expect(matches(pattern, line)).toBe(false)
  })

  it('knows the words without which a pattern cannot match', () => {
    expect(compileLinePattern('^ (请)? 关注 … 公众号').literals).toEqual(['公众号'])
    expect(compileLinePattern('(上一篇|下一篇)').literals).toEqual(['上一篇', '下一篇'])
    expect(compileLinePattern('^ (赞|踩)? # $').literals).toBeNull()
    expect(compileLinePattern('(ICP备|APP)').literals).toEqual(['icp备', 'app'])
  })

  it('knows how lines that match begin', () => {
    const openings = (pattern: string): string[] | null => {
      const found = compileLinePattern(pattern).openings
      return found === null ? null : [...found].sort()
    }
    expect(openings('^ \\(? (上|下)一篇 …')).toEqual(['上', '下', '（'])
    expect(openings('^ (app|下载)')).toEqual(['A', '下'])
    expect(openings('^ (第)? #')?.length).toBe(11)
    expect(openings('^ (第)? … 页')).toBeNull()
    expect(openings('上一篇')).toBeNull()
  })

  it.each([
    ['(上|下', 'never closed'],
    ['(甲 … 乙)', 'cannot stand in brackets'],
    ['甲)乙', 'unexpected'],
    ['?甲', 'nothing to belong to'],
  ])('says what is wrong with %s', (pattern, message) => {
    expect(() => compileLinePattern(pattern)).toThrow(message)
  })

  it('stays linear where parts of the pattern stand everywhere', () => {
    const line = '甲乙'.repeat(500_000)
    const start = performance.now()
    expect(matches('甲 … 乙 … 甲 … 丙', line)).toBe(false)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
