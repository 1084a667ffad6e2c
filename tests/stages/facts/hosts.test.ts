import { describe, expect, it } from 'vitest'
import { measuresIn, subjectsIn } from './line-facts.js'

describe('who only sends people', () => {
  it('is not who grows where they are sent', () => {
    const text = '宜昌市中心人民医院加挂牌子,湖南省人民医院派驻专家26名,手术量增长37%。'
    expect(measuresIn(text)).toEqual([
      '宜昌市中心人民医院 手术量增长 37%',
      '湖南省人民医院 派驻专家 26名',
    ])
  })

  it('is not 医院 if another is spoken of', () => {
    const text = '宜昌市中心人民医院是三甲医院。湖南省人民医院派出专家9名,医院重点专科5个。'
    expect(measuresIn(text)).toContain('宜昌市中心人民医院 重点专科 5个')
  })
})

describe('two institutions at once', () => {
  it.each(['两院', '双方'])('%s leave what is said of them to none', (word) => {
    const text = `湖南省人民医院与宜昌市中心人民医院合作,${word}开展新技术97项。`
    expect(measuresIn(text)).toEqual([])
  })
})

describe('我院', () => {
  it('is none of its own clause', () => {
    const text = '宜昌市中心人民医院介绍情况。\n湖南省人民医院专家、我院院长出席,会诊30例。'
    expect(subjectsIn(text)).not.toContain('湖南省人民医院 coreference')
  })
})
