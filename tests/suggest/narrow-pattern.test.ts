import { describe, expect, it } from 'vitest'
import { narrowPattern } from '../../src/suggest/narrow-pattern.js'

const WRONG = { words: '累计派出医生36人', before: '院计划', after: '左右。', unit: '人' }

function changesOf(pattern: string, subjectKind: string | null = null): Record<string, string> {
  const narrow = narrowPattern(pattern, [WRONG], subjectKind)
  return Object.fromEntries(narrow.map(({ change, pattern: text }) => [change, text]))
}

describe('narrowPattern', () => {
  it('leaves out words of lists and optional parts that wrong facts stand on', () => {
    expect(changesOf('(累计)? 派(出|驻) {metric: 专家|医生} {quantity: 名|人}')).toMatchObject({
      'without (累计)?': '派(出|驻) {metric: 专家|医生} {quantity: 名|人}',
      'without 出': '(累计)? 派(驻) {metric: 专家|医生} {quantity: 名|人}',
      'without 医生': '(累计)? 派(出|驻) {metric: 专家} {quantity: 名|人}',
      'without 人': '(累计)? 派(出|驻) {metric: 专家|医生} {quantity: 名}',
    })
    expect(Object.keys(changesOf('派(驻|遣) {metric: 专家} {quantity: 名}'))).not.toContain(
      'without 驻',
    )
  })

  it('leaves out units where any but some are taken', () => {
    expect(changesOf('派出 {quantity: !岁|$not-counted}')['not in 人']).toBe(
      '派出 {quantity: !岁|$not-counted|人}',
    )
    expect(changesOf('派出 {quantity}')['not in 人']).toBe('派出 {quantity: !人}')
    expect(changesOf('派出 {quantity: 名|人}')).not.toHaveProperty('not in 人')
  })

  it('asks that words beside wrong facts do not stand there', () => {
    expect(changesOf('派出 {quantity}')).toMatchObject({
      'not behind 计划': '!(计划) 派出 {quantity}',
      'not before 左右': '派出 {quantity} !(左右)',
    })
  })

  it('asks for a stated subject where none is', () => {
    const change = 'with a stated subject'
    expect(changesOf('派出 {quantity}', 'hospital')[change]).toBe(
      '{subject: hospital} … 派出 {quantity}',
    )
    expect(changesOf('{subject: hospital} 派出 {quantity}', 'hospital')).not.toHaveProperty(change)
    expect(changesOf('派出 {quantity}')).not.toHaveProperty(change)
  })
})
