import { describe, expect, it } from 'vitest'
import { createJieba } from '../../../src/stages/segment/jieba.js'

describe('createJieba', () => {
  const jieba = createJieba()

  it('cuts text into words that joined are the text', () => {
    expect(jieba.cut('医院门诊量12万人次')).toContain('医院')
    for (const text of ['', '医院 门诊\n12.5万', '坏\ud800字', '𠮷野家🙂'])
      expect(jieba.cut(text).join('')).toBe(text)
  })

  it('tags words with their part of speech', () => {
    expect(jieba.tag('上海的医院')).toEqual([
      { word: '上海', tag: 'ns' },
      { word: '的', tag: 'uj' },
      { word: '医院', tag: 'n' },
    ])
  })

  it('names the library and the content of its dictionaries', () => {
    expect(jieba.identity).toMatch(
      /^nodejieba@\d+\.\d+\.\d+ [0-9a-f]{12} [0-9a-f]{12} [0-9a-f]{12}$/,
    )
  })
})
