import { describe, expect, it } from 'vitest'
import { clean, dropped } from './clean-text.js'

const PROSE =
  '儿科门诊在镇上开诊,首日接诊47人。村民说,再也不用翻山去看病了。院长说,专家每周三都来。\n' +
  '护士长每天六点半到病房,先看一遍夜里的记录。\n上月起,药房也开到晚上八点。\n'
const REST =
  '镇上还修了一条通到医院的路。\n路灯也亮了。\n公交车十五分钟一班。\n末班车等到最后一个病人。'

describe('contact lines of advertisers', () => {
  it.each([
    '代开发票电话13800000000。',
    '想看更多加微信abc6688',
    '客服QQ:1000088866',
    '扫码添加老师微信进群领红包!',
    '无抵押贷款当天放款,电话:13900001111',
    '注册送88元体验金,点击领取。',
  ])('go between paragraphs and in them: %s', (advert) => {
    expect(dropped(clean(`${PROSE}${advert}\n${REST}`)).join()).toContain(advert)
    const inside = PROSE.replace('村民说', `${advert}${/[。!]$/.test(advert) ? '' : '。'}村民说`)
    expect(clean(inside.trim()).text.text.replace('。。', '。')).toBe(PROSE.trim())
  })

  it.each([
    '患者可拨打医院24小时热线0551-62221111预约挂号。',
    '居民可以扫码加入家庭医生微信群,随时咨询。',
    '咨询电话:0551-65551234,接听时间为工作日上午。',
    '商业银行推出医疗消费贷款,额度最高五十万元,咨询电话95500。',
  ])('are not the hospital’s own: %s', (line) => {
    const text = `${PROSE}${line}\n${REST}`
    expect(dropped(clean(text)).join()).not.toContain(line)
  })

  it('go in the sign-off', () => {
    expect(clean(`${PROSE}新闻热线:0551-60000000`).text.text).toBe(PROSE.trim())
  })
})
