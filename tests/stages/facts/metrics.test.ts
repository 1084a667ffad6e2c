import { describe, expect, it } from 'vitest'
import type { ConfigError } from '../../../src/core/errors.js'
import { loadMetrics } from '../../../src/stages/facts/metrics.js'
import { factsIn } from './line-facts.js'

const file = (text: string) => ({ path: 'metrics.yaml', text })

const CUES = {
  leading: ['累计', '完成'],
  cut: ['开展'],
  within: ['同比'],
  trailing: ['内'],
  never: ['现场'],
  placeWords: ['全州'],
  ofPlaces: ['医院'],
}

const loaded = loadMetrics(
  [
    file(`metrics:
  - id: operations
    names: [手术]
  - id: major-operations
    names: [三四级手术, 四级手术]
  - id: beds
    standing: true
    names: [床位]
`),
  ],
  CUES,
)

const metrics = (phrase: string, kind = 'hospital') => loaded.read(phrase, kind)

describe('a metric', () => {
  it.each([
    ['手术', 'operations'],
    ['微创手术', 'operations'],
    ['三四级手术', 'major-operations'],
    ['微创四级手术', 'major-operations'],
    ['手术室', null],
  ])('%s has the id of the longest name it ends in', (text, id) => {
    expect(metrics(text)).toEqual({ id, text })
  })

  it('loses the words that lead it in, one after the other', () => {
    expect(metrics('累计完成手术')?.text).toBe('手术')
  })

  it('loses the words that may stand within it', () => {
    expect(metrics('手术同比增长')?.text).toBe('手术增长')
  })

  it('keeps a leading word that is nearly all there is', () => {
    expect(metrics('完成率')?.text).toBe('完成率')
  })

  it('loses what stands before a verb that only says that it was done', () => {
    expect(metrics('远程平台开展疑难病会诊')?.text).toBe('疑难病会诊')
    expect(metrics('技术开展率')?.text).toBe('技术开展率')
  })

  it('loses a word that says where at its end', () => {
    expect(metrics('成员单位内')?.text).toBe('成员单位')
  })

  it.each([
    ['微创手(术)', 'operations'],
    ['手术（日间）', 'operations'],
    ['床(铺)位', 'beds'],
    ['三四级手(术)', 'major-operations'],
  ])('%s is known with its brackets read through or left out', (text, id) => {
    expect(metrics(text)).toEqual({ id, text })
  })

  it('can be one of places only', () => {
    expect(metrics('医院')).toBeNull()
    expect(metrics('医院', 'region')?.text).toBe('医院')
  })

  it('stands as it is, if the dictionary says so', () => {
    const isStanding = (phrase: string) => {
      const metric = metrics(phrase)
      return metric !== null && loaded.isStanding(metric)
    }
    expect(isStanding('开放床位')).toBe(true)
    expect(isStanding('手术')).toBe(false)
    expect(isStanding('国家级奖项')).toBe(false)
  })

  it('is not made of words that count nothing', () => {
    expect(metrics('现场')).toBeNull()
    expect(metrics('累计现场')).toBeNull()
    expect(metrics('人')).toBeNull()
  })

  it('cannot share a name with another, and the message says with which', () => {
    const text =
      'metrics:\n  - id: beds\n    names: [床位]\n  - id: wards\n    names: [病区, 床位]\n'
    const load = () => loadMetrics([file(text)], CUES)
    expect(load).toThrow(/metrics\.yaml:5:\d+: wards: "床位" already names beds/)
    expect(load).toThrow(
      expect.objectContaining<Partial<ConfigError>>({
        problems: [expect.objectContaining({ code: 'dictionary-ambiguous' })],
      }),
    )
  })
})

describe('the metric of a measure', () => {
  it.each([
    ['湖南省人民医院全年累计完成三四级手术3000台。', '三四级手术', 'major-operations'],
    ['湖南省人民医院门急诊患者80万人次。', '门急诊患者', 'outpatient-emergency-visits'],
    ['湖南省人民医院重点专科5个。', '重点专科', 'clinical-specialties'],
    ['湖南省人民医院国家级奖项5个。', '国家级奖项', null],
  ])('in %s is %s', (sentence, text, id) => {
    expect(factsIn(sentence).map(({ metric }) => metric)).toEqual([{ id, text }])
  })

  it('never takes in the name of the institution', () => {
    expect(factsIn('湖南省人民医院手术3000台。')[0]?.metric?.text).toBe('手术')
  })

  it('is missing, and the measure with it, where nothing is counted', () => {
    expect(factsIn('湖南省人民医院现场300人。')).toEqual([])
    expect(factsIn('湖南省人民医院收治了11岁的患儿。')).toEqual([])
  })
})
