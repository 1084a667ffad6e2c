import { describe, expect, it } from 'vitest'
import { measuresIn } from './line-facts.js'

describe('amounts told respectively', () => {
  it('belong each to the institution in its place', () => {
    expect(measuresIn('湖南省人民医院、宜昌市中心人民医院分别完成手术3000台和2000台。')).toEqual([
      '宜昌市中心人民医院 手术 2000台',
      '湖南省人民医院 手术 3000台',
    ])
  })

  it('belong each to the words in its place', () => {
    expect(measuresIn('湖南省人民医院门诊量、住院量分别增长12%和9%。')).toEqual([
      '湖南省人民医院 住院量增长 9%',
      '湖南省人民医院 门诊量增长 12%',
    ])
  })

  it('say nothing where there are more of the one than of the other', () => {
    expect(
      measuresIn('湖南省人民医院、宜昌市中心人民医院分别完成手术3000台、2000台和900台。'),
    ).not.toContain('湖南省人民医院 手术 3000台')
  })
})

describe('an amount that says nothing of an institution', () => {
  it.each([
    ['a patient of whom an age is told', '湖南省人民医院为63岁的患者手术,切除肿块3个。'],
    ['one person', '湖南省人民医院为一名早产儿手术,置入支架2枚。'],
    ['who is called by name', '王女士在湖南省人民医院住院,费用6.4万元。'],
    ['how many are listed', '湖南省人民医院、宜昌市中心人民医院等23家单位获奖。'],
    ['a hospital counted by itself', '湖南省人民医院走访37家医院。'],
  ])('%s', (_what, text) => {
    expect(measuresIn(text)).toEqual([])
  })

  it('does not hide those of the next part of the sentence', () => {
    expect(measuresIn('湖南省人民医院救治63岁患者1名;全年完成手术3000台。')).toEqual([
      '湖南省人民医院 手术 3000台',
    ])
  })
})

describe('an amount that counts nothing of an institution', () => {
  it.each([
    ['points at what is known', '湖南省人民医院很忙,两家医院均设有科室。'],
    ['is what a patient pays', '湖南省人民医院离家近,报销后她自己只花了3200元。'],
    ['changes into another unit', '湖南省人民医院床位由600张变成3栋。'],
  ])('is left out where it %s', (_why, text) => {
    expect(measuresIn(text)).toEqual([])
  })

  it('counts where few sum up a list', () => {
    expect(measuresIn('湖南省人民医院现有马王堆、天心两个院区。')).toEqual([
      '湖南省人民医院 院区 2个',
    ])
  })

  it('may change by any verb', () => {
    expect(measuresIn('湖南省人民医院三四级手术占比从31%一路爬到46%。')).toEqual([
      '湖南省人民医院 三四级手术占比 31%',
      '湖南省人民医院 三四级手术占比 46%',
    ])
  })
})
