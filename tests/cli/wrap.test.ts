import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { countOf, formatHanging, wrapText } from '../../src/cli/wrap.js'

const words = fc.array(
  fc.constantFrom(
    '医院',
    'a',
    'measure/head-then-quantity',
    '36',
    '，',
    '。',
    ' ',
    '𠮷',
    '😀',
    '（',
  ),
  { maxLength: 60 },
)

describe('wrapText', () => {
  it('counts a Chinese character as two columns', () => {
    expect(wrapText('一二三四五', 6)).toBe('一二三\n四五')
  })

  it('keeps every line within its columns, and every character that is no space', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 80 }), (parts, columns) => {
        const text = parts.join('')
        const wrapped = wrapText(text, columns)
        for (const line of wrapped.split('\n'))
          expect(stringWidth(line)).toBeLessThanOrEqual(columns)
        expect(wrapped.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  it('carries colours over a break', () => {
    expect(wrapText('\u001b[33m一二三四\u001b[39m', 4)).toBe(
      '\u001b[33m一二\u001b[39m\n\u001b[33m三四\u001b[39m',
    )
  })
})

describe('formatHanging', () => {
  it('wraps texts in a column of their own', () => {
    expect(
      formatHanging(
        [
          ['甲', '一二三四'],
          ['rule', '五'],
        ],
        10,
      ),
    ).toBe('甲    一二\n      三四\nrule  五')
  })

  it('gives a name that is too long a line of its own', () => {
    const name = 'relation/cooperates-in-the-far-west'
    expect(
      formatHanging(
        [
          [name, '一'],
          ['甲', '二'],
        ],
        40,
      ),
    ).toBe(`${name}\n    一\n甲  二`)
  })

  it('stays within its columns', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { maxLength: 5 }), (rows) => {
        const table = rows.map(([name, text]) => [name.join('').trim(), text.join('')] as const)
        for (const line of formatHanging(table, 60).split('\n'))
          expect(stringWidth(line)).toBeLessThanOrEqual(60)
      }),
    )
  })
})

describe('countOf', () => {
  it('has one for itself', () => {
    expect([0, 1, 2, 1000].map((count) => countOf(count, 'article'))).toEqual([
      '0 articles',
      '1 article',
      '2 articles',
      '1,000 articles',
    ])
  })
})
