import { describe, expect, it } from 'vitest'
import { hospitalSetup, lexiconOf, namesIn, recognize } from './entity-setup.js'

const lexicon = lexiconOf(hospitalSetup)

describe('the right and left edges of names', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['目的地是眉山四川省儿童医院。', ['四川省儿童医院']],
    ['位于郑州的河南省人民医院接诊。', ['河南省人民医院']],
    ['专家聘请上海十院的主任。', ['上海十院']],
    ['他们来到湖南省儿童医院。', ['湖南省儿童医院']],
    ['在老家益阳市中心医院做检查。', ['益阳市中心医院']],
    ['与上海市第十人民医院签约。', ['上海市第十人民医院']],
    ['市民王某在阜阳市第五人民医院骨科就诊。', ['阜阳市第五人民医院']],
    ['来自北京华德眼科医院的医生。', ['北京华德眼科医院']],
    ['他在石台县仁里镇中心卫生院工作。', ['石台县仁里镇中心卫生院']],
    ['北京朝阳医院和上海长海医院。', ['北京朝阳医院', '上海长海医院']],
    ['厦门大学附属中山医院参加。', ['厦门大学附属中山医院']],
    ['复旦大学附属肿瘤医院福建医院挂牌。', ['复旦大学附属肿瘤医院福建医院']],
    ['富阳市第一人民医院更名。', ['富阳市第一人民医院']],
    ['国家卫生健康委紧急调派北京协和医院专家。', ['北京协和医院']],
  ]
  it.each(cases)('%s', (text, expected) => {
    const words = recognize(lexicon, text).map(({ span }) => text.slice(span.start, span.end))
    expect(words).toEqual(expected)
  })
})

describe('what is no name', () => {
  it.each([
    '全省200多家医院、12家医院和该院都是三级公立医院。',
    '帮扶医院、项目医院、输出医院、成员医院、县级医院、当地医院。',
    '国家区域医疗中心、国家儿童医学中心和省级区域医疗中心。',
    '北京三甲医院、上海知名医院和安徽省内医院人满为患。',
    '全国儿科医院第16位,其中医院院长三人。',
    '中国医院协会、安徽省医院协会和北京市医院管理中心。',
    '全市中医院、各县医院、城市医院推行一院一策。',
    '蚌埠医科大学和安徽省卫生健康委。',
  ])('%s', (text) => {
    expect(namesIn(lexicon, text)).toEqual([])
  })
})

describe('which institution a name stands for', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['上海十院派人。', ['上海十院 = 上海市第十人民医院']],
    ['浙大二院派人。', ['浙大二院 = 浙江大学医学院附属第二医院']],
    ['华西第二医院派人。', ['华西第二医院 = 四川大学华西第二医院']],
    ['复旦儿科医院派人。', ['复旦儿科医院 = 复旦大学附属儿科医院']],
    ['黔东南州人民医院派人。', ['黔东南州人民医院 = 黔东南苗族侗族自治州人民医院']],
    ['保定儿童医院派人。', ['保定儿童医院 = 保定市儿童医院']],
    ['北京儿童医院保定医院派人。', ['北京儿童医院保定医院 = 保定市儿童医院']],
    ['湖南省娄底市娄星区妇幼保健院。', ['湖南省娄底市娄星区妇幼保健院 = 娄底市娄星区妇幼保健院']],
    ['阜阳市二院派人。', ['阜阳市二院 = 阜阳市第二人民医院']],
    ['岑巩人民医院派人。', ['岑巩人民医院 = 岑巩县人民医院']],
  ]
  it.each(cases)('%s', (text, expected) => {
    expect(namesIn(lexicon, text)).toEqual(expected)
  })

  it('does not link a name that only contains a listed one', () => {
    const [mention] = recognize(lexicon, '北京儿童医院漠河医院揭牌。')
    expect(mention?.value).toMatchObject({ type: 'entity', entity: { id: null } })
  })

  it('leaves a name open that several institutions bear', () => {
    expect(namesIn(lexicon, '北京协和医院与武汉协和医院签约,协和医院派人。')[2]).toBe(
      '协和医院 ? peking-union-medical-college-hospital, wuhan-union-hospital',
    )
  })
})
