import { describe, expect, it } from 'vitest'
import { hasUndecodable } from '../../../src/stages/clean/residue.js'
import { repairPage } from './repair-page.js'

/** The rules of a page's edits, spaces and pinyin left out. */
function rulesOf(page: string): string[] {
  const rules = repairPage(page).script().flat()
  return [...new Set(rules.map(({ origin }) => origin.rule ?? ''))].filter(
    (rule) => rule !== 'repair/space' && rule !== 'repair/pinyin',
  )
}

describe('repair/byte-slip', () => {
  it.each([
    ['在??平ㄔO(shè)、人才培養(yǎng)', '在專科建設(shè)、人才培養(yǎng)'],
    ['海南省??谑协偵絽^(qū)府城鎮(zhèn)', '海南省海口市瓊山區(qū)府城鎮(zhèn)'],
    ['引進“學(xué)科??苹?、專科中心', '引進“學(xué)科專科?、專科中心'],
    ['這樣的學(xué)?！邦w粒無(wú)收”', '這樣的學(xué)校“顆粒無(wú)收”'],
    ['1951年,??诟R翎t(yī)院與', '1951年,海口福音醫(yī)院與'],
  ])('makes of %s %s', (source, expected) => {
    expect(repairPage(source).text).toBe(expected)
  })

  it('leaves marks alone that stand for nothing, and what several words could have been', () => {
    const page = '??破解園區(qū)綠色\n????深度融入\n水平較高??傮w而言,\n真的???'
    expect(rulesOf(page)).toEqual([])
  })
})

describe('repair of text decoded with a wrong table', () => {
  it.each([
    ['å›½å®¶åŒºåŸŸåŒ»ç–—ä¸­å¿ƒ', '国家区域医疗中心', 'repair/utf8-as-latin1'],
    ['¹ú¼ÒÇøÓòÒ½ÁÆÖÐÐÄ', '国家区域医疗中心', 'repair/gbk-as-latin1'],
    ['鍥藉\ue18d鍖荤枟涓\ue15e績', '国家医疗中心', 'repair/utf8-as-gbk'],
  ])('makes of %s %s', (source, expected, rule) => {
    const repaired = repairPage(source)
    expect([repaired.text, rulesOf(source)]).toEqual([expected, [rule]])
  })

  it('says of what cannot be restored that it is there', () => {
    expect(['锟斤拷', '医\ufffd院', '烫烫烫', '医院'].map(hasUndecodable)).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})

describe('repair/character-reference and repair/character-form', () => {
  it.each([
    ['他说：&ldquo;好&rdquo;', '他说：“好”'],
    ['&#22269;家&amp;middot;中心', '国家·中心'],
    ['写作“&nbsp;”表示空格', '写作“&nbsp;”表示空格'],
    ['中国⽂件⼈⺠⻓江', '中国文件人民长江'],
    ['部首：⼀ ⼁', '部首：⼀ ⼁'],
    ['关 于 印 发 医 疗 通 知', '关于印发医疗通知'],
    ['赵 钱 孙 李 周 吴', '赵 钱 孙 李 周 吴'],
    ['本报讯 1月26日，记者获悉，', '本报讯1月26日，记者获悉，'],
  ])('makes of %s %s', (source, expected) => {
    expect(repairPage(source).text).toBe(expected)
  })
})
