import { describe, expect, it } from 'vitest'
import { factsIn } from './line-facts.js'

/** `王建国 院长 湖南省人民医院`: who says each fact; null where nobody is told to. */
function speakersIn(text: string): readonly (string | null)[] {
  return factsIn(text).map(({ attribution }) =>
    attribution === null
      ? null
      : [attribution.speaker, attribution.role, attribution.organization].join(' '),
  )
}

describe('the one whose words a fact is told in', () => {
  it.each([
    [
      'stands behind the quotation',
      '“我们去年手术3000台。”湖南省人民医院院长王建国表示。',
      '王建国 院长 湖南省人民医院',
    ],
    [
      'stands between two quotations',
      '“医院很忙。”湖南省人民医院副院长李文说,“去年手术3000台。”',
      '李文 副院长 湖南省人民医院',
    ],
    [
      'stands before a quotation of several sentences',
      '湖南省人民医院院长王建国说:“医院很忙。去年我院手术3000台。”',
      '王建国 院长 湖南省人民医院',
    ],
    [
      'tells it in the same sentence',
      '湖南省人民医院神经外科主任沈健介绍,医院手术3000台。',
      '沈健 神经外科主任 湖南省人民医院',
    ],
    [
      'speaks for a body',
      '据湖南省卫生健康委员会医政处处长张进介绍,湖南省人民医院手术3000台。',
      '张进 医政处处长 湖南省卫生健康委员会',
    ],
    [
      'holds several offices',
      '宜昌市卫生健康局党组书记、局长李仁说,宜昌市中心人民医院手术3000台。',
      '李仁 党组书记、局长 宜昌市卫生健康局',
    ],
    [
      'has a name with a dot',
      '湖南省人民医院院长艾力·买买提表示,医院手术3000台。',
      '艾力·买买提 院长 湖南省人民医院',
    ],
    [
      'is the label of an interview',
      '湖南省人民医院院长 王建国:去年手术3000台。',
      '王建国 院长 湖南省人民医院',
    ],
  ])('%s', (_how, text, speaker) => {
    expect(speakersIn(text)).toEqual([speaker])
  })

  it('has no name where an office speaks', () => {
    const [fact] = factsIn('走进湖南省人民医院。该院负责人表示,去年手术3000台。')
    expect(fact?.attribution).toEqual({
      speaker: null,
      role: '负责人',
      organization: '湖南省人民医院',
      rule: 'attribution/speaker-then-words',
    })
  })

  it('is known by the title told elsewhere', () => {
    const text = '湖南省人民医院院长王建国主持会议。“去年手术3000台。”王建国介绍。'
    expect(speakersIn(text)).toEqual(['王建国 院长 湖南省人民医院'])
  })

  it('is meant by 他 in the next sentence', () => {
    const text = '湖南省人民医院院长王建国很忙。“我们去年手术3000台。”他说。'
    expect(speakersIn(text)).toEqual(['王建国 院长 湖南省人民医院'])
  })

  it('goes on in a quotation that follows at once', () => {
    const text = '“医院很忙。”湖南省人民医院院长王建国说。“我们去年手术3000台。”'
    expect(speakersIn(text)).toEqual(['王建国 院长 湖南省人民医院'])
  })

  it('says 我院 of his own institution', () => {
    const text = '宜昌市中心人民医院很忙。湖南省人民医院院长王建国说:“我院手术3000台。”'
    expect(factsIn(text).map(({ subject }) => subject.name)).toEqual(['湖南省人民医院'])
  })

  it.each([
    ['a sentence of the reporter', '“医院很忙。”湖南省人民医院院长王建国说。该院去年手术3000台。'],
    ['a paper', '方案指出,湖南省人民医院手术3000台。'],
    ['what is said to be introduced', '据介绍,湖南省人民医院手术3000台。'],
    ['a quoted name', '湖南省人民医院院长王建国出席“健康中国”论坛,医院手术3000台。'],
  ])('is nobody for %s', (_what, text) => {
    expect(speakersIn(text)).toEqual([null])
  })

  it('stays quick in a text that is all titles and quotations', () => {
    const text = '“好。”院长王建国说。'.repeat(2000)
    expect(factsIn(text)).toEqual([])
  })
})
