import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimKeysOf } from '../../src/corpus/claim-keys.js'
import { disagree } from '../../src/corpus/disagreement.js'
import { conflictsOf, gatherClaim, type Support } from '../../src/corpus/gather-claims.js'
import type { FactRecord, QuantityValue } from '../../src/pipeline/records.js'
import { conflictOptionsSchema } from '../../src/corpus/options.js'

const DEFAULTS = conflictOptionsSchema.parse({})

const SYMMETRIC = new Set(['cooperates-with'])
const ARTICLE = { id: 'a_1', published: '2024-03-02' }
const YEAR = { value: '2023', mod: null, start: '2023-01-01', end: '2024-01-01' }

const party = (name: string) => ({ kind: 'hospital', id: null, name, text: name })
const amount = (value: number, mod: QuantityValue['mod'] = 'exact', unit = '人次') => ({
  value,
  low: null,
  high: null,
  unit,
  mod,
})

function fact(given: Partial<FactRecord> = {}): FactRecord {
  return {
    record: 'fact',
    id: 'f_1',
    article: 'a_1',
    sentence: 's_1',
    kind: 'measure',
    rule: 'measure/a',
    spans: [{ start: 0, end: 4 }],
    roles: {},
    subject: party('甲医院'),
    metric: { id: 'visits', text: '门诊量' },
    quantity: amount(852000),
    time: YEAR,
    modality: 'actual',
    attribution: null,
    ...given,
  }
}

function keys(given: Partial<FactRecord> = {}, article = ARTICLE) {
  return claimKeysOf(fact(given), article, SYMMETRIC)
}

function relation(name: string, subject: string, object: string): FactRecord {
  const { metric: _metric, quantity: _quantity, ...rest } = fact()
  const parties = { subject: party(subject), object: party(object) }
  return { ...rest, kind: 'relation', relation: name, ...parties }
}

describe('the claim of a fact', () => {
  it('is the same for the same said in other words, by another rule, in another article', () => {
    const otherwise = {
      metric: { id: 'visits', text: '门诊人次' },
      rule: 'measure/b',
      article: 'a_2',
    }
    expect(keys(otherwise, { id: 'a_2', published: '2024-05-01' })).toEqual(keys())
    expect(keys({ quantity: amount(852000, 'approx') }).claim).toBe(keys().claim)
  })

  it.each<[string, Partial<FactRecord>]>([
    ['another subject', { subject: party('乙医院') }],
    ['another metric', { metric: { id: 'beds', text: '床位' } }],
    ['another value', { quantity: amount(852001) }],
    ['another unit', { quantity: amount(852000, 'exact', '人') }],
    ['a rank of that number', { quantity: amount(852000, 'rank') }],
    ['another year', { time: { ...YEAR, value: '2022' } }],
    ['a plan', { modality: 'planned' }],
  ])('is another for %s', (_what, given) => {
    expect(keys(given).claim).not.toBe(keys().claim)
  })

  it('is the same from either side of a symmetric relation only', () => {
    const claimOf = (record: FactRecord) => claimKeysOf(record, ARTICLE, SYMMETRIC).claim
    const both = ['甲医院', '乙医院'] as const
    const turned = ['乙医院', '甲医院'] as const
    expect(claimOf(relation('cooperates-with', ...both))).toBe(
      claimOf(relation('cooperates-with', ...turned)),
    )
    expect(claimOf(relation('managed-by', ...both))).not.toBe(
      claimOf(relation('managed-by', ...turned)),
    )
  })

  it('takes 目前 for the month of publication, and an open year for this article alone', () => {
    const now = { time: { value: 'PRESENT_REF', mod: null, start: null, end: null } }
    const sameMonth = { id: 'a_2', published: '2024-03-29' }
    expect(keys(now, sameMonth).claim).toBe(keys(now).claim)
    expect(keys(now, { id: 'a_2', published: '2025-03-02' }).claim).not.toBe(keys(now).claim)
    const open = { time: { value: 'XXXX-12', mod: null, start: null, end: null } }
    expect(keys(open, sameMonth).claim).not.toBe(keys(open).claim)
  })

  it('has a topic only where a plain value of a known metric and an exact period are said to be so', () => {
    expect(keys().topic).not.toBeNull()
    expect(keys({ metric: { id: null, text: '新花样' } }).topic).toBeNull()
    expect(keys({ modality: 'planned' }).topic).toBeNull()
    expect(keys({ time: null }).topic).toBeNull()
    expect(keys({ quantity: { ...amount(0), value: null, low: 10, high: 20 } }).topic).toBeNull()
    expect(keys({ quantity: amount(917000) }).topic).toBe(keys().topic)
  })
})

