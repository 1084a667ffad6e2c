import { describe, expect, it } from 'vitest'
import { bigramsOf, searchPhrases } from '../../src/chinese/bigrams.js'

describe('bigramsOf', () => {
  it.each([
    ['门急诊量', ['门急', '急诊', '诊量', '量']],
    ['门诊36名', ['门诊', '诊', '36', '名']],
    ['醫療MRI', ['医疗', '疗', 'mri']],
    ['ＣＴ检查。', ['ct', '检查', '查']],
    ['', []],
  ])('indexes %s by its pairs', (text, words) => {
    expect(bigramsOf(text)).toEqual(words)
  })
})

describe('searchPhrases', () => {
  it('asks for the pairs of several characters, and for a beginning where there is one', () => {
    expect(searchPhrases('急诊量')).toEqual([['急诊', '诊量']])
    expect(searchPhrases('诊')).toEqual([['诊']])
  })

  it('asks for each part between spaces', () => {
    expect(searchPhrases(' 门诊  2024 ')).toEqual([['门诊'], ['2024']])
  })

  it('keeps the last character where a number stands before it', () => {
    expect(searchPhrases('36名')).toEqual([['36', '名']])
  })

  it('asks for nothing where there are only signs', () => {
    expect(searchPhrases('。"')).toEqual([])
  })
})
