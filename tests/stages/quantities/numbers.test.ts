import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/core/errors.js'
import { compileNumberLexicon, WordMap } from '../../../src/stages/quantities/number-lexicon.js'
import { proveNumberRules } from '../../../src/stages/quantities/prove-numbers.js'
import { loadQuantityRules } from '../../../src/stages/quantities/rules.js'
import { scanNumbers } from '../../../src/stages/quantities/scan-numbers.js'
import { loadUnits } from '../../../src/stages/quantities/units.js'
import { createJieba } from '../../../src/stages/segment/jieba.js'

function read(path: string): { path: string; text: string } {
  return { path, text: readFileSync(path, 'utf8') }
}

const rules = ['numbers', 'quantities'].map((name) =>
  read(`pipelines/hospital-news/rules/${name}.yaml`),
)
const units = [read('dictionaries/units.yaml')]
const lexicon = compileNumberLexicon(loadQuantityRules(rules), loadUnits(units))
const segmenter = createJieba()

/** `三十六 = 36`, an ordinal with `#`, bounds as `20..99`. */
function found(text: string): string[] {
  const words = new WordMap(segmenter.tag(text), text.length)
  return scanNumbers(lexicon, text, words).map(({ start, end, number }) => {
    const { value, low, high, ordinal } = number
    return `${text.slice(start, end)} = ${ordinal ? '#' : ''}${value ?? `${low}..${high}`}`
  })
}

describe('the number rules of hospital-news', () => {
  it('do what their own examples say', () => {
    const { problems } = proveNumberRules(rules, units, segmenter)
    const errors = problems.filter(({ severity }) => severity === undefined)
    expect(errors.map(formatProblem)).toEqual([])
  })
})

describe('scanNumbers', () => {
  it.each([
    ['全场三千二百零六人', ['三千二百零六 = 3206']],
    ['预算1,250.5亿', ['1,250.5亿 = 125050000000']],
    ['赔付3千5百万', ['3千5百万 = 35000000']],
    ['温度为-12.5', ['-12.5 = -12.5']],
    ['负四十', ['负四十 = -40']],
    ['三分之一', ['三分之一 = 0.333333333333333']],
    ['百分之十二点五', ['十二点五 = 12.5']],
    ['十几个人', ['十几 = 11..19']],
    ['五六十岁', ['五六十 = 50..60']],
    ['15到20之间', ['15到20之间 = 15..20']],
    ['第八次', ['第八 = #8']],
    ['两打铅笔', ['两打 = 24']],
    ['半斤', ['半 = 0.5']],
    ['零点零五', ['零点零五 = 0.05']],
    ['二〇二五', ['二〇二五 = 2025']],
    ['超过450', ['超过450 = 450..null']],
    ['不大于12', ['不大于12 = null..12']],
    ['两百余万', ['两百余万 = 2000000..null']],
    ['大于等于5并小于9.5', ['大于等于5并小于9.5 = 5..9.5']],
    ['大于9小于5', ['大于9 = 9..null', '小于5 = null..5']],
    ['-10到-5之间', ['-10到-5之间 = -10..-5']],
    ['月薪12k', ['12k = 12000']],
    ['总长12km', ['12 = 12']],
    ['廿三', ['廿三 = 23']],
  ])('reads %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    '四川大陆',
    '统一部署',
    '一切顺利',
    '登陆部队',
    '拾起石子',
    '另一方面',
    '万万不可',
    'G60',
    '4K电视',
    '24K金',
  ])('finds no number in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('reads back any integer in Chinese, Arabic and grouped notation', () => {
    const write: readonly ((value: number) => string)[] = [
      String,
      (value) => value.toLocaleString('en-US'),
      toChinese,
      (value) => `${value / 10_000}万`,
    ]
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.constantFrom(...write),
        (value, as) => {
          const text = `共计${as(value)}。`
          expect(found(text)).toEqual([`${as(value)} = ${value}`])
        },
      ),
      { numRuns: 300 },
    )
  })
})

const DIGITS = '零一二三四五六七八九'

/** Standard notation up to 10^8: 10203 is 一万零二百零三. */
function toChinese(value: number): string {
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  if (high === 0) return section(low)
  const gap = low > 0 && low < 1000 ? '零' : ''
  return `${section(high)}万${gap}${low === 0 ? '' : section(low)}`
}

function section(value: number): string {
  const places = ['千', '百', '十', '']
  const digits = String(value).padStart(4, '0')
  let text = ''
  let zero = false
  for (const [index, place] of places.entries()) {
    const digit = Number(digits[index])
    if (digit === 0) zero = text !== ''
    else {
      text += `${zero ? '零' : ''}${DIGITS[digit] ?? ''}${place}`
      zero = false
    }
  }
  return text
}
