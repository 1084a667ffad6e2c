import { describe, expect, it } from 'vitest'
import { loadPipeline } from '../../src/pipeline/load.js'
import { processDocument } from '../../src/pipeline/process-document.js'

const pipeline = loadPipeline()

const PAGE = [
  '山东省立医院三年回顾',
  '发布时间:2025-03-04 来源: 大众日报',
  '过去三年里,医院把专家请到基层,又把基层的医生请上来,一批患者在家门口得到了治疗。',
  '受访的医生都说,最难的是头一年,设备要装,人要带,规矩要一条一条立起来。',
]

function lossesOf(...below: readonly string[]): readonly string[] {
  const bytes = Buffer.from([...PAGE, '相关阅读', ...below, ''].join('\n'))
  const result = processDocument(pipeline, bytes)
  if (!result.ok) return expect.fail(result.failure.message)
  const text = bytes.toString()
  for (const { sentence, spans } of result.records.losses)
    expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(sentence)
  return result.records.losses.map(({ sentence, holds }) => `${holds.join()}: ${sentence}`)
}

describe('the watch over what is dropped', () => {
  it('reports a sentence that holds a hospital and an amount, with its place', () => {
    const sentence = '湖南省人民医院去年新增床位200张,门诊量也创了新高。'
    expect(lossesOf(sentence)).toEqual([`hospital,quantity,date: ${sentence}`])
  })

  it('says nothing of headlines, teasers, slogans, and what has no predicate', () => {
    expect(
      lossesOf(
        '湖南省人民医院新增床位200张',
        '湖南省人民医院新增床位200张!门诊量创新高!',
        '湖南省人民医院去年新增床位200张,门诊量也...。',
        '本期期号:2025年3月4日第39期第8版。',
      ),
    ).toEqual([])
  })

  it('says nothing of an advertisement with a number to call', () => {
    expect(lossesOf('湖南省人民医院特约专家每天接诊20人,预约请打13800138000咨询。')).toEqual([])
  })

  it('says nothing of what the body says as well', () => {
    expect(lossesOf(PAGE[2] ?? '')).toEqual([])
  })
})
