import { describe, expect, it } from 'vitest'
import { measuresIn } from './line-facts.js'

describe('what one helps another to do', () => {
  it('is done by the one that is helped, named beside it', () => {
    const text = '湖南省人民医院与秭归县人民医院合作,派驻专家26名,协助建成重点专科5个。'
    expect(measuresIn(text)).toEqual([
      '湖南省人民医院 派驻专家 26名',
      '秭归县人民医院 重点专科 5个',
    ])
  })

  it('is not told where nobody is known to be helped', () => {
    const text = '湖南省人民医院下乡巡诊,协助建成重点专科5个。'
    expect(measuresIn(text)).toEqual([])
  })

  it('is said of 医院 as of who is helped', () => {
    const text = '湖南省人民医院与秭归县人民医院结为对口支援单位,帮助医院创建重点专科3个。'
    expect(measuresIn(text)).toEqual(['秭归县人民医院 创建重点专科 3个'])
  })

  it('leaves the people sent to who sends them', () => {
    const text = '湖南省人民医院支持秭归县人民医院建设,派驻专家24名。'
    expect(measuresIn(text)).toEqual(['湖南省人民医院 派驻专家 24名'])
  })

  it('leaves them to the agent too', () => {
    const text = '秭归县人民医院由湖南省人民医院作为共建单位每年派驻4名专家。'
    expect(measuresIn(text)).toEqual(['湖南省人民医院 派驻专家 4名'])
  })
})

describe('a sentence about two', () => {
  it('leaves what stands behind a semicolon to neither', () => {
    const text = '湖南省人民医院与秭归县人民医院签约;门诊量达到85万人次。'
    expect(measuresIn(text)).toEqual([])
  })

  it('speaks of them as 前者 and 后者', () => {
    const text = '湖南省人民医院和秭归县人民医院各有所长。前者开展手术3000台;后者开展手术900台。'
    expect(measuresIn(text)).toEqual(['湖南省人民医院 手术 3000台', '秭归县人民医院 手术 900台'])
  })

  it('speaks of neither alone where words behind join them', () => {
    const text = '湖南省人民医院和秭归县人民医院均开展新技术,手术达到900台。'
    expect(measuresIn(text)).toEqual([])
  })
})

describe('a place', () => {
  it('at the head of a sentence is that of the one institution there', () => {
    const text =
      '湖南省人民医院帮扶秭归县人民医院。在秭归,湖南省人民医院派驻专家26名,协助建成重点专科5个。'
    expect(measuresIn(text)).toContain('秭归县人民医院 重点专科 5个')
  })

  it('is spoken of by its short name where the article tells which', () => {
    const text = '秭归县人民医院挂牌。秭归县域内就诊率达到91.3%。'
    expect(measuresIn(text)).toContain('秭归县 县域内就诊率 91.3%')
  })

  it('is reported of by its own bureau', () => {
    const text = '据秭归县卫健局统计,转诊患者共612人次。'
    expect(measuresIn(text)).toEqual(['秭归县 转诊患者 612人次'])
  })

  it('is not spoken of any more in a sentence that does not name it', () => {
    const text = '秭归县有乡镇卫生院12家。转诊患者共612人次。'
    expect(measuresIn(text)).not.toContain('秭归县 转诊患者 612人次')
  })

  it('has rates that are no hospital’s', () => {
    const text = '宜昌市中心人民医院门诊量85万人次,全市转诊率3.9%。'
    expect(measuresIn(text)).toEqual(['宜昌市中心人民医院 门诊量 850000人次'])
  })
})

describe('an occasion', () => {
  it.each(['大会表彰了12个先进集体', '12名专家悉数到场'])('is no measure: %s', (words) => {
    expect(measuresIn(`宜昌市中心人民医院召开年会,${words}。`)).toEqual([])
  })
})

describe('a list of institutions', () => {
  it('is counted for whom it is an object of', () => {
    const text = '宜昌市中心人民医院牵头帮扶秭归县人民医院、远安县人民医院等17家县级医院。'
    expect(measuresIn(text)).toEqual(['宜昌市中心人民医院 县级医院 17家'])
  })
})
