import { describe, expect, it } from 'vitest'
import { factsIn, relationsIn } from './line-facts.js'

const SENDS = '北京大学第三医院 dispatches-to 秦皇岛市第一医院'
const MANAGED = '秦皇岛市第一医院由北京大学第三医院托管。'

describe('a party that only the rest of the article names', () => {
  it.each([
    [
      '帮扶医院',
      '秦皇岛市第一医院与北京大学第三医院共建。\n在秦皇岛市第一医院项目点,帮扶医院派驻专家11人。',
    ],
    ['a place', `${MANAGED}北京大学第三医院派驻秦皇岛的专家李文很忙。`],
    ['nothing at all', `${MANAGED}北京大学第三医院累计派驻专家143位。`],
    ['项目医院', `${MANAGED}北京大学第三医院选派12名专家到项目医院坐诊。`],
  ])('is found for %s', (_words, text) => {
    expect(relationsIn(text)).toContain(SENDS)
  })

  it('is recorded as a coreference with the mention that names it', () => {
    const facts = factsIn(`${MANAGED}北京大学第三医院累计派驻专家143位。`)
    const sends = facts.find(({ relation }) => relation === 'dispatches-to')
    const managed = facts.find(({ relation }) => relation === 'managed-by')
    expect(sends?.roles['object']).toEqual({
      mention: managed?.roles['subject']?.mention,
      basis: 'coreference',
    })
  })

  it.each([
    [
      'of two partners either could be meant',
      `${MANAGED}保定市第一医院由北京大学第三医院托管。北京大学第三医院累计派驻专家143位。`,
    ],
    ['none lies at the place', `${MANAGED}北京大学第三医院派驻西藏的专家李文很忙。`],
    ['no partner is known', '北京大学第三医院累计派驻专家143位。'],
  ])('is not guessed where %s', (_why, text) => {
    expect(relationsIn(text).filter((relation) => relation.includes('dispatches'))).toEqual([])
  })
})

describe('what is said of a plaque', () => {
  it('is said of the institution that bears it', () => {
    const text =
      '秦皇岛市第一医院与江苏省人民医院共建。2022年9月26日,江苏省人民医院秦皇岛医院正式挂牌。'
    const event = factsIn(text).find(({ kind }) => kind === 'event')
    expect(event?.subject).toMatchObject({
      name: '秦皇岛市第一医院',
      text: '江苏省人民医院秦皇岛医院',
    })
    expect(event?.time?.value).toBe('2022-09-26')
  })
})

describe('a list of pairs', () => {
  it('is read group by group where one verb closes them all', () => {
    expect(
      relationsIn(
        '怀远县人民医院与南京鼓楼医院,五河县人民医院与上海市第六人民医院等,建立合作机制。',
      ),
    ).toEqual([
      '五河县人民医院 cooperates-with 上海市第六人民医院',
      '怀远县人民医院 cooperates-with 南京鼓楼医院',
    ])
  })
})
