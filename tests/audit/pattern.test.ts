import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type MatchedSentence, matchExplainer } from '../../src/pipeline/explain-match.js'
import { loadPipeline } from '../../src/pipeline/load.js'
import { createJieba } from '../../src/stages/segment/jieba.js'

const PIPELINE = resolve(import.meta.dirname, '../../pipelines/hospital-news/pipeline.yaml')

function spanOf(text: string, words: string): { start: number; end: number } {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}

describe('the parts of a rule', () => {
  const explain = matchExplainer(loadPipeline(PIPELINE).files, createJieba())
  const text = '目前,宜昌市中心人民医院开展手术3000台。'
  const sentence: MatchedSentence = {
    rule: 'measure/head-then-quantity',
    text,
    mentions: [
      { kind: 'date', span: spanOf(text, '目前'), quantity: null },
      { kind: 'hospital', span: spanOf(text, '宜昌市中心人民医院'), quantity: null },
      {
        kind: 'quantity',
        span: spanOf(text, '3000台'),
        quantity: { value: 3000, low: null, high: null, unit: '台', mod: 'exact' },
      },
    ],
    matched: [spanOf(text, '手术3000台')],
    referred: [],
  }

  it('are told with the words that they matched, in their order', () => {
    const parts = explain(sentence)
    expect(parts.map(({ words }) => words).filter((words) => words !== null)).toContain('3000台')
    for (const { words, span } of parts)
      if (span !== null) expect(text.slice(span.start, span.end)).toBe(words)
    const starts = parts.flatMap(({ span }) => (span === null ? [] : [span.start]))
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })

  it('are none for a rule that is not there', () => {
    expect(explain({ ...sentence, rule: 'measure/none' })).toEqual([])
  })
})
