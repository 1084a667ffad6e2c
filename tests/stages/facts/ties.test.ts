import { describe, expect, it } from 'vitest'
import { relationsIn } from './line-facts.js'

const TO_FIRST = '北京大学第三医院 dispatches-to 秦皇岛市第一医院'
const TO_SECOND = '北京大学第三医院 dispatches-to 昌黎县人民医院'

/** The relations of a text by which someone sends people. */
function sendingsIn(text: string): readonly string[] {
  return relationsIn(text).filter((relation) => relation.includes('dispatches-to'))
}

describe('people sent by nobody named, behind a tie of the same sentence', () => {
  it.each([
    ['who runs the other', '北京大学第三医院托管秦皇岛市第一医院,派驻专家31名。'],
    ['who runs it, told in the passive', '秦皇岛市第一医院由北京大学第三医院托管,派驻专家31名。'],
    ['who is named first', '北京大学第三医院与秦皇岛市第一医院签约,派驻专家31名。'],
  ])('are sent by the one %s', (_who, text) => {
    expect(sendingsIn(text)).toEqual([TO_FIRST])
  })

  it('are sent to each of a list', () => {
    const text = '北京大学第三医院托管秦皇岛市第一医院、昌黎县人民医院,派驻业务院长2名。'
    expect(sendingsIn(text)).toEqual([TO_SECOND, TO_FIRST].sort())
  })

  it('are sent in pairs where the tie is told in pairs', () => {
    const text =
      '北京大学第三医院、南京鼓楼医院分别对口帮扶秦皇岛市第一医院、昌黎县人民医院,每家医院派驻5名骨干。'
    expect(sendingsIn(text)).toEqual([TO_FIRST, '南京鼓楼医院 dispatches-to 昌黎县人民医院'].sort())
  })

  it.each([
    ['another is named between', '托管秦皇岛市第一医院,昌黎县人民医院门诊量大增,派驻专家9名。'],
    ['another part of the sentence begins', '托管秦皇岛市第一医院;并派驻专家9名。'],
  ])('are not read where %s', (_why, rest) => {
    expect(sendingsIn(`北京大学第三医院${rest}`)).not.toContain(TO_FIRST)
  })
})
