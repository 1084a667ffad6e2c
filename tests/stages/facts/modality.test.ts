import { describe, expect, it } from 'vitest'
import { modalitiesIn } from './line-facts.js'

const published = '2024-02-01'

describe('modality', () => {
  it.each([
    ['actual', '湖南省人民医院开放床位900张。'],
    ['planned', '湖南省人民医院将开放床位900张。'],
    ['planned', '湖南省人民医院计划开放床位900张。'],
    ['planned', '湖南省人民医院力争年内门诊量达到85万人次。'],
    ['planned', '湖南省人民医院按照规划分期建设,开放床位900张。'],
    ['negated', '湖南省人民医院尚未开展手术300台。'],
    ['negated', '湖南省人民医院没有开放床位900张。'],
    ['hypothetical', '如果湖南省人民医院开放床位900张,看病就不难了。'],
  ])('is %s: %s', (modality, text) => {
    expect(modalitiesIn(text)).toEqual([modality])
  })

  it.each([
    ['将近 is a measure word', '湖南省人民医院派驻专家将近40名。'],
    ['未成年 is a noun', '湖南省人民医院未成年患者500人次。'],
  ])('does not stumble over words that hold a cue: %s', (_why, text) => {
    expect(modalitiesIn(text)).toEqual(['actual'])
  })

  it('of one clause is not that of the next', () => {
    expect(modalitiesIn('湖南省人民医院将新建大楼,目前开放床位900张。')).toEqual(['actual'])
    expect(modalitiesIn('湖南省人民医院不再开设夜诊,完成手术300台。')).toEqual(['actual'])
  })

  it('of one sentence is not that of the next', () => {
    expect(modalitiesIn('湖南省人民医院按照规划建设。该院开放床位900张。')).toEqual(['actual'])
  })

  it('is planned for what is dated after the publication', () => {
    const text = '2024年3月,湖南省人民医院新院区正式启用。'
    expect(modalitiesIn(text, { published })).toEqual(['planned'])
    expect(modalitiesIn(text, { published: '2024-05-01' })).toEqual(['actual'])
  })

  it('is actual for what happened on the day of publication', () => {
    const text = '2024年2月1日,湖南省人民医院新院区正式启用。'
    expect(modalitiesIn(text, { published: '2024-02-01T10:01' })).toEqual(['actual'])
    expect(modalitiesIn(text, { published })).toEqual(['actual'])
  })
})
