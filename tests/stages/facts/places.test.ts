import { describe, expect, it } from 'vitest'
import { factsIn, measuresIn, subjectsIn } from './line-facts.js'

describe('a place as the subject of a fact', () => {
  it('goes by its official full name and code, and is no mention', () => {
    const [fact] = factsIn('湖南已建成国家临床重点专科20个。')
    expect(fact?.subject).toEqual({ kind: 'region', id: '430000', name: '湖南省', text: '湖南' })
    expect(fact?.roles['subject']).toEqual({ mention: null, basis: 'region' })
  })

  it.each([
    ['我省', '湖南省', '湖南省'],
    ['我市', '宜昌市', '宜昌市'],
    ['我省', '宜昌市', '湖北省'],
  ])('%s is the place of an article from %s', (words, region, name) => {
    expect(subjectsIn(`${words}已建成国家临床重点专科20个。`, { region })).toEqual([
      `${name} region`,
    ])
  })

  it('我省 is the province that the text names', () => {
    expect(subjectsIn('湖南省卫生工作会议召开。我省已建成国家临床重点专科20个。')).toEqual([
      '湖南省 region',
    ])
  })

  it('我国 needs no place given', () => {
    expect(subjectsIn('我国已建成国家临床重点专科2000个。')).toEqual(['中国 region'])
  })

  it('我省 of an unknown place says nothing of anyone', () => {
    expect(factsIn('我省已建成国家临床重点专科20个。')).toEqual([])
  })

  it('gives way to an institution once one is named', () => {
    expect(measuresIn('湖南省加快发展,湖南省人民医院开放床位900张。')).toEqual([
      '湖南省人民医院 开放床位 900张',
    ])
  })

  it.each(['四川大学派驻专家20名。', '湖南省卫生健康委员会派驻专家20名。'])(
    'is not the place that a body is named after: %s',
    (text) => {
      expect(factsIn(text)).toEqual([])
    },
  )
})
