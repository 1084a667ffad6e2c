import { type CorpusLayer, prepareCorpus } from '../../src/corpus/corpus-layer.js'
import { loadPipeline } from '../../src/pipeline/load.js'

/** The layer of the pipeline that comes with the package, with its dictionary. */
export function packageLayer(): CorpusLayer {
  return prepareCorpus(loadPipeline().corpus)
}

/** An article in sentences, with words and figures enough to be known again. */
export const ARTICLE: readonly string[] = [
  '清晨六点半,江州市人民医院住院部的走廊里已经亮起了灯。',
  '骨科主任郑海涛带着12名医生开始查房,他们要看的病人有86位。',
  '江州市去年把区域医疗中心建设列为头号民生工程,省级财政投入资金3.2亿元,目前已有4个项目落地。',
  '依托这些项目,优质医疗资源从省城向山区县流动,覆盖了全市9个县区。',
  '截至2024年底,医院累计完成三四级手术1.86万台,比上一年增长17.5%。',
  '“过去病人要坐五个小时的车去省城,现在在家门口就能做这样的手术。”郑海涛说。',
  '医院还与省人民医院开展远程会诊,每周二和周四下午固定连线,两年来共讨论疑难病例432例。',
  '在人才培养方面,医院选派骨干56人外出进修,引进博士7名,新增省级重点专科5个。',
  '家住云岭县的李大爷上个月在这里做了髋关节置换,住院11天,自己只付了9800元。',
  '市卫生健康委有关负责人表示,下一步将完善双向转诊制度,让医疗资源真正沉到基层。',
]

/** The same as a spinner writes it. */
export const SPINNER: readonly (readonly [string, string])[] = [
  ['医疗中心', '医疗中央'],
  ['医疗资源', '医疗资本'],
  ['覆盖', '盖住'],
  ['完成', '完工'],
  ['开展', '睁开'],
  ['目前', '今朝'],
  ['培养', '教养'],
  ['负责人', '担当人'],
  ['基层', '下层'],
  ['制度', '轨制'],
]

export function spin(text: string): string {
  let spun = text
  for (const [from, to] of SPINNER) spun = spun.replaceAll(from, to)
  return spun
}

/** A daily bulletin: the same words, the figures of the day. */
export function bulletinOf(day: number, figure: (place: number) => number): string {
  return [
    `3月${day}日0时至24时,江州市各监测点共接诊流感样病例${figure(0)}例,较前一日增加${figure(1)}例。`,
    `其中儿童${figure(2)}例,老年人${figure(3)}例,住院治疗${figure(4)}例,治愈出院${figure(5)}例。`,
    `截至3月${day}日24时,全市累计接种疫苗${figure(6)}剂次,库存疫苗${figure(7)}剂。`,
    '市疾控机构提醒市民勤洗手、常通风,出现发热咳嗽等症状应及时到就近医院发热门诊就诊。',
  ].join('\n')
}
