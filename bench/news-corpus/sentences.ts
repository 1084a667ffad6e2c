import type { Random } from '../random.js'

/** A place with hospitals of the gazetteer that lie in it. */
export interface Place {
  readonly name: string
  readonly hospitals: readonly string[]
}

/** What an article's sentences speak of. */
export interface Scene {
  readonly place: Place
  /** The hospital the article is about, and one from elsewhere that helps it. */
  readonly own: string
  readonly partner: string
  readonly year: number
  readonly random: Random
}

/**
 * Sentences of a news report, each with its full stop, without end: half of them hold something to
 * be extracted. None comes again before all others have.
 */
export function* sentencesOf(scene: Scene): Generator<string, undefined> {
  for (;;) {
    const deck = TEMPLATES.map((template) => ({ template, key: scene.random.next() }))
    for (const { template } of deck.sort((a, b) => a.key - b.key)) yield template(scene)
  }
}

/** A person's name. */
export function nameOf(random: Random): string {
  return random.pick(SURNAMES) + random.pick(GIVEN_NAMES)
}

type Template = (scene: Scene) => string

const REPORTS: readonly Template[] = [
  ({ own, year, random }) =>
    `${year - 1}年,${own}门急诊量达到${tenThousands(random)}万人次,同比增长${share(random)}%。`,
  ({ own, random }) =>
    `${own}编制床位${random.integer(3, 30) * 100}张,开设临床科室${random.integer(18, 60)}个。`,
  ({ own, partner, random }) =>
    `截至目前,${partner}累计向${own}派驻专家${random.integer(12, 260)}名,其中常驻${random.integer(5, 60)}名。`,
  ({ own, partner, year, random }) =>
    `${year - random.integer(1, 3)}年${random.integer(1, 12)}月,${own}与${partner}签约共建国家区域医疗中心。`,
  ({ place, random }) =>
    `今年以来,${random.pick(place.hospitals)}完成手术${random.integer(20, 900) * 10}余台,四级手术占比为${share(random)}%。`,
  ({ partner, random }) =>
    `项目由${partner}支持建设,总投资约${random.integer(2, 40)}.${random.integer(1, 9)}亿元,建筑面积${random.integer(3, 30)}万平方米。`,
  ({ own, random }) =>
    `三年来,${own}引进新技术新项目${random.integer(12, 380)}项,填补省内空白${random.integer(3, 60)}项。`,
  ({ own, random }) =>
    `${own}平均住院日缩短至${random.integer(5, 9)}.${random.integer(1, 9)}天,患者满意度提高到${random.integer(90, 99)}%。`,
  ({ own, random }) =>
    `去年底,${own}已与${random.integer(8, 120)}家基层医疗机构建立协作关系,每月派出${random.integer(5, 40)}名医生下乡带教。`,
  ({ own, year, random }) =>
    `${year - 1}年${random.integer(1, 12)}月${random.integer(1, 28)}日,${own}新院区正式投入使用。`,
  ({ own, partner }) => `日前,${partner}与${own}签署合作协议,双方将联合培养学科骨干。`,
  ({ place, random }) =>
    `在${random.pick(place.hospitals)},远程会诊中心当年完成会诊${random.integer(100, 9900)}例,较上年增加${random.integer(20, 900)}例。`,
  ({ own, random }) =>
    `“过去一年,我们收治了${random.integer(300, 9000)}名疑难重症患者。”${own}${random.pick(POSTS)}${nameOf(random)}说。`,
]

const STORIES: readonly Template[] = [
  ({ random }) =>
    `清晨${random.pick(HOURS)},${nameOf(random)}已经在病房里查过一遍房,口罩上压出了浅浅的印子。`,
  ({ place, random }) =>
    `家住${place.name}郊外的${random.pick(RELATIVES)}以前看病要坐半天车,如今在家门口就挂上了专家号。`,
  ({ random }) =>
    `“${random.pick(SAYINGS)},${random.pick(SAYINGS)}。”${random.pick(RELATIVES)}逢人便这么说。`,
  ({ random }) => `为了${random.pick(AIMS)},团队反复讨论方案,把每一个环节都走了一遍又一遍。`,
  ({ random }) => `从${random.pick(THINGS)}到${random.pick(THINGS)},变化就发生在一点一滴之间。`,
  ({ place, random }) =>
    `${place.name}把${random.pick(THINGS)}同${random.pick(THINGS)}一并推进,${random.pick(RESULTS)}。`,
  ({ random }) => `${random.pick(THINGS)}怎么建、怎么管、怎么用?答案写在${random.pick(THINGS)}里。`,
  ({ random }) =>
    `一边是${random.pick(THINGS)},一边是${random.pick(AIMS)}的期盼,医生们选择多走一步。`,
  ({ random }) =>
    `夜深了,走廊尽头的灯还亮着,${nameOf(random)}在电脑前核对着${random.pick(THINGS)}。`,
  ({ random }) => `业内人士认为,${random.pick(THINGS)}见效慢,贵在坚持,${random.pick(RESULTS)}。`,
]

const TEMPLATES = [...REPORTS, ...STORIES]

function tenThousands(random: Random): string {
  return `${random.integer(8, 320)}.${random.integer(1, 99)}`
}

function share(random: Random): string {
  return `${random.integer(2, 58)}.${random.integer(1, 9)}`
}

const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const GIVEN_NAMES = '伟 芳 敏 静 强 磊 洋 勇 艳 杰 秀英 建国 志强 晓东 雨桐 思远 嘉怡'.split(' ')
const POSTS = '院长 党委书记 副院长 心内科主任 医务处处长 护理部主任'.split(' ')
const HOURS = '六点多 七点刚过 八点不到'.split(' ')
const RELATIVES = '张大爷 李阿姨 王奶奶 老赵 刘师傅 小陈的母亲'.split(' ')
const SAYINGS =
  '不用再往大城市跑了 隔壁就是专家 报销比例也高了 医生说话特别耐心 心里一下子踏实了 路近了钱也省了'.split(
    ' ',
  )
const AIMS = '让患者少跑路 把好技术留下来 攻克疑难病例 守住质量底线 缩短等候时间'.split(' ')
const THINGS = (
  '医疗资源下沉 学科建设 人才培养 远程会诊 专科联盟 检验结果互认 门诊流程 绩效考核 急诊急救网络 药品供应 ' +
  '便民服务 护理质量 医保结算 病案管理 康复训练'
).split(' ')
const RESULTS =
  '群众的获得感明显增强 外出就医的人越来越少 许多难题迎刃而解 过去的短板正在补上 周边县区随之受益 经验正在全省推广'.split(
    ' ',
  )
