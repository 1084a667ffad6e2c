import { describe, expect, it } from 'vitest'
import { hospitalSetup, lexiconOf, namesIn, recognize } from './entity-setup.js'

const lexicon = lexiconOf(hospitalSetup)
const bengbu = { title: '蚌埠市推动区域医疗合作' }

describe('names that stand for a place the article has made plain', () => {
  it('takes the city of the title before a guest from elsewhere', () => {
    const text = '上海市第一人民医院派出专家。市一院接诊患者。'
    expect(namesIn(lexicon, text, bengbu)[1]).toBe('市一院 = 蚌埠市第一人民医院')
  })
  it('takes the region handed in before everything else', () => {
    const told = { ...bengbu, region: '铜仁市' }
    expect(namesIn(lexicon, '市人民医院开诊。', told)).toEqual(['市人民医院 = 铜仁市人民医院'])
  })
  it('takes the institution of that form named before', () => {
    const text = '黔东南州人民医院院长说。专家对州医院帮扶。'
    expect(namesIn(lexicon, text)[1]).toBe('州医院 = 黔东南苗族侗族自治州人民医院')
  })
  it('stays open between two places that are as likely', () => {
    const text = '黔南州人民医院和黔西南州人民医院设有卒中中心,州人民医院派人。'
    expect(namesIn(lexicon, text)[2]).toBe(
      '州人民医院 ? qiannan-peoples-hospital, qianxinan-peoples-hospital',
    )
  })
  it('writes the full name of one that the gazetteer does not hold', () => {
    const told = { title: '阜阳市召开会议' }
    expect(namesIn(lexicon, '市七院开诊。', told)).toEqual(['市七院 = 阜阳市第七人民医院'])
  })
  it('is no name without any sign of a place', () => {
    expect(namesIn(lexicon, '县医院的能力提升离不开上级医院。')).toEqual([])
  })
})

describe('coordination', () => {
  it('gives each member of 市一、二、三院 the same span', () => {
    const text = '市一、二、三院与外地合作。'
    const mentions = recognize(lexicon, text, bengbu)
    expect(mentions.map(({ span, member }) => [text.slice(span.start, span.end), member])).toEqual([
      ['市一、二、三院', 0],
      ['市一、二、三院', 1],
      ['市一、二、三院', 2],
    ])
    expect(namesIn(lexicon, text, bengbu).map((name) => name.split(' = ')[1])).toEqual([
      '蚌埠市第一人民医院',
      '蚌埠市第二人民医院',
      '蚌埠市第三人民医院',
    ])
  })
  it('reads 第一、第三 before one ending', () => {
    expect(namesIn(lexicon, '蚌埠市第一、第三人民医院参加。')).toEqual([
      '蚌埠市第一、第三人民医院 = 蚌埠市第一人民医院',
      '蚌埠市第一、第三人民医院 = 蚌埠市第三人民医院',
    ])
  })
  it('fills in what 二院 shares with the name before it', () => {
    expect(namesIn(lexicon, '市一院、二院参加。', bengbu)).toEqual([
      '市一院 = 蚌埠市第一人民医院',
      '二院 = 蚌埠市第二人民医院',
    ])
  })
})

describe('names completed by the one before them', () => {
  it('take over its place', () => {
    expect(namesIn(lexicon, '石台县人民医院、中医院和妇幼保健院参加。')).toEqual([
      '石台县人民医院 = 石台县人民医院',
      '中医院 = 石台县中医院',
      '妇幼保健院 = 石台县妇幼保健院',
    ])
  })
  it('do not where more than the place and the kind stands before', () => {
    expect(namesIn(lexicon, '武汉大学人民医院、口腔医院参加。')).toEqual([
      '武汉大学人民医院 = 武汉大学人民医院',
    ])
  })
  it('are two where 省、市 share the rest', () => {
    const told = { title: '铜仁市召开会议' }
    expect(namesIn(lexicon, '省、市人民医院派人。', told)).toEqual([
      '省、市人民医院 = 贵州省人民医院',
      '省、市人民医院 = 铜仁市人民医院',
    ])
  })
})

describe('names given within the article', () => {
  it('takes an unlisted name in brackets for the one before it, and the other way round', () => {
    expect(namesIn(lexicon, '长丰县同康儿童医院(安徽省儿童医院)开诊。')).toEqual([
      '长丰县同康儿童医院 = 安徽省儿童医院',
      '安徽省儿童医院 = 安徽省儿童医院',
    ])
  })
  it('learns a short name by 以下简称', () => {
    const text = '石台县新风康复医院(以下简称“新风康复”)开诊。新风康复接诊。'
    expect(namesIn(lexicon, text)).toEqual([
      '石台县新风康复医院 = 石台县新风康复医院',
      '新风康复 = 石台县新风康复医院',
      '新风康复 = 石台县新风康复医院',
    ])
  })
  it('gives a plaque to the one that hangs it up', () => {
    const text = '漠河市人民医院与北京儿童医院签约,加挂“北京儿童医院漠河医院”牌子。漠河医院接诊。'
    expect(namesIn(lexicon, text).map((name) => name.split(' = ')[1])).toEqual([
      '漠河市人民医院',
      '首都医科大学附属北京儿童医院',
      '漠河市人民医院',
      '漠河市人民医院',
    ])
  })
  it('knows a famous hospital by its own word alone, once its full name stood', () => {
    expect(namesIn(lexicon, '四川大学华西医院开会。华西专家来了,《华西都市报》报道。')).toEqual([
      '四川大学华西医院 = 四川大学华西医院',
      '华西 = 四川大学华西医院',
    ])
    expect(namesIn(lexicon, '华西专家来了。')).toEqual([])
  })
  it('knows a branch by its own place once its full name stood', () => {
    const text = '北京儿童医院漠河医院揭牌。漠河医院接诊。'
    expect(namesIn(lexicon, text)[1]).toBe('漠河医院 = 首都医科大学附属北京儿童医院漠河医院')
    expect(namesIn(lexicon, '漠河医院接诊。')).toEqual([])
  })
})
