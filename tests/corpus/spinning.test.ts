import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../src/core/errors.js'
import { SpinningLexicon } from '../../src/corpus/spinning.js'
import { PACKAGE_FOLDER } from '../../src/pipeline/package-folder.js'
import { ARTICLE, packageLayer, spin } from './sample-articles.js'

const path = join(PACKAGE_FOLDER, 'dictionaries/spinning.yaml')
const lexicon = new SpinningLexicon([{ path, text: readFileSync(path, 'utf8') }])
const layer = packageLayer()

describe('the lexicon of spinners', () => {
  it('knows a swap, alone and inside a longer word', () => {
    expect(lexicon.isKnown('资源', '资本')).toBe(true)
    expect(lexicon.isKnown('区域中心', '区域中央')).toBe(true)
    expect(lexicon.isKnown('资本', '资源')).toBe(false)
    expect(lexicon.isKnown('医院', '学校')).toBe(false)
  })

  it('finds nothing in natural sentences that hold the same words', () => {
    const natural = [
      '会议传达学习中央精神,研究中央财政补助资金的使用。',
      '社会资本投资医疗机构,资本市场反应平稳,公司注册资本五亿元。',
      '雪盖住了山路,住院楼已经完工,工人们正在打扫现场。',
      '他睁开眼睛,看见年夜饭摆上了桌,孩子们在一旁流动着欢笑。',
      '公安部门配合医疗部门开展工作,做好服务才能赢得群众信任。',
      '安康市与互助县签订合作协议,双方代表出席。',
      '双轨制改革后,职称晋升、干部提拔都有了新的标准和尺度。',
      '患者病愈出院,经验丰富的医生仍嘱咐他按时复诊,不要过度劳累。',
      '经营范围扩大,部门之间联系紧密,信息收集平台上线运行。',
      '填补岗位空缺的公告发布后,应聘者在技术上风险意识较强。',
    ]
    for (const sentence of natural) expect(lexicon.find(sentence)).toEqual([])
  })

  it('reports a swap or collocation given twice, with its line', () => {
    const text =
      'swaps:\n  - { from: 中心, to: 中央, unnatural: [医疗中央] }\n  - { from: 中心, to: 中央, unnatural: [医疗中央] }\n'
    expect(() => new SpinningLexicon([{ path: 's.yaml', text }])).toThrow(ConfigError)
    expect(() => new SpinningLexicon([{ path: 's.yaml', text }])).toThrow(/s\.yaml:3:/)
  })
})

describe('a page without a pair', () => {
  it('is known to be spun by several unnatural collocations', () => {
    const spun = `${spin(ARTICLE.join('\n'))}\n区域医疗中央的建设让下层医务人员受益,有关担当人介绍了经验。`
    const { collocations } = layer.sketch(spun)
    expect(collocations.map(({ start, end }) => spun.slice(start, end))).toEqual(
      expect.arrayContaining(['区域医疗中央', '优质医疗资本', '下层医务人员', '有关担当人']),
    )
  })

  it('is not for one of them, or for none', () => {
    expect(layer.sketch(ARTICLE.join('\n')).collocations).toEqual([])
    expect(layer.sketch('记者走访了区域医疗中央。').collocations).toEqual([])
  })
})
