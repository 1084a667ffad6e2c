import { describe, expect, it } from 'vitest'
import { clean } from './clean-text.js'

const PARAGRAPHS = [
  '区域医疗中心的儿科病房里,来自河池的韦女士正在为孩子办理出院手续。途经三个月的治疗,孩子的各项指标恢复正常。',
  '名院进山',
  '目前,中心与全区105家医院结成协作关系,今年接收转诊患者2300余人次。专家每周三出门诊,号源当天约满。',
  '院长说,下一步要把病房扩大一倍,让更多的孩子在家门口看上病。',
]
const BODY = PARAGRAPHS.join('\n')

describe('second copies of a body', () => {
  it('go where they follow on new lines', () => {
    const body = clean(`${BODY}\n${BODY}`)
    expect(body.text.text).toBe(BODY)
    expect(body.flags).toEqual(['body-doubled'])
  })

  it('go where they follow in the same line', () => {
    const line = PARAGRAPHS.join('')
    expect(clean(line + line).text.text).toBe(line)
  })

  it('go though there are two of them', () => {
    expect(clean([BODY, BODY, BODY].join('\n')).text.text).toBe(BODY)
  })

  it('go though one is in traditional characters left over', () => {
    const traditional = BODY.replaceAll('医', '醫').replaceAll('区', '區').replaceAll('儿', '兒')
    expect(clean(`${BODY}\n${traditional}`).text.text).toBe(BODY)
  })

  it('go where they break off, and where the first one does', () => {
    const cut = BODY.slice(0, BODY.indexOf('号源') + 2)
    expect(clean(`${BODY}\n${cut}`).text.text).toBe(BODY)
    expect(clean(`${cut}……\n${BODY}`).text.text).toBe(BODY)
  })

  it('go though each has other phrases put in, and leave none of them', () => {
    const first = BODY.replace('韦女', '韦老虎机开户女').replace('105家', '1百家乐公式05家')
    const second = BODY.replace('途经', '途百家乐 怎么赢钱经').replace('更多', '更时时彩网址多')
    const body = clean(`${first}\n${second}`)
    expect(body.text.text).toBe(BODY)
    expect(body.flags).toEqual(['body-doubled', 'spam-injected'])
  })

  it('show what is put into one of them though no list knows how it ends', () => {
    const foul = BODY.replace('结成', '结百家乐金童玉女榜成')
    const body = clean(`${foul}\n${BODY}`)
    expect(body.text.text).toBe(BODY)
    expect(clean(`${BODY}\n${foul}`).text.text).toBe(BODY)
  })

  it('go although less is put into them, and mend the one that a reader sees first', () => {
    const foul = BODY.replace('途经', '途百家乐 怎么赢钱经').replace('专家', '专百家乐家')
    const { text } = clean(`${foul}\n${BODY}`)
    expect(text.text).toBe(BODY)
    expect(text.toSource({ start: 0, end: text.text.length })[0]!.start).toBe(0)
  })

  it('are known although most of their first sentence is what was put in', () => {
    const foul = BODY.replace('途经', '途百家乐预测程式经').replace('专家', '专百家乐打法家')
    expect(clean(`${foul}\n${BODY}`).text.text).toBe(BODY)
    expect(clean(`${BODY}\n${foul}`).text.text).toBe(BODY)
  })

  it('leave in place a paragraph that only one of them has', () => {
    const short = [PARAGRAPHS[0], PARAGRAPHS[1], PARAGRAPHS[3]].join('\n')
    expect(clean(`${BODY}\n${short}`).text.text).toBe(BODY)
    expect(clean(`${short}\n${BODY}`).text.text).toBe(BODY)
  })
})

describe('a lead above the body', () => {
  it.each(['', '摘要:', '【导读】', '核心提示:'])(
    'that repeats its beginning goes: %s',
    (label) => {
      const lead = `${label}${PARAGRAPHS[0]!.slice(0, 40)}…`
      expect(clean(`${lead}\n${BODY}`).text.text).toBe(BODY)
    },
  )

  it('that repeats all of its first paragraph goes', () => {
    expect(clean(`摘要:${PARAGRAPHS[0]}\n${BODY}`).text.text).toBe(BODY)
  })

  it('that says something else stays', () => {
    const text = `摘要:一座县医院怎样留住专家,又怎样留住病人,记者走访了三个县。\n${BODY}`
    expect(clean(text).text.text).toBe(text)
  })
})

describe('what only looks like a copy', () => {
  const paragraph = '截至六月底,中心已经接诊外地患者一万两千余人次,手术量比上年同期增长两成。'

  it('drops one long line that is repeated to the letter, without calling the body doubled', () => {
    const body = clean(`${paragraph}\n另有新楼开工。\n${paragraph}`)
    expect(body.text.text).toBe(`${paragraph}\n另有新楼开工。`)
    expect(body.flags).toEqual([])
  })

  it('keeps short lines that stand twice', () => {
    const text = `门诊时间\n上午八点到十二点\n住院部\n上午八点到十二点\n${paragraph}`
    expect(clean(text).text.text).toBe(text)
  })

  it('keeps paragraphs that are alike but not the same', () => {
    const text =
      '甲市医院今年接诊患者12万人次,同比增长4%。\n乙县医院今年接诊患者3万人次,同比下降1%。'
    expect(clean(text).text.text).toBe(text)
  })

  it('keeps a list of figures whose lines have the same words', () => {
    const line = (city: string, count: number): string =>
      `${city}市今年以来共有${count}家基层医疗机构开设儿科门诊并与上级医院建立转诊关系。`
    const text = [...'甲乙丙丁戊己庚辛'].map((city, at) => line(city, 12 * at + 7)).join('\n')
    expect(clean(text).text.text).toBe(text)
  })

  it('keeps a quotation that is repeated in the text', () => {
    const quote = '“我们要让山里的孩子也能看上专家号,这件事一天也不能等。”院长在会上说。'
    const text = `${quote}会后,他去了病房。\n${PARAGRAPHS[2]}\n记者问起此事。${quote}他停了停。`
    expect(clean(text).text.text).toBe(text)
  })
})
