import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pick } from './random-edits.js'

const SEEDS = resolve(import.meta.dirname, '../../seeds')

/** The sample articles of the package, by name. */
export function seedPages(): ReadonlyMap<string, Uint8Array> {
  const names = readdirSync(SEEDS).filter((name) => /\.(txt|html)$/.test(name))
  return new Map(names.map((name) => [name, readFileSync(join(SEEDS, name))]))
}

/** A short article made up of sentences that rules, names and words speak to. */
export function writePage(random: () => number): string {
  const sentences = Array.from({ length: 3 + Math.floor(random() * 5) }, () => sentence(random))
  const head = `${pick(random, PLACES)}${pick(random, TITLES)}\n发布时间:2024-0${1 + Math.floor(random() * 9)}-12 来源:${pick(random, OUTLETS)}\n`
  const spam = random() < 0.3 ? `${pick(random, SPAM)}\n` : ''
  const page = head + sentences.join('') + '\n' + spam + pick(random, TAILS) + '\n'
  return random() < 0.25 ? toTraditional(page) : page
}

function sentence(random: () => number): string {
  return pick(random, SENTENCES)
    .replaceAll('H', () => pick(random, NAMES))
    .replaceAll('N', () => String(2 + Math.floor(random() * 900)))
    .replaceAll('P', () => pick(random, PLACES))
    .replaceAll('M', () => pick(random, METRICS))
    .replaceAll('T', () => pick(random, TIMES))
}

const PLACES = [
  '安徽',
  '保定',
  '阜阳',
  '宜昌市',
  '贵州',
  '海口',
  '杭州市富阳区',
  '湖南省',
  '娄底市',
]
const TITLES = ['区域医疗中心三年回顾', '医院揭牌', '优质资源下沉', '群众看病更近了']
const OUTLETS = ['安徽日报', '保定市第二医院', '三峡晚报', '江城网', '阜阳市卫健委']
const NAMES = [
  '北京儿童医院',
  '安徽省儿童医院',
  '安徽省立医院',
  '中国科学技术大学附属第一医院',
  '阜阳市第二人民医院',
  '阜阳二院',
  '市一院',
  '省儿童医院',
  '复旦儿科医院',
  '上海儿童医学中心贵州医院',
  '协和医院',
  '同济医院',
  '浙大二院',
  '浙江大学医学院附属第二医院',
  '宜昌市中心人民医院',
  '湘雅二医院',
  '富阳区第一人民医院',
  '中山大学附属第一医院',
  '该院',
  '海南省妇女儿童医学中心',
]
const METRICS = ['门诊量', '出院患者', '手术量', '开放床位', '派驻专家', '外转患者', '四级手术量']
const TIMES = [
  '2023年',
  '去年',
  '今年上半年',
  '截至目前',
  '3月15日',
  '近三年来',
  '上周五',
  '国庆期间',
]
const SENTENCES = [
  'T,H的M达到N万人次,同比增长N%。',
  'TH派出N名专家常驻H。',
  'H与H签署合作协议,由H托管。',
  '记者从H获悉,TM增至N人次。',
  'H(以下简称省儿院)于T揭牌,开放床位N张。',
  '“T我院开展新技术N项。”H院长李明说。',
  'H是H的分院,计划派驻N名医生。',
  'P多家医院选派专家N人次,接诊患者N例。',
  '其中,H完成手术N台,占比N%。',
  'H入选国家区域医疗中心,位列第N位。',
  'T,P引进博士N名,培训基层医生N人次。',
]
const SPAM = [
  '澳门赌场网上开户送彩金',
  '上一篇:医院招聘公告',
  '下一篇:门诊安排',
  '免责声明:本站转载文章版权归原作者所有,如有侵权请联系删除。',
  '责任编辑:王小明',
]
const TAILS = ['分享到:微信', '(记者 张三)', '编辑:李四', '扫一扫关注我们', '']

/** Some characters in their traditional forms, as pages made by machine have them. */
function toTraditional(text: string): string {
  return [...text].map((character) => TRADITIONAL.get(character) ?? character).join('')
}

const TRADITIONAL = new Map(
  [
    '医醫',
    '区區',
    '达達',
    '与與',
    '记記',
    '专專',
    '门門',
    '诊診',
    '驻駐',
    '万萬',
    '儿兒',
    '学學',
  ].map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
)
