import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignTokens } from '../../src/corpus/align.js'
import { containment, shinglesOf } from '../../src/corpus/containment.js'
import { sketchesAgree } from '../../src/corpus/sketch.js'
import { tokensOf } from '../../src/corpus/tokens.js'

const words = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 80 })

describe('alignTokens', () => {
  it('gives runs in order that are equal in both', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [left, right] = [Uint32Array.from(a), Uint32Array.from(b)]
        let endA = 0
        let endB = 0
        for (const run of alignTokens(left, right)) {
          expect(run.a >= endA && run.b >= endB && run.length > 0).toBe(true)
          endA = run.a + run.length
          endB = run.b + run.length
          expect([...left.subarray(run.a, endA)]).toEqual([...right.subarray(run.b, endB)])
        }
        expect(endA <= a.length && endB <= b.length).toBe(true)
      }),
    )
  })

  it('finds all of a text in itself, whatever repeats in it', () => {
    fc.assert(
      fc.property(words, (a) => {
        const runs = alignTokens(Uint32Array.from(a), Uint32Array.from(a))
        expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(a.length)
      }),
    )
  })

  it('takes time in proportion to a long text', () => {
    const long = tokensOf('这一年,产科添了新设备,护士也多了。'.repeat(40_000)).codes
    const other = tokensOf('那一年,儿科少了老设备,医生也少了。'.repeat(40_000)).codes
    const start = performance.now()
    alignTokens(long, other)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})

describe('tokensOf', () => {
  it('takes a figure as one token, however it is grouped', () => {
    const [a, b] = [tokensOf('共1,413.3万元'), tokensOf('共 1413.3 万元。')]
    expect([...a.codes]).toEqual([...b.codes])
    expect(a.codes.length).toBe(4)
  })

  it('says where each token stands', () => {
    const text = '“门诊”量,12名。'
    const { starts, ends } = tokensOf(text)
    const slices = [...starts].map((start, index) => text.slice(start, ends[index]))
    expect(slices).toEqual(['门', '诊', '量', '12', '名'])
  })
})

describe('sketches and shingles', () => {
  it('judge by what is known of both sketches', () => {
    expect(sketchesAgree([1, 2, 3, 4], [2, 4, 6, 8], 0.5)).toBe(true)
    expect(sketchesAgree([1, 2, 3, 4], [5, 6, 7, 8], 0.1)).toBe(false)
    expect(sketchesAgree([], [], 0.1)).toBe(false)
  })

  it('find a part contained in the whole', () => {
    const whole = shinglesOf(tokensOf('门诊大楼今天正式启用,市民就医更方便。'), 4)
    const part = shinglesOf(tokensOf('门诊大楼今天正式启用'), 4)
    expect(containment(part, whole)).toBe(1)
    expect(containment(shinglesOf(tokensOf(''), 4), whole)).toBe(0)
  })
})
