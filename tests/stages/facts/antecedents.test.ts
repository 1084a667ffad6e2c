import { describe, expect, it } from 'vitest'
import { relationsIn } from './line-facts.js'

describe('a word that points at an institution', () => {
  it.each([
    [
      '它, at whom the clause before speaks of',
      '秦皇岛市第一医院规模不小,昌黎县人民医院由它托管。',
      '昌黎县人民医院 managed-by 秦皇岛市第一医院',
    ],
    [
      '医院, as a party of a tie',
      '秦皇岛市第一医院规模不小。2018年,医院托管昌黎县人民医院。',
      '昌黎县人民医院 managed-by 秦皇岛市第一医院',
    ],
    [
      '我院, the same one all through the page',
      '秦皇岛市第一医院的答卷先交了出来。今天,我院召开大会。昌黎县人民医院转来一名孩子。我院与北京大学第三医院签约。',
      '秦皇岛市第一医院 cooperates-with 北京大学第三医院',
    ],
  ])('stands for it: %s', (_word, text, relation) => {
    expect(relationsIn(text)).toContain(relation)
  })

  it('points at none that is named only later', () => {
    const text =
      '秦皇岛市第一医院规模不小。\n2022年,该院与北京大学第三医院签约。北京大学第三医院在北京。'
    expect(relationsIn(text)).toEqual(['秦皇岛市第一医院 cooperates-with 北京大学第三医院'])
  })
})

describe('two that do something alike', () => {
  it.each([
    '怀远县人民医院和五河县人民医院分别与各自的伙伴合作。',
    '怀远县人民医院和五河县人民医院均加入协作网,签约合作。',
  ])('are no pair: %s', (text) => {
    expect(relationsIn(text)).toEqual([])
  })
})
