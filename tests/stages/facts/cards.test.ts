import { describe, expect, it } from 'vitest'
import { factsIn, relationsIn } from './line-facts.js'

const CARD = '输出医院:\n北京大学第三医院\n依托医院:\n秦皇岛市第一医院\n'

describe('a card of labels', () => {
  it('ties who helps to who is helped', () => {
    expect(relationsIn(`${CARD}北京大学第三医院累计派驻专家143位。`)).toEqual([
      '北京大学第三医院 dispatches-to 秦皇岛市第一医院',
    ])
  })

  it('may stand in one line', () => {
    const text =
      '输出医院:北京大学第三医院;依托医院:秦皇岛市第一医院。北京大学第三医院累计派驻专家143位。'
    expect(relationsIn(text)).toContain('北京大学第三医院 dispatches-to 秦皇岛市第一医院')
  })

  it.each([
    ['under it', `${CARD}运行时间:\n2021年9月18日门诊试运行。`],
    [
      'under it, whichever label comes first',
      '依托医院:\n秦皇岛市第一医院\n输出医院:\n北京大学第三医院\n运行时间:\n2021年9月18日门诊试运行。',
    ],
  ])('is about the institution that is helped: what stands %s is said of that', (_where, text) => {
    const [event] = factsIn(text, { published: '2025-01-22' })
    expect(event).toMatchObject({
      event: 'opened',
      subject: { name: '秦皇岛市第一医院' },
      time: { value: '2021-09-18' },
    })
  })

  it('is none where a label has no institution behind it', () => {
    expect(relationsIn('输出医院:\n待定\n依托医院:\n秦皇岛市第一医院\n')).toEqual([])
  })
})