describe('two values of one topic', () => {
  const said = (quantity: QuantityValue, text = '门诊量') => ({
    quantity,
    metric: { id: 'visits', text },
  })
  it.each<[string, QuantityValue, QuantityValue, boolean]>([
    ['unlike', amount(852000), amount(917000), true],
    ['one rounded from the other', amount(360000), amount(358211), false],
    ['round, but of one digit only', amount(2000), amount(2100), true],
    ['within what 近 leaves open', amount(2000, 'approx'), amount(1950), false],
    ['far from it', amount(2000, 'approx'), amount(1500), true],
    ['above a lower bound', amount(2000, 'at-least'), amount(2600), false],
    ['below a lower bound', amount(2000, 'at-least'), amount(1600), true],
    ['two ranks', amount(5, 'rank'), amount(6, 'rank'), true],
  ])('%s', (_what, one, other, expected) => {
    expect(disagree(said(one), said(other), DEFAULTS)).toBe(expected)
    expect(disagree(said(other), said(one), DEFAULTS)).toBe(expected)
  })

  it('do not disagree where one metric is narrower than the other', () => {
    const one = said(amount(12), '重点专科')
    expect(disagree(one, said(amount(5), '国家级重点专科'), DEFAULTS)).toBe(false)
  })

  it('leave each other the room that the pipeline gives them', () => {
    const near = said(amount(2000, 'approx'))
    const further = said(amount(1500))
    expect(disagree(near, further, { ...DEFAULTS, approximate: 0.3 })).toBe(false)
    const round = said(amount(2000))
    expect(disagree(round, said(amount(2100)), { ...DEFAULTS, roundedDigits: 1 })).toBe(false)
  })
})

describe('a claim', () => {
  const supports: readonly Support[] = [
    { fact: fact({ id: 'f_1', article: 'a_1' }), origin: 1 },
    { fact: fact({ id: 'f_2', article: 'a_2', quantity: amount(852000, 'at-least') }), origin: 1 },
    { fact: fact({ id: 'f_3', article: 'a_3' }), origin: 3 },
    { fact: fact({ id: 'f_4', article: 'a_3', spans: [{ start: 9, end: 12 }] }), origin: 3 },
  ]

  it('counts reprints of one article as one source', () => {
    const claim = gatherClaim('c_1', supports)
    expect(claim).toMatchObject({ articles: 3, independent: 2 })
    expect(claim.facts).toEqual(['f_1', 'f_2', 'f_3', 'f_4'])
    expect(claim.quantity?.mod).toBe('exact')
  })

  it('is the same in whatever order its facts come', () => {
    const expected = gatherClaim('c_1', supports)
    fc.assert(
      fc.property(fc.shuffledSubarray([...supports], { minLength: 4 }), (shuffled) => {
        expect(gatherClaim('c_1', shuffled)).toEqual(expected)
      }),
    )
  })

  it('and those against it name each other, in whatever order they come', () => {
    const values = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(values, (numbers) => {
        const claims = [...new Set(numbers)].map((number) => ({
          id: `c_${number}`,
          value: { quantity: amount(number), metric: { id: 'visits', text: '门诊量' } },
        }))
        for (const one of claims)
          for (const id of conflictsOf(one, [...claims].reverse(), DEFAULTS)) {
            const other = claims.find((claim) => claim.id === id) ?? expect.fail()
            expect(conflictsOf(other, claims, DEFAULTS)).toContain(one.id)
          }
      }),
    )
  })
})
