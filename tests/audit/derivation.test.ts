import { describe, expect, it } from 'vitest'
import { derivationOf } from '../../src/audit/derivation.js'
import type { MentionRecord } from '../../src/pipeline/records.js'

const BASE = {
  record: 'mention',
  id: 'm_1',
  article: 'a_1',
  sentence: 's_1',
  spans: [],
  rule: null,
  entry: null,
} as const

function amount(text: string, quantity: MentionRecord['quantity'] & object): MentionRecord {
  return { ...BASE, kind: 'quantity', text, quantity }
}

describe('derivationOf', () => {
  it('multiplies a scale out and says what a sign beside the number means', () => {
    const mention = amount('141.33万余人次', {
      value: 1413300,
      low: null,
      high: null,
      unit: '人次',
      mod: 'at-least',
    })
    expect(derivationOf(mention, [])).toEqual([
      '141.33 × 万 = 1413300',
      '余 → at-least',
      '→ 1413300 人次',
    ])
  })

  it('reads Chinese numerals', () => {
    const mention = amount('近三百家', {
      value: 300,
      low: null,
      high: null,
      unit: '家',
      mod: 'approx',
    })
    expect(derivationOf(mention, [])).toEqual(['三百 = 300', '近 → approx', '→ 300 家'])
  })

  it('says what a date is anchored at', () => {
    const date = {
      type: 'DATE',
      value: '2024-03-04',
      mod: null,
      start: '2024-03-04',
      end: '2024-03-05',
      anchor: { value: '2024-03-05', mention: null },
    } as const
    const mention: MentionRecord = { ...BASE, kind: 'date', text: '昨天', date }
    expect(derivationOf(mention, [])).toEqual([
      '⚓ 2024-03-05',
      '昨天 = 2024-03-04',
      '→ [2024-03-04, 2024-03-05)',
    ])
  })

  it('says the full name of a short one, and nothing where it is written out', () => {
    const entity = { id: null, name: '甲省人民医院', candidates: [] }
    const short: MentionRecord = { ...BASE, kind: 'hospital', text: '省医院', entity }
    expect(derivationOf(short, [])).toEqual(['省医院 = 甲省人民医院'])
    expect(derivationOf({ ...short, text: '甲省人民医院' }, [])).toEqual([])
  })
})
