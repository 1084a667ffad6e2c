import { describe, expect, it } from 'vitest'
import { formatAbsence } from '../../src/cli/absence-view.js'
import { type Absence, explainAbsence } from '../../src/pipeline/explain-absence.js'
import { loadPipeline, loadPlan } from '../../src/pipeline/load.js'
import { recogniseLayers } from '../../src/pipeline/recognise.js'
import type { Outcome } from '../../src/pipeline/try-rules.js'
import pico from 'picocolors'

const pipeline = loadPipeline()
const plan = loadPlan()

function explain(text: string, asked: string | null = null): Absence {
  const layers = recogniseLayers(pipeline, { text, published: '2024-05-01', region: null })
  const places = [{ start: 0, end: layers.body.text.text.length }]
  return explainAbsence(pipeline, plan, { layers, places, dropped: [], asked })
}

function outcomeOf(text: string, rule: string): Outcome | undefined {
  return explain(text, rule).attempts[0]?.outcome
}

describe('why a rule found nothing', () => {
  it('tells the part at which the text parts from the pattern', () => {
    const outcome = outcomeOf('绵阳市中心医院派驻了一些专家。', 'relation/dispatches-to')
    expect(outcome).toMatchObject({
      kind: 'stopped',
      text: '绵阳市中心医院派驻',
      expected: '{object: hospital}',
      stands: '了一些专家。',
    })
  })

  it('tells the words and the mentions that are missing', () => {
    const kinds = explain('天气很好。').attempts.map(({ outcome }) => outcome.kind)
    expect(kinds).toContain('words')
    expect(kinds).not.toContain('made')
    expect(outcomeOf('绵阳市中心医院开放床位。', 'measure/head-then-quantity')).toMatchObject({
      kind: 'mentions',
      missing: [expect.stringContaining('{quantity: quantity')],
    })
  })

  it('tells the rule that it lost to, and what it made', () => {
    const text = '四川省人民医院选派专家12名。'
    const { attempts } = explain(text)
    const made = attempts.filter(({ outcome }) => outcome.kind === 'made').map(({ rule }) => rule)
    expect(made).toHaveLength(1)
    expect(attempts[0]?.outcome.kind).toBe('made')
    const lost = attempts.flatMap(({ outcome }) => (outcome.kind === 'lost' ? [outcome.to] : []))
    expect(lost).not.toEqual([])
    expect(new Set(lost)).toEqual(new Set(made))
  })

  it('tells what of an entry’s names stands there, and knows no others', () => {
    const { entry } = explain('中日友好的医院', 'hospitals/china-japan-friendship-hospital')
    expect(entry?.names[0]).toEqual({ name: '中日友好医院', stands: '中日友好' })
    expect(() => explain('甲', 'measure/none')).toThrow('no rule of facts and no gazetteer entry')
  })

  it('is readable at 80 columns', () => {
    const absence = explain('四川省人民医院与绵阳市中心医院签约合作,选派专家12名到院坐诊带教。')
    const wide = (text: string): number => text.replace(/[\u2e80-\uffef]/g, '..').length
    const lines = formatAbsence(absence, pico.createColors(false)).split('\n')
    expect(lines.filter((line) => wide(line) > 80)).toEqual([])
  })
})
