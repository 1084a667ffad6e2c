import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDecimals,
  compareDecimals,
  decimalToJson,
  multiplyDecimals,
  parseDecimal,
  toDecimal,
} from '../../src/core/decimal.js'
import { canonicalJson, contentId } from '../../src/core/fingerprint.js'
import { hullOf, mergeSpans } from '../../src/core/span.js'

describe('decimals', () => {
  it('multiplies without binary noise', () => {
    const value = parseDecimal('141.33') ?? toDecimal(0)
    expect(multiplyDecimals(value, toDecimal(10000))).toBe('1413300')
  })

  it.each([
    ['1,200.50', '1200.5'],
    ['007', '7'],
    ['-0', '0'],
    ['+3', '3'],
  ])('reads %s as %s', (text, decimal) => {
    expect(parseDecimal(text)).toBe(decimal)
  })

  it.each(['', '1e5', '三', '1.2.3', '.5'])('reads %j as no decimal', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })

  it('gives a JSON number only where that is exact', () => {
    expect(decimalToJson(toDecimal(76.8))).toBe(76.8)
    const long = parseDecimal('12345678901234567890.1')
    expect(long === null ? null : decimalToJson(long)).toBe('12345678901234567890.1')
  })

  it('adds and compares exactly', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
        const x = parseDecimal(String(a)) ?? toDecimal(0)
        const y = parseDecimal(String(b)) ?? toDecimal(0)
        expect(addDecimals(x, y)).toBe(String(a + b))
        expect(Math.sign(compareDecimals(x, y))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })
})

describe('content ids', () => {
  it('depend on the whole key, and on nothing else', () => {
    expect(contentId('m_', 'ab 1-2')).not.toBe(contentId('m_', 'ab 1-3'))
    expect(contentId('m_', 'ab 1-2')).toMatch(/^m_[0-9a-f]{20}$/)
    expect(contentId('m_', 'ab 1-2')).toBe(contentId('m_', 'ab 1-2'))
  })

  it('are the same for objects whose keys stand in another order', () => {
    expect(canonicalJson({ b: [1, { d: 2, c: 3 }], a: null })).toBe(
      canonicalJson({ a: null, b: [1, { c: 3, d: 2 }] }),
    )
  })
})

describe('spans', () => {
  it('join where they touch or overlap', () => {
    const spans = [
      { start: 0, end: 2 },
      { start: 2, end: 3 },
      { start: 5, end: 6 },
    ]
    expect(mergeSpans(spans)).toEqual([
      { start: 0, end: 3 },
      { start: 5, end: 6 },
    ])
    expect(hullOf(spans)).toEqual({ start: 0, end: 6 })
  })
})
