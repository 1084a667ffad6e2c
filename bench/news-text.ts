import type { Random } from './random.js'

const CITIES = split(
  '合肥 芜湖 蚌埠 南京 苏州 无锡 杭州 宁波 温州 福州 厦门 泉州 南昌 赣州 济南 青岛 烟台 郑州 洛阳 武汉 宜昌 长沙 岳阳 广州 深圳 南宁 桂林 海口 成都 绵阳 贵阳 遵义 昆明 大理 西安 宝鸡 兰州 天水 西宁 银川',
)
const INSTITUTIONS = split(
  '第一人民医院 中心医院 儿童医院 妇幼保健院 中医院 肿瘤医院 口腔医院 卫生健康委 教育局 交通局 文化馆 图书馆 农业农村局 水务局 高新区 实验中学 博物馆 科技馆 供电公司 机场集团',
)
const SURNAMES = split('王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗')
const GIVEN = split('伟 芳 娜 敏 静 强 磊 军 洋 勇 艳 杰 涛 明 超 秀英 建国 志强 晓东 雨桐')
const TITLES = split('主任 院长 副局长 负责人 工程师 讲解员 队长 校长 总经理 护士长')
const TIMES = split('今年以来 近日 去年底 连日来 本月初 上半年 入冬以来 三年前 国庆前后 春节期间')
const ADVERBS = split(
  '持续 全面 积极 稳步 率先 不断 逐步 统筹 扎实 着力 创新 主动 集中 深入 有序 合力 精准 及时 大力 加快',
)
const VERBS = split(
  '推进 完善 建设 改造 优化 提升 培养 引进 整合 开展 完成 落实 探索 覆盖 共享 组织 开放 修缮 评估 转化 监测 保障 升级 拓展 支持 规范',
)
const MODIFIERS = split(
  '优质 基层 区域 智慧 绿色 重点 公共 专科 数字 社区 农村 城市 应急 临床 青年 传统 生态 便民 国际 常态',
)
const NOUNS = split(
  '医疗资源 服务体系 人才队伍 供水管网 教学设备 展览空间 急诊通道 合作机制 技术平台 道路交通 图书借阅 检验中心 远程会诊 养老服务 科研项目 学科建设 电网改造 航线网络 防汛物资 校园安全 种植基地 诊疗流程 文物修复 数据共享 志愿活动 康复训练 水质监测 产业园区 健康档案 培训课程',
)
const UNITS = split('项 个 名 家 台 次 公里 万元 亩 件')
const RESULTS = split(
  '群众的获得感明显增强 市民出行更加方便 就诊时间缩短了一半 周边县区随之受益 参观人数创下新高 运行成本下降明显 外地患者越来越少 老师和家长都很满意 工程进度快于预期 许多难题迎刃而解 过去的短板正在补上 经验在全省推广',
)
const SPEECH = split('说 表示 介绍 告诉记者 坦言 认为')

/** A paragraph that many articles of a house end with, as house style has it. */
const HOUSE_STYLE = [
  '下一步,有关部门将继续加大投入力度,把好事办好、实事办实,不断增强人民群众的获得感、幸福感、安全感。',
  '据了解,相关工作已列入年度重点任务清单,由专人负责,定期向社会公布进展情况,接受群众监督。',
  '业内人士指出,这项工作涉及面广、周期长,需要各方共同努力,也需要时间来检验成效。',
]

/** The sentences of an article of its own, 8 to 40 of them, in the words of news reports. */
export function articleSentences(random: Random): string[] {
  const city = random.pick(CITIES)
  const scene = Array.from({ length: 3 }, () => city + random.pick(INSTITUTIONS))
  const people = Array.from({ length: 3 }, () => random.pick(SURNAMES) + random.pick(GIVEN))
  const sentences = Array.from({ length: random.integer(8, 40) }, () =>
    sentenceOf(random, scene, people),
  )
  if (random.next() < 0.4) sentences.push(random.pick(HOUSE_STYLE))
  return sentences
}

/** A bulletin of a series: the same words every day, other figures. */
export function bulletin(series: number, day: number, random: Random): string[] {
  const city = CITIES[series % CITIES.length]!
  const date = `${(day % 12) + 1}月${(day % 28) + 1}日`
  const figure = (): number => random.integer(10, 9999)
  return [
    `${date}0时至24时,${city}市累计接诊发热病人${figure()}人次,较前一日增加${figure()}人次。`,
    `其中住院治疗${figure()}例,治愈出院${figure()}例,转往上级医院${figure()}例。`,
    `截至${date}24时,全市开放床位${figure()}张,在岗医护人员${figure()}名,库存防护物资${figure()}件。`,
    `全市${figure()}个采样点当日采样${figure()}份,检测完成${figure()}份,结果均已反馈有关单位。`,
    `${city}市卫生健康委提醒市民注意个人卫生,保持室内通风,如有不适及时到就近医院就诊。`,
  ]
}

function sentenceOf(random: Random, scene: readonly string[], people: readonly string[]): string {
  const clauses = Array.from({ length: random.integer(1, 4) }, () => clauseOf(random, scene))
  if (random.next() < 0.3) clauses.unshift(random.pick(TIMES))
  if (random.next() < 0.3) clauses.push(random.pick(RESULTS))
  const said = clauses.join(',')
  if (random.next() > 0.2) return `${said}。`
  return `“${said}。”${random.pick(scene)}${random.pick(TITLES)}${random.pick(people)}${random.pick(SPEECH)}。`
}

function clauseOf(random: Random, scene: readonly string[]): string {
  const object = random.pick(MODIFIERS) + random.pick(NOUNS)
  const action = random.pick(ADVERBS) + random.pick(VERBS)
  const amount = `${random.integer(2, 980)}${random.pick(UNITS)}`
  switch (random.integer(0, 6)) {
    case 0:
      return `${random.pick(scene)}${action}${object}`
    case 1:
      return `${object}得到${action}`
    case 2:
      return `累计${random.pick(VERBS)}${object}${amount}`
    case 3:
      return `${random.pick(scene)}把${object}与${random.pick(NOUNS)}一起${action}`
    case 4:
      return `在${random.pick(NOUNS)}方面${random.pick(VERBS)}了${amount}${random.pick(MODIFIERS)}任务`
    case 5:
      return `为${random.pick(MODIFIERS)}${random.pick(NOUNS)}的${random.pick(VERBS)}提供了${random.pick(NOUNS)}`
    default:
      return `从${random.pick(NOUNS)}到${random.pick(NOUNS)}都有了${random.pick(ADVERBS)}的${random.pick(VERBS)}`
  }
}

function split(words: string): string[] {
  return words.split(' ')
}
