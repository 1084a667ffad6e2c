import { describe, expect, it } from 'vitest'
import { parseGold } from '../../src/evaluate/gold.js'
import { sameNumber } from '../../src/evaluate/numbers.js'
import { f1Of, pairUp, precisionOf, recallOf } from '../../src/evaluate/score.js'
import { scoreBody, scoreMetadata } from '../../src/evaluate/score-article.js'
import { scoreFacts } from '../../src/evaluate/score-facts.js'
import { scoreMentions, type ScoringContext } from '../../src/evaluate/score-mentions.js'
import type { FactRecord, MentionRecord, QuantityValue } from '../../src/pipeline/records.js'

const contextOf = (gold: object): ScoringContext => ({
  document: 'page',
  gold: parseGold(JSON.stringify(gold), 'page.gold.json'),
  sameName: (a, b) => a === b,
  entityKinds: ['hospital'],
  symmetricRelations: new Set(['same-as', 'co-built-with', 'cooperates-with']),
  sentences: [],
  sentenceAt: () => '一句话。',
})

const amount = (
  value: number,
  unit: string,
  mod: QuantityValue['mod'] = 'exact',
): QuantityValue => ({
  value,
  low: null,
  high: null,
  unit,
  mod,
})

const base = { article: 'a_1', sentence: 's_1', rule: null, entry: null } as const

function quantityAt(start: number, end: number, quantity: QuantityValue): MentionRecord {
  const id = `m_${start}`
  return {
    ...base,
    record: 'mention',
    id,
    kind: 'quantity',
    text: '',
    spans: [{ start, end }],
    quantity,
  }
}

function hospitalAt(start: number, end: number, name: string): MentionRecord {
  const entity = { id: null, name, candidates: [] }
  const id = `m_${start}_${name}`
  return {
    ...base,
    record: 'mention',
    id,
    kind: 'hospital',
    text: '',
    spans: [{ start, end }],
    entity,
  }
}

function measure(
  subject: string,
  metric: string,
  quantity: QuantityValue,
  time: string | null,
): FactRecord {
  return {
    ...base,
    record: 'fact',
    id: 'f_1',
    kind: 'measure',
    rule: 'measure/any',
    spans: [{ start: 0, end: 1 }],
    roles: {},
    subject: { kind: 'hospital', id: null, name: subject, text: subject },
    metric: { id: null, text: metric },
    quantity,
    time: time === null ? null : { value: time, mod: null, start: null, end: null },
    modality: 'actual',
    attribution: null,
  }
}

function relation(subject: string, name: string, object: string): FactRecord {
  const {
    metric: _metric,
    quantity: _quantity,
    ...rest
  } = measure(subject, '', amount(1, ''), null)
  const party = { kind: 'hospital', id: null, name: object, text: object }
  return { ...rest, kind: 'relation', relation: name, object: party }
}

describe('pairUp', () => {
  it('gives each thing one partner, the best agreement first', () => {
    const { pairs, missed, spurious } = pairUp([1, 5], [6, 2, 9], (a, b) => 4 - Math.abs(a - b))
    expect(pairs.map(({ expected, found }) => [expected, found])).toEqual([
      [1, 2],
      [5, 6],
    ])
    expect(missed).toEqual([])
    expect(spurious).toEqual([9])
  })
})

describe('a score', () => {
  it('gives precision, recall and F1', () => {
    const score = { right: 3, found: 4, expected: 6 }
    expect([precisionOf(score), recallOf(score), f1Of(score)]).toEqual([0.75, 0.5, 0.6])
  })

  it('gives null where there is nothing to divide by', () => {
    const nothing = { right: 0, found: 0, expected: 0 }
    expect([precisionOf(nothing), recallOf(nothing), f1Of(nothing)]).toEqual([null, null, null])
  })
})

describe('sameNumber', () => {
  it('compares numbers with exact decimals given as text', () => {
    expect(sameNumber(2.5, '2.50')).toBe(true)
    expect(sameNumber('12345678901234567890', '12345678901234567891')).toBe(false)
    expect(sameNumber(null, undefined)).toBe(true)
    expect(sameNumber(0, null)).toBe(false)
  })
})

describe('scoreMentions', () => {
  const gold = {
    quantities: [
      {
        start: 10,
        end: 14,
        text: '36名',
        value: 36,
        low: null,
        high: null,
        unit: '名',
        mod: 'exact',
      },
    ],
  }

  it('locates a mention that covers half of the gold span, and no less', () => {
    const at = (start: number, end: number): number | undefined =>
      scoreMentions([quantityAt(start, end, amount(36, '名'))], contextOf(gold)).scores['quantity']
        ?.right
    expect(at(8, 12)).toBe(1)
    expect(at(8, 11)).toBe(0)
  })

  it('scores the mod apart from the value', () => {
    const { scores } = scoreMentions(
      [quantityAt(10, 14, amount(36, '名', 'approx'))],
      contextOf(gold),
    )
    expect(scores['quantity']?.right).toBe(1)
    expect(scores['quantity mod']?.right).toBe(0)
  })

  it('lists a located mention with a wrong value once, with what was expected', () => {
    const { scores, misses } = scoreMentions(
      [quantityAt(10, 14, amount(63, '名'))],
      contextOf(gold),
    )
    expect(scores['quantity located']?.right).toBe(1)
    expect(misses).toHaveLength(1)
    expect(misses[0]).toMatchObject({ expected: '36名 = 36 名 exact', sentence: '一句话。' })
  })

  it('compares low and high where the gold value is null', () => {
    const vague = {
      quantities: [
        {
          start: 0,
          end: 3,
          text: '数十个',
          value: null,
          low: 20,
          high: 99,
          unit: '个',
          mod: 'approx',
        },
      ],
    }
    const range = { value: null, low: 20, high: 99, unit: '个', mod: 'approx' } as const
    expect(scoreMentions([quantityAt(0, 3, range)], contextOf(vague)).misses).toEqual([])
    const other = { ...range, high: 90 }
    expect(scoreMentions([quantityAt(0, 3, other)], contextOf(vague)).misses).toHaveLength(1)
  })

  it('pairs the members of a coordination that share one span by their names', () => {
    const names = ['第一医院', '第二医院', '第三医院']
    const entity = (canonical: string): object => ({
      start: 0,
      end: 7,
      text: '市一、二、三院',
      canonical,
    })
    const found = [...names].reverse().map((name) => hospitalAt(0, 7, name))
    const { scores, misses } = scoreMentions(found, contextOf({ hospitals: names.map(entity) }))
    expect(scores['hospital']?.right).toBe(3)
    expect(misses).toEqual([])
  })

  it('says of a false hit in which junk it stands', () => {
    const junk = { ...gold, quantities: [], junk: [[0, 50, 'related']] }
    const { misses } = scoreMentions([quantityAt(10, 14, amount(36, '名'))], contextOf(junk))
    expect(misses[0]?.junk).toBe('related')
  })

  it('does not score a kind that the annotation leaves out', () => {
    expect(scoreMentions([quantityAt(0, 1, amount(1, '名'))], contextOf({})).scores).toEqual({})
  })
})

