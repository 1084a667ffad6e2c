import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NetEdit } from '../../src/core/net-effect.js'
import type { Span } from '../../src/core/span.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import {
  type DocumentRecords,
  type DocumentResult,
  processDocument,
} from '../../src/pipeline/process-document.js'

const pipeline = loadPipeline()

const PAGE = `<html><head><meta charset="utf-8"><title>湖南省人民医院交出年度答卷_健康日报</title></head><body>
<div class="nav"><a href="/">首页</a><a href="/health">健康</a></div>
<h1>湖南省人民医院交出年度答卷</h1>
<div class="info">发布时间:2024-02-26 10:01 来源:健康日报</div>
<p>去年,湖南省人民醫院門診量達到85.2&nbsp;萬人次,同比增長12.5%,技術水平再上新臺階。</p>
<p>该院还向宜昌市中心人民医院派驻专家 36 名,开展新技术<b>20</b>项,受到当地患者好评。</p>
<p>我省的市一、二、三院也派人前来学习,随后开展新技术9项。</p>
<div class="foot">版权所有 健康日报</div></body></html>`

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function recordsOf(text: string): DocumentRecords {
  const result = processDocument(pipeline, encode(text))
  return result.ok ? result.records : expect.fail(result.failure.message)
}

/** What stands at `spans` of the source once the edits inside them are made. */
function readSpans(source: string, spans: readonly Span[], edits: readonly NetEdit[]): string {
  let read = ''
  for (const { start, end } of spans) {
    let from = start
    for (const edit of edits)
      if (edit.start >= start && edit.end <= end && edit.end > edit.start) {
        read += source.slice(from, edit.start) + edit.text
        from = edit.end
      }
    read += source.slice(from, end)
  }
  return read
}

describe('the records of a document', () => {
  const records = recordsOf(PAGE)
  const { article, sentences, mentions, facts } = records

  it('are byte for byte the same each time', () => {
    expect(JSON.stringify(recordsOf(PAGE))).toBe(JSON.stringify(records))
  })

  it('have ids of their own', () => {
    const ids = [article, ...sentences, ...mentions, ...facts].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(facts.length).toBeGreaterThan(3)
    expect(mentions.length).toBeGreaterThan(8)
  })

  it('belong to the article, and to its sentences', () => {
    const ids = sentences.map(({ id }) => id)
    for (const record of [...sentences, ...mentions, ...facts])
      expect(record.article).toBe(article.id)
    for (const record of [...mentions, ...facts]) expect(ids).toContain(record.sentence)
  })

  it('hold the words of each mention in the sentence it belongs to', () => {
    for (const { sentence, text } of mentions)
      expect(sentences.find(({ id }) => id === sentence)?.text).toContain(text)
  })

  it('name in the roles of facts mentions that are there', () => {
    const kinds = new Map(mentions.map(({ id, kind }) => [id, kind]))
    const roles = facts.flatMap((fact) => Object.entries(fact.roles))
    expect(roles.length).toBeGreaterThan(6)
    for (const [name, { mention }] of roles)
      if (mention !== null)
        expect(kinds.get(mention)).toBe({ quantity: 'quantity', time: 'date' }[name] ?? 'hospital')
  })

  it('give the words of every mention from its places in the page and the edits there', () => {
    for (const { spans, text } of mentions) expect(readSpans(PAGE, spans, article.edits)).toBe(text)
  })

  it('give the words of every sentence so too', () => {
    for (const { spans, text } of sentences)
      expect(readSpans(PAGE, spans, article.edits)).toBe(text)
  })

  it('place several members of one short form on the same words', () => {
    const members = mentions.filter(({ text }) => text === '市一、二、三院')
    expect(members).toHaveLength(3)
    expect(new Set(members.map(({ spans }) => JSON.stringify(spans))).size).toBe(1)
  })
})

describe('a document that cannot be processed', () => {
  it.each([
    ['empty', new Uint8Array(), 'decode-empty'],
    ['binary', Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251), 'decode-binary'],
  ])('is a failure with stage and code where it is %s', (_what, bytes, code) => {
    const result = processDocument(pipeline, bytes)
    expect(result).toMatchObject({ ok: false, failure: { stage: 'decode', code } })
  })

  it("is one where a stage breaks: not the run's end, and our bug", () => {
    const stages = pipeline.stages.map((stage) =>
      stage.name === 'dates' ? { ...stage, run: () => expect.fail('out of dates') } : stage,
    )
    const result = processDocument({ ...pipeline, stages }, encode(PAGE))
    expect(result).toMatchObject({ ok: false, failure: { stage: 'dates', code: 'stage-failed' } })
    expect(JSON.stringify(result)).toMatch(/out of dates.*please report/)
  })
})

describe('processDocument', () => {
  const WORDS = [
    ...['湖南省人民医院', '市一、二院', '该院', '我省', '醫院', '与', '、', '手术', '派驻专家'],
    ...['3000台', '三四级', '12.5%', '第16位', '去年', '2023年', '同比增长', '国家区域医疗中心'],
    ...['，', '。', '：', '——', '；', '(', '"', '\n', '\r\n', ' ', '　', '&nbsp;', '<p>', '</p'],
    ...['<', '来源:', '\u0000', '\uFEFF', '\uE001', '\uD83D\uDE00', '\uD842', '锟斤拷', 'yī'],
  ]

  function expectNoBreak(result: DocumentResult): void {
    if (!result.ok) expect(result.failure.code).not.toBe('stage-failed')
  }

  it('breaks on no bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expectNoBreak(processDocument(pipeline, bytes))
      }),
      { numRuns: 100 },
    )
  })

  it('breaks on no text, and every mention it finds stands where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...WORDS), maxLength: 60 }), (text) => {
        const result = processDocument(pipeline, encode(text))
        expectNoBreak(result)
        if (!result.ok) return
        const source = new TextDecoder().decode(encode(text))
        const { article, mentions, encoding } = result.records
        if (encoding !== 'utf-8') return
        for (const mention of mentions)
          expect(readSpans(source, mention.spans, article.edits)).toBe(mention.text)
      }),
      { numRuns: 100 },
    )
  })
})
