import { describe, expect, it } from 'vitest'
import { readPage } from '../article/read-page.js'
import { clean, dropped } from './clean-text.js'

const FIRST =
  '县医院的新住院楼昨天启用,共有床位六百张,儿科和产科最先搬入。新楼一层设了导诊台,老人和抱孩子的母亲不必排队,' +
  '凭身份证就能取号;二层是检查科室,当天做的检查当天出结果。'
const SECOND =
  '院长介绍,省里的专家每周三来出门诊,村民看病不必再往省城跑。今年以来,医院已经收治外乡镇转来的病人两千多名,' +
  '其中四成是过去要坐五个小时长途车才能看上病的老人。'

const FARMS: readonly (readonly [string, string])[] = [
  ['three short lines', '久久精品国产亚洲av无码\n欧美激情一区二区三区\n人妻少妇中文字幕乱码'],
  [
    'lines of which some have no known word',
    '国产精品久久久久\n丁香五月婷婷\n亚洲无码专区\n日韩欧美在线',
  ],
  [
    'one line of many titles',
    '国产精品|久久久|亚洲av无码专区|日韩欧美在线|人妻中文字幕|91麻豆|四虎影院',
  ],
  ['mixed scripts', '國產精品久久\n亞洲无碼專區\n歐美激情一區二區'],
  ['gambling houses', '百家乐平台开户\n老虎机注册送体验金\n澳门赌场网址大全\n六合彩投注网'],
]

describe.each(FARMS)('a link farm of %s', (_name, farm) => {
  it.each([
    ['between paragraphs', `${FIRST}\n${farm}\n${SECOND}`],
    ['at the head', `${farm}\n${FIRST}\n${SECOND}`],
    ['at the foot', `${FIRST}\n${SECOND}\n${farm}`],
  ])('goes %s', (_place, page) => {
    const text = `${FIRST}\n${SECOND}`
    expect(clean(page).text.text).toBe(text)
    expect(clean(readPage(page).article.text.text).text.text).toBe(text)
  })
})

describe('titles in the line of a paragraph', () => {
  const titles = '久久精品国产亚洲av无码 欧美激情一区二区三区 人妻少妇中文字幕乱码'

  it('go behind its last sentence', () => {
    expect(dropped(clean(`${FIRST}${titles}\n${SECOND}`))).toEqual([`spam: ${titles}`])
  })

  it('go before its first', () => {
    expect(dropped(clean(`${titles} ${FIRST}\n${SECOND}`))).toEqual([`spam: ${titles}`])
  })
})

describe('what a link farm is not', () => {
  it.each([
    '国产高清内窥镜\n亚洲最大的儿科病区\n精品课程免费观看\n在线视频问诊',
    '扫黄打非办公布典型案例\n警方打掉裸聊敲诈团伙\n法院宣判网络赌博案\n检察机关提醒家长',
    '成人高血压防治\n少妇产后康复\n美女患者的激情人生\n午夜急诊室',
    '欧美国家的做法\n日韩医院的经验\n国产设备的出路',
    '亚洲博览会在南宁开幕\n欧美客商云集\n国产精品手表受欢迎',
  ])('headings with words of everyone: %s', (lines) => {
    const text = `${FIRST}\n${lines}\n${SECOND}`
    expect(clean(text).text.text).toBe(text)
  })
})
