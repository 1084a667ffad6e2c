import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Alphabet, foldPassages, foldPunctuation, plainStretches } from '../../src/rule/folding.js'
import { readMarked } from './marked-text.js'

const alphabet = new Alphabet(['hospital', 'quantity', 'date'])

describe('foldPassages', () => {
  it('keeps for each character its place in the text', () => {
    const { text, sentence, mentions } = readMarked('共[quantity|36名]专家,[hospital|甲医院]的。')
    const folded = foldPassages(text, [{ ...sentence, mentions }], alphabet, null)
    for (const words of ['共', '专家', '的。', '家']) {
      const at = folded.text.indexOf(words)
      expect(text.startsWith(words, folded.offsetOf(at))).toBe(true)
    }
    expect(folded.offsetOf(folded.text.length)).toBe(text.length)
  })

  it('writes a mention as three characters, whatever its length', () => {
    const fold = (marked: string) => {
      const { text, sentence, mentions } = readMarked(marked)
      return foldPassages(text, [{ ...sentence, mentions }], alphabet, null).text
    }
    expect(fold('[hospital|甲医院]好')).toBe(fold('[hospital|宜昌市中心人民医院]好'))
    expect(fold('[hospital|甲医院]好')).toHaveLength(4)
  })

  it('lets no character of the text pass for a mention', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', ',', '\uE001', '\uE0FF') }), (text) => {
        expect(foldPunctuation(text)).not.toMatch(/[\uE000-\uF8FF]/)
        expect(foldPunctuation(text)).toHaveLength(text.length)
      }),
    )
  })
})

describe('plainStretches', () => {
  it('gives the words around and between mentions', () => {
    const { text, sentence, mentions } = readMarked('共[quantity|36名]专家,[hospital|甲医院]')
    const stretches = plainStretches({ ...sentence, mentions })
    expect(stretches.map(({ start, end }) => text.slice(start, end))).toEqual(['共', '专家,'])
  })

  it('takes mentions on the same words for one', () => {
    const { sentence, mentions } = readMarked('[hospital|市一、二院]好')
    expect(plainStretches({ ...sentence, mentions: [...mentions, ...mentions] })).toEqual([
      { start: 5, end: 6 },
    ])
  })
})
