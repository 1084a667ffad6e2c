import { describe, expect, it } from 'vitest'
import { factsIn, timesIn } from './line-facts.js'

const published = '2024-02-01'

describe('the time of a fact', () => {
  it('is the nearest date named before the quantity', () => {
    expect(timesIn('2022年湖南省人民医院门诊量60万人次,2023年手术3000台。', { published })).toEqual(
      ['手术 2023 stated', '门诊量 2022 stated'],
    )
  })

  it('goes on over the clauses that follow', () => {
    expect(timesIn('湖南省人民医院2022年门诊量60万人次,出院患者5万人次。', { published })).toEqual([
      '出院患者 2022 stated',
      '门诊量 2022 stated',
    ])
  })

  it('is its own for each of two values of a change', () => {
    const facts = factsIn('湖南省人民医院三四级手术占比由2020年的51.3%提升到2023年的64.8%。')
    expect(facts.map(({ quantity, time }) => [quantity?.value, time?.value])).toEqual([
      [51.3, '2020'],
      [64.8, '2023'],
    ])
  })

  it('is null where the sentence names none', () => {
    expect(timesIn('湖南省人民医院完成手术3000台。')).toEqual(['手术 null'])
  })

  it('is not taken from the sentence before', () => {
    expect(timesIn('去年,成绩喜人。湖南省人民医院开放床位900张。', { published })).toEqual([
      '开放床位 null',
    ])
  })

  it.each(['较上年同期', '较去年', '比2021年'])('is not what %s compares with', (words) => {
    expect(timesIn(`湖南省人民医院门诊量${words}增长12%。`, { published })).toEqual([
      '门诊量增长 null',
    ])
    expect(timesIn(`2023年,湖南省人民医院门诊量${words}增长12%。`, { published })).toEqual([
      '门诊量增长 2023 stated',
    ])
  })
})

describe('a date', () => {
  it.each([
    [
      'of what happened once holds in its clause only',
      '湖南省人民医院始建于1951年,重点专科9个。',
      '重点专科 null',
    ],
    [
      'of an event does not tell when what stands is so',
      '今年6月,湖南省人民医院新楼封顶,总投资8亿元。',
      '总投资 null',
    ],
    [
      'behind which another time is spoken of ends there',
      '1986年,湖南省人民医院医师38位,如今重点专科9个。',
      '重点专科 null',
    ],
    [
      'of the first of two amounts is not that of the next clause',
      '湖南省人民医院床位由2018年的60张增至90张,论文9篇。',
      '论文 null',
    ],
    [
      'of a habit holds in its clause only',
      '湖南省人民医院每年巡诊200场,重点专科9个。',
      '重点专科 null',
    ],
    [
      'inside a part is not said of who comes in the next',
      '湖南省人民医院2021年论文9篇;宜昌市中心人民医院专利3项。',
      '专利 null',
    ],
  ])('%s', (_why, text, expected) => {
    expect(timesIn(text, { published })).toContain(expected)
  })

  it('may be a stretch of time that has just passed', () => {
    expect(timesIn('三年来,湖南省人民医院派驻专家58名。')).toEqual(['派驻专家 P3Y stated'])
  })

  it('reaches on from what opened the sentence before, for what goes on about the same', () => {
    const text = '截至目前,湖南省人民医院派驻专家36名。专家团队开展手术近2000例。'
    expect(timesIn(text)).toContain('手术 PRESENT_REF inherited')
  })
})

describe('a line that leads in', () => {
  const list = '湖南省人民医院开放床位900张;\n宜昌市中心人民医院完成手术3000台。'

  it.each(['2023年,捷报频传——', '2023年,成绩如下：', '2023年,成绩如下:'])(
    'dates the lines of the list below it: %s',
    (line) => {
      expect(timesIn(`${line}\n${list}`)).toEqual([
        '开放床位 2023 inherited',
        '手术 2023 inherited',
      ])
    },
  )

  it('no longer dates what follows the end of the list', () => {
    expect(timesIn(`2023年,成绩如下：\n${list}\n湖南省肿瘤医院出院患者500人次。`)).toContain(
      '出院患者 null',
    )
  })

  it('gives way to a date that a line of the list names itself', () => {
    expect(
      timesIn('2023年,成绩如下：\n湖南省人民医院开放床位900张;\n2022年,湖南省肿瘤医院手术3000台。'),
    ).toEqual(['开放床位 2023 inherited', '手术 2022 stated'])
  })

  it('is one only if it ends so: a plain sentence does not date the next paragraph', () => {
    expect(timesIn('2023年,成绩喜人。\n湖南省人民医院开放床位900张。')).toEqual(['开放床位 null'])
  })
})

describe('a bare stretch of time', () => {
  it('is when what stands behind it was done', () => {
    expect(timesIn('湖南省人民医院两年完成手术3000台。')).toEqual(['手术 P2Y stated'])
  })

  it.each([
    '湖南省人民医院签下为期两年的协议,完成手术3000台。',
    '湖南省人民医院三年内完成手术3000台。',
  ])('is none where it is a term: %s', (text) => {
    expect(timesIn(text)).toEqual(['手术 null'])
  })
})

describe('a date that is compared with', () => {
  it('does not hold, however far before it that is said', () => {
    const text = '湖南省人民医院2023年手术3000台,是2015年的3.2倍,出院患者5万人次。'
    expect(timesIn(text, { published })).toEqual(['出院患者 2023 stated', '手术 2023 stated'])
  })
})
