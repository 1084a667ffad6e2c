import { describe, expect, it } from 'vitest'
import { factsIn, measuresIn, subjectsIn } from './line-facts.js'

describe('the subject of a fact', () => {
  it('is the institution named in the sentence', () => {
    expect(subjectsIn('湖南省人民医院完成手术3000台。')).toEqual(['湖南省人民医院 stated'])
  })

  it.each([
    ['与', '湖南省人民医院与宜昌市中心人民医院合作,开展手术3000台。'],
    ['向', '湖南省人民医院向宜昌市中心人民医院派驻专家12名,开展新技术20项。'],
    ['聘请', '湖南省人民医院聘请宜昌市中心人民医院专家8名,开展新技术20项。'],
    ['从', '湖南省人民医院从宜昌市中心人民医院引进专家20名。'],
  ])('is not an institution that %s makes an object', (_marker, text) => {
    expect(subjectsIn(text)).toEqual(['湖南省人民医院 stated'])
  })

  it('is none of a list of objects', () => {
    expect(
      measuresIn('宜昌市中心人民医院与湖南省人民医院、遵义医科大学附属医院签约,开放床位900张。'),
    ).toEqual(['宜昌市中心人民医院 开放床位 900张'])
  })

  it('is the one supported, not the one under whose support it is done', () => {
    expect(measuresIn('在湖南省人民医院支持下,宜昌市中心人民医院开展新技术20项。')).toEqual([
      '宜昌市中心人民医院 新技术 20项',
    ])
  })

  it("is, of who is pointed at, the one in the article's own province", () => {
    const text =
      '湖南省人民医院揭牌一年。湖南省卫生健康委支持北京协和医院派出专家20名。\n去年,该院门诊量达到85万人次。'
    expect(measuresIn(text)).toContain('湖南省人民医院 门诊量 850000人次')
  })

  it('is no one at an hour of the day, where a scene is told', () => {
    expect(measuresIn('早上八点,湖南省人民医院的20名医生围着阅片灯。')).toEqual([])
  })

  it('is one that others send people to, not who only sends', () => {
    const text = '宜昌市中心人民医院由湖南省人民医院派驻专家帮扶,床位从600张变成900张。'
    expect(measuresIn(text)).toEqual([
      '宜昌市中心人民医院 床位 600张',
      '宜昌市中心人民医院 床位 900张',
    ])
  })

  it('may be named with a preposition where that opens the clause', () => {
    expect(measuresIn('在湖南省人民医院,门诊量达到85万人次。')).toEqual([
      '湖南省人民医院 门诊量 850000人次',
    ])
  })

  it('is missing, and the fact with it, where no institution or place is named', () => {
    expect(factsIn('全年完成手术3000台。')).toEqual([])
    expect(factsIn('医院开放床位900张。')).toEqual([])
  })

  it('keeps the words of the text beside the full name', () => {
    const [fact] = factsIn('湖南省人民医院环境优美。该院开放床位900张。')
    expect(fact?.subject).toMatchObject({ name: '湖南省人民医院', text: '该院' })
  })
})

describe('words that stand for an institution', () => {
  it.each([
    ['该院', '湖南省人民医院环境优美。该院开放床位900张。'],
    ['该院 of the paragraph before', '湖南省人民医院环境优美。\n该院开放床位900张。'],
    ['其', '湖南省人民医院声名远播,其开放床位900张。'],
    ['医院', '湖南省人民医院历史悠久。医院开放床位900张。'],
    ['医院 after a date', '湖南省人民医院历史悠久。目前,医院开放床位900张。'],
  ])('%s is the one spoken of', (_words, text) => {
    expect(subjectsIn(text)).toEqual(['湖南省人民医院 coreference'])
  })

  it('其中 points at nothing: the subject of the clause before goes on', () => {
    expect(subjectsIn('湖南省人民医院声名远播,其中开放床位900张。')).toEqual([
      '湖南省人民医院 stated',
    ])
  })

  it('该院 is never the institution named in its own clause', () => {
    const [fact] = factsIn('湖南省人民医院环境优美。遵义医科大学附属医院与该院签约。')
    expect(fact?.subject.name).toBe('遵义医科大学附属医院')
    expect(fact?.object?.name).toBe('湖南省人民医院')
    expect(fact?.roles['object']?.basis).toBe('coreference')
  })

  it.each([
    ['opens a clause', '湖南省人民医院建设顺利。2023年12月,国家区域医疗中心正式开诊。'],
    ['stands behind 的', '湖南省人民医院很忙,它承建的国家区域医疗中心有床位900张。'],
  ])('a designation that %s is the institution that bears it', (_place, text) => {
    expect(subjectsIn(text)).toEqual(['湖南省人民医院 coreference'])
  })

  it('a designation whose bearer is not known says nothing of anyone', () => {
    expect(factsIn('2023年,国家区域医疗中心开放床位900张。')).toEqual([])
  })
})

describe('a subject that a clause does not name', () => {
  it('is carried over the clauses of a sentence', () => {
    expect(subjectsIn('湖南省人民医院环境优美,技术一流,全年完成手术3000台。')).toEqual([
      '湖南省人民医院 stated',
    ])
  })

  it('is carried over the sentences of a paragraph, and the record says so', () => {
    expect(subjectsIn('湖南省人民医院环境优美。技术一流。全年完成手术3000台。')).toEqual([
      '湖南省人民医院 inherited',
    ])
  })

  it('is not carried into the next paragraph', () => {
    expect(factsIn('湖南省人民医院环境优美。\n全年完成手术3000台。')).toEqual([])
  })
})

describe('a sentence that names nobody', () => {
  const told = '湖南省人民医院公布年报。湖南省人民医院今年建院一百周年。'

  it('is told of the institution that the article is about', () => {
    expect(measuresIn(`${told}\n去年完成手术3000台。`)).toEqual(['湖南省人民医院 手术 3000台'])
  })

  it.each([
    ['another body acts', '市政府拿出1500万元专项补贴。'],
    ['a place that is not named is spoken of', '全市完成手术3000台。'],
    ['a name nobody knows is given', '那边的附院完成手术3000台。'],
  ])('is told of nobody where %s', (_what, text) => {
    expect(measuresIn(`${told}\n${text}`)).toEqual([])
  })
})

describe('who is helped', () => {
  it('does what it is helped to do', () => {
    const text = '北京协和医院派驻专家20名,帮助湖南省人民医院开展新技术32项。'
    expect(measuresIn(text)).toContain('湖南省人民医院 新技术 32项')
  })
})

describe('several institutions', () => {
  it('leave open of whom what follows is told', () => {
    expect(measuresIn('湖南省人民医院、宜昌市中心人民医院完成手术3000台。')).toEqual([])
  })
})
