import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { judgePlausibility } from '../../src/chinese/plausibility.js'

const HANS = '今年以来，全市医院的门诊量同比增长一成，新建的病区已经开放，记者在现场看到患者不多。'
const HANT =
  '今年以來，全市醫院的門診量比去年增加一成，新建的病房已經開放，記者在現場看到病人不多。'

describe('the plausibility of Chinese', () => {
  it.each([HANS, HANT])('is high for everyday text: %s', (text) => {
    expect(judgePlausibility(text).share).toBeGreaterThan(0.6)
  })

  it.each([
    ['gbk', 'big5', HANS],
    ['gbk', 'utf-8', HANS],
    ['big5', 'gbk', HANT],
    ['utf-8', 'gbk', HANS],
    ['utf-8', 'big5', HANT],
    ['utf-16le', 'utf-16be', HANT],
  ])('is low for %s read as %s', (written, read, text) => {
    const bytes = iconv.encode(text, written)
    expect(judgePlausibility(iconv.decode(bytes, read)).share).toBeLessThan(0.2)
  })

  it('has nothing against plain ASCII', () => {
    expect(judgePlausibility('<p>data</p>\r\n')).toEqual({ judged: 0, share: 1 })
  })
})
