import { describe, expect, it } from 'vitest'
import { measuresIn } from './line-facts.js'

describe('a measure that a template words', () => {
  it('joins the verb to what stands behind the amount', () => {
    expect(measuresIn('湖南省人民医院派驻36名常驻专家。')).toEqual([
      '湖南省人民医院 派驻常驻专家 36名',
    ])
    expect(measuresIn('湖南省人民医院接诊6849名患儿。')).toEqual(['湖南省人民医院 接诊患儿 6849名'])
  })

  it('says what a growth is a growth of', () => {
    expect(measuresIn('湖南省人民医院门诊量同比增长12%。')).toEqual([
      '湖南省人民医院 门诊量增长 12%',
    ])
    expect(measuresIn('湖南省人民医院手术增幅3.83%。')).toEqual(['湖南省人民医院 手术增幅 3.83%'])
  })

  it('says so too where the growth follows the amount', () => {
    expect(measuresIn('湖南省人民医院门诊量达到85万人次,同比增长12.5%。')).toEqual([
      '湖南省人民医院 门诊量 850000人次',
      '湖南省人民医院 门诊量增长 12.5%',
    ])
  })

  it('adds 占比 to what has the share', () => {
    expect(measuresIn('湖南省人民医院三四级手术占70%以上。')).toEqual([
      '湖南省人民医院 三四级手术占比 70%',
    ])
  })

  it('gives the noun that coordinated verbs share to each of them', () => {
    expect(measuresIn('湖南省人民医院完成新技术立项117项、验收66项。')).toEqual([
      '湖南省人民医院 新技术立项 117项',
      '湖南省人民医院 新技术验收 66项',
    ])
  })

  it('gives the total in brackets the noun before them', () => {
    expect(measuresIn('湖南省人民医院新增6个州级科技平台(共8个)。')).toEqual([
      '湖南省人民医院 州级科技平台 6个',
      '湖南省人民医院 州级科技平台 8个',
    ])
  })
})
