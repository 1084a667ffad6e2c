import { describe, expect, it } from 'vitest'
import { FixedLines } from '../../src/rule/fixed-lines.js'

const lists = [
  { id: 'test/lines', kind: 'navigation', role: 'line', phrases: ['返回顶部', '阅读(#)', '# 次'] },
  { id: 'test/blocks', kind: 'advert', role: 'block', phrases: ['栏目\n健康\n第#期'] },
] as const

function known(text: string): (string | null)[] {
  let start = 0
  const spans = text.split('\n').map((line) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return span
  })
  return new FixedLines(lists).match(text, spans).map((line) => line?.id ?? null)
}

describe('FixedLines', () => {
  it('knows a line whatever signs and spaces it has, and no line that says more', () => {
    expect(known('【返回 顶部】\n请返回顶部\n返回顶部吧')).toEqual(['test/lines', null, null])
  })

  it('takes # for any number', () => {
    expect(known('阅读(1,203)\n阅读（7）\n12次\n阅读')).toEqual([
      'test/lines',
      'test/lines',
      'test/lines',
      null,
    ])
  })

  it('knows a block only where all of its lines stand together, empty ones between or not', () => {
    const block = 'test/blocks'
    expect(known('栏目\n\n健康\n第12期')).toEqual([block, null, block, block])
    expect(known('栏目\n教育\n第12期\n健康')).toEqual([null, null, null, null])
    expect(known('栏目\n健康')).toEqual([null, null])
  })
})
