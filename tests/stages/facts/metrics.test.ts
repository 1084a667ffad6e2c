import { describe, expect, it } from 'vitest'
import type { ConfigError } from '../../../src/core/errors.js'
import { loadMetrics } from '../../../src/stages/facts/metrics.js'
import { factsIn } from './line-facts.js'

const file = (text: string) => ({ path: 'metrics.yaml', text })

const CUES = { leading: ['累计', '完成'], within: ['同比'], never: ['现场'] }

const metrics = loadMetrics(
  [
    file(`metrics:
  - id: operations
    names: [手术]
  - id: major-operations
    names: [三四级手术, 四级手术]
`),
  ],
  CUES,
)

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