describe('scoreFacts', () => {
  const fact = {
    kind: 'measure',
    subject: '甲医院',
    metric: '派驻专家',
    value: 36,
    unit: '名',
    time: '2024',
  }

  it('counts metric and time on top of subject, value and unit', () => {
    const found = measure('甲医院', '专家', amount(36, '名'), null)
    const { scores } = scoreFacts([found], contextOf({ facts: [fact] }))
    expect(scores['measure']?.right).toBe(1)
    expect(scores['measure + metric']?.right).toBe(1)
    expect(scores['measure + time']?.right).toBe(0)
  })

  it('takes a metric that shares fewer than half the characters for another', () => {
    const found = measure('甲医院', '门诊量', amount(36, '名'), '2024')
    const { scores } = scoreFacts([found], contextOf({ facts: [fact] }))
    expect(scores['measure + time']?.right).toBe(1)
    expect(scores['measure + metric']?.right).toBe(0)
  })

  it('matches each gold fact once', () => {
    const found = measure('甲医院', '派驻专家', amount(36, '名'), '2024')
    const { scores } = scoreFacts([found, { ...found, id: 'f_2' }], contextOf({ facts: [fact] }))
    expect(scores['measure']).toEqual({ right: 1, found: 2, expected: 1 })
  })

  it('counts, where facts were judged, only those that were', () => {
    const found = { ...measure('甲医院', '派驻专家', amount(36, '名'), '2024') }
    const scored = (gold: object): unknown => scoreFacts([found], contextOf(gold)).scores['measure']
    const here = { ...fact, start: 0, end: 1 }
    const nothing = { right: 0, found: 0, expected: 0 }
    expect(scored({ facts: [], rejected: [] })).toEqual(nothing)
    expect(scored({ facts: [], rejected: [here] })).toEqual({ ...nothing, found: 1 })
    expect(scored({ facts: [here], rejected: [] })).toEqual({ right: 1, found: 1, expected: 1 })
    // In other words, or with another time, it is not what was judged.
    expect(scored({ facts: [], rejected: [{ ...fact, start: 5, end: 9 }] })).toEqual(nothing)
    expect(scored({ facts: [], rejected: [{ ...here, time: '2023' }] })).toEqual(nothing)
    expect(scored({ facts: [{ ...here, start: 5, end: 9 }], rejected: [] })).toEqual({
      ...nothing,
      expected: 1,
    })
  })

  it('leaves plans out', () => {
    const planned = {
      ...measure('甲医院', '专家', amount(36, '名'), null),
      modality: 'planned',
    } as const
    const { scores } = scoreFacts([planned], contextOf({ facts: [] }))
    expect(scores['measure']?.found).toBe(0)
  })

  it('reads relations that say the same the other way round both ways, others one way', () => {
    const right = (name: string): number | undefined => {
      const gold = {
        facts: [{ kind: 'relation', subject: '甲医院', relation: name, object: '乙医院' }],
      }
      return scoreFacts([relation('乙医院', name, '甲医院')], contextOf(gold)).scores['relation']
        ?.right
    }
    expect(right('same-as')).toBe(1)
    expect(right('managed-by')).toBe(0)
  })
})

describe('scoreBody', () => {
  it('counts characters without white space, and leaves junk inside the body out', () => {
    const gold = { body: [[0, 8]], junk: [[4, 6, 'injected']] }
    const score = scoreBody('医院 甲乐乐乙丙丁', [{ start: 0, end: 5 }], contextOf(gold).gold)
    expect(score).toEqual({ right: 3, found: 4, expected: 5 })
  })
})

describe('scoreMetadata', () => {
  it('compares a date as precisely as the annotation gives it', () => {
    const article = { title: '题', published: '2024-02-26T10:01:00', publisher: null, author: null }
    const gold = { published: '2024-02-26', source: null, author: '李四' }
    const { scores, misses } = scoreMetadata(article, contextOf(gold).gold, 'page')
    expect(scores['published']?.right).toBe(1)
    expect(scores['source']?.right).toBe(1)
    expect(scores).not.toHaveProperty('title')
    expect(misses.map(({ kind }) => kind)).toEqual(['author'])
  })
})
